import { setMaxListeners } from 'node:events';

/** A signal of our own that follows a caller's. */
export interface OwnSignal {
  readonly signal: AbortSignal;
  /** Lets the caller's signal go. */
  release(): void;
}

/**
 * Makes a signal for many requests at the same time. On the caller's own, each would be a listener, and Node complains of more
 * than ten.
 */
export function ownSignal(outer: AbortSignal | undefined): OwnSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const follow = (): void => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    release: () => outer?.removeEventListener('abort', follow),
  };
}

import { setMaxListeners } from 'node:events';

/** A signal for requests that are under way when the caller stops. */
export interface Stoppable {
  /** Aborted some time after the caller's: until then what is under way may come to its end, so that it is known. */
  readonly signal: AbortSignal;
  /** Lets the caller's signal go. */
  release(): void;
}

/**
 * Makes a signal that follows a caller's later.
 *
 * @param graceMs how much later, in milliseconds
 */
export function stoppable(outer: AbortSignal | undefined, graceMs: number): Stoppable {
  const controller = new AbortController();
  // Each request under way listens to it.
  setMaxListeners(0, controller.signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    timer = setTimeout(() => controller.abort(outer?.reason), graceMs);
  };
  if (outer?.aborted) follow();
  else outer?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
    },
  };
}

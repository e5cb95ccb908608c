import { Interruption } from '../errors/interruption.ts';

/** When work has to end at the latest. */
export interface Limits {
  timeoutMs: number;
  /** The caller's wish, beside our own deadline. */
  signal: AbortSignal | undefined;
}

/**
 * Ends work when its time is up or its caller aborts, whichever is first, also when the work itself does not listen.
 * Leaves nothing behind: no timer, no listener on the caller's signal.
 *
 * @throws Interruption
 */
export async function withDeadline<T>(
  { timeoutMs, signal }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new Interruption('aborted', signal.reason);
  // Not AbortSignal.any: what it ties to a signal that lives long is only let go by the garbage collector.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Interruption('timeout')), timeoutMs);
  const onAbort = (): void => controller.abort(new Interruption('aborted', signal?.reason));
  signal?.addEventListener('abort', onAbort, { once: true });
  const interrupted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), {
      once: true,
    });
  });
  try {
    return await Promise.race([work(controller.signal), interrupted]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

interface Listening {
  readonly calls: Set<() => void>;
  stop(): void;
}

/** Who listens to which signal. Node warns of a leak when a signal has more than ten listeners; this way it has one. */
const listening = new WeakMap<AbortSignal, Listening>();

/**
 * Calls once when a signal is aborted, at once when it is already.
 *
 * @returns stops listening; when nobody listens any more, nothing is left on the signal
 */
export function onAbort(signal: AbortSignal | undefined, call: () => void): () => void {
  if (signal?.aborted) call();
  if (signal === undefined || signal.aborted) return () => undefined;
  const { calls, stop } = listening.get(signal) ?? listenTo(signal);
  // A function of its own, so that the same call can be made twice.
  const own = (): void => call();
  calls.add(own);
  return () => {
    if (calls.delete(own) && calls.size === 0) stop();
  };
}

function listenTo(signal: AbortSignal): Listening {
  const calls = new Set<() => void>();
  const stop = (): void => {
    signal.removeEventListener('abort', callAll);
    listening.delete(signal);
  };
  const callAll = (): void => {
    stop();
    for (const call of calls) {
      calls.delete(call);
      call();
    }
  };
  signal.addEventListener('abort', callAll);
  listening.set(signal, { calls, stop });
  return { calls, stop };
}

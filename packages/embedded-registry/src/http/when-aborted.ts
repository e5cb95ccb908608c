/** Calls back once when a signal is aborted, at once if it is already. */
export function whenAborted(signal: AbortSignal | undefined, listener: () => void): void {
  if (signal?.aborted) listener();
  else signal?.addEventListener('abort', listener, { once: true });
}

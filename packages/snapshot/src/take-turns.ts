import { SnapshotError } from './snapshot-error.ts';

const longestTurnMs = 10;

/**
 * Lets others have their turn in the middle of long work: a request that waits, or the call that ends this work.
 *
 * @param what is done, as an error says it: `Searching staging`
 * @returns to be awaited between two steps; it fails with `aborted` when the signal says so
 * @throws SnapshotError `aborted` when the signal said so before
 */
export function takeTurns(what: string, signal: AbortSignal | undefined): () => Promise<void> {
  throwIfAborted(what, signal);
  let began = performance.now();
  return async () => {
    if (performance.now() - began > longestTurnMs) {
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    }
    throwIfAborted(what, signal);
  };
}

function throwIfAborted(what: string, signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new SnapshotError('aborted', `${what} was ended by its caller.`, { cause: signal.reason });
}

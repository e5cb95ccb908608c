import type { ChangeLog } from './change-log.ts';
import { type Rejection, rejectionWith } from './http/rejection.ts';

/**
 * A log that stays failed once it has failed. The state in memory is ahead of it then: whatever is asked of the registry could
 * show what was never kept, or build on it.
 *
 * @param onFailure told of the failure, once
 */
export function stopAtFailure(log: ChangeLog, onFailure: (error: unknown) => void): ChangeLog {
  let failure: { error: unknown } | undefined;

  async function watch(safe: Promise<void>): Promise<void> {
    try {
      await safe;
    } catch (error) {
      if (failure === undefined) onFailure(error);
      failure ??= { error };
    }
    if (failure) throw failure.error;
  }

  return {
    open: (dump) => log.open(dump),
    append: (changes) => (failure ? Promise.reject(failure.error) : watch(log.append(changes))),
    pending() {
      if (failure) return Promise.reject(failure.error);
      const safe = log.pending();
      return safe && watch(safe);
    },
  };
}

/** What every request is answered with once the log has failed. */
export function notKept(error: unknown): Rejection {
  const reason = error instanceof Error ? error.message : String(error);
  return rejectionWith(
    50001,
    `Error while writing to the log: ${reason}. Nothing is answered until the registry is restarted`,
  );
}

/** What went wrong with a task; branch on it. */
export type TaskErrorCode =
  /** An argument cannot be right; nothing was done. */
  | 'invalid_argument'
  /** As many tasks wait as may wait. */
  | 'queue_full'
  /** The tasks were closed, so nothing can be started any more. */
  | 'closed'
  /** There is no task with that id, or it is no longer remembered. */
  | 'task_not_found'
  /** The task runs in another process, which alone can stop and follow it. */
  | 'task_elsewhere'
  /** The result of a task that was cancelled was asked for. */
  | 'task_cancelled'
  /** The result of a task that was interrupted was asked for. */
  | 'task_interrupted'
  /** The store failed, or refused what it was to keep. */
  | 'store_failed'
  /** Somebody else has changed the record of a task in the store. */
  | 'store_conflict'
  /** The work reported a progress that cannot be, or returned what cannot be kept. */
  | 'invalid_report';

const retryableCodes: readonly TaskErrorCode[] = ['queue_full', 'store_failed'];

/** Thrown when a task cannot be started, found or waited for. Branch on `code`, never on `message`. */
export class TaskError extends Error {
  override readonly name = 'TaskError';
  readonly code: TaskErrorCode;
  /** Whether the same can succeed later. */
  readonly retryable: boolean;
  /** The task it is about. */
  readonly id: string | undefined;

  constructor(
    code: TaskErrorCode,
    message: string,
    details: { id?: string; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.retryable = retryableCodes.includes(code);
    this.id = details.id;
  }
}

/** Recognises a {@link TaskError}, also one of another copy of this package. */
export function isTaskError(error: unknown, code?: TaskErrorCode): error is TaskError {
  if (!(error instanceof Error) || error.name !== 'TaskError' || !('code' in error)) return false;
  return code === undefined || error.code === code;
}

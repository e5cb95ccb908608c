import type { TaskFacts } from './describe-task.ts';

/** A task, with what it was asked for and what came of it. */
export interface TaskAnswer extends TaskFacts {
  arguments?: Record<string, unknown>;
  result?: Record<string, unknown>;
  next?: string;
}

/** A task in a list. */
export interface ListedTask extends TaskFacts {
  /** When it is expected to start and to end, from now; absent where nobody knows. */
  starts_in_seconds?: number;
  ends_in_seconds?: number;
}

/** A call that is to run later. */
export interface LaterCall {
  tool: string;
  arguments: Record<string, unknown>;
}

/** A call in a queue, or one that would be. */
export interface QueuedCall {
  /** Absent in a dry run. */
  task_id?: string;
  tool: string;
  title: string;
  takes_seconds?: number;
  starts_in_seconds?: number;
}

/** What came of queueing. */
export interface QueueAnswer {
  dry_run: boolean;
  tasks: QueuedCall[];
  /** Until the last has ended; absent where it is not known of all. */
  ends_in_seconds?: number;
  next: string;
}

/** The tasks of one caller. Those of others are as unknown as those that never were. */
export interface CallerTasks {
  /**
   * A task as it stands, with its result once it has one.
   *
   * @param options.waitMs waits so long for it to end; the caller is told how far it is meanwhile
   * @param options.offset where in the list of the result to begin
   * @throws TaskError `task_not_found`
   */
  look(
    id: string,
    options: { waitMs: number; offset: number; limit?: number },
  ): Promise<TaskAnswer>;
  /** Those that have not ended, in the order in which they started; then those that have, the last first, if they are asked for. */
  list(options: { ended: boolean }): Promise<{ tasks: ListedTask[]; ends_in_seconds?: number }>;
  /**
   * Stops a task. What has ended stays as it is.
   *
   * @throws TaskError `task_not_found`
   */
  cancel(id: string, reason: string | undefined): Promise<TaskAnswer>;
  /**
   * Starts calls of tools as tasks that run one after the other, each only when the one before has succeeded. All are checked first,
   * as if they were made now, and each again when its turn comes.
   *
   * @throws ToolError `invalid_arguments`, and whatever is wrong with a call; then nothing is queued
   */
  queue(calls: readonly LaterCall[], options: { dryRun: boolean }): Promise<QueueAnswer>;
}

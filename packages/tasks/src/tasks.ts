import type { QueueEstimate } from './estimate-queue.ts';
import type { TaskStore } from './stores/task-store.ts';
import type { Task, TaskSummary } from './task.ts';
import type { TaskLimits } from './task-limits.ts';
import type { TaskState } from './task-state.ts';
import type { TaskWork } from './task-work.ts';

/** What tasks are created with. */
export interface TasksOptions {
  /** Where they are remembered. @default a store in memory */
  store?: TaskStore;
  /** The time, in milliseconds since 1970. @default Date.now */
  now?: () => number;
  /** How many run, wait and are remembered, and how large they may be. */
  limits?: TaskLimits;
  /**
   * Called with what goes wrong where nobody waits for it: a write to the store that failed, a report that cannot be. A task goes
   * on regardless. @default nothing is done
   */
  onInternalError?: (error: unknown) => void;
  /** Who runs the tasks, for a store that several processes share. @default a name of its own for each creation */
  owner?: string;
  /**
   * Tells whether another owner still runs its tasks; those of one that does not become `interrupted`. It is asked once, on creation.
   * @default none does: a store belongs to one process at a time
   */
  isOwnerAlive?: (owner: string) => boolean | Promise<boolean>;
}

/** What a task is started with. */
export interface StartOptions {
  /** What it does, for people; 200 characters are kept. @default its kind */
  title?: string;
  /** What the work is started with, to be shown later. Plain JSON, without secrets: it is stored as it is. */
  input?: unknown;
  /** It starts when these tasks have succeeded; when one of them ends otherwise, it is cancelled and says why. */
  after?: readonly string[];
  /** What it must not share while it runs, `registry:production`; `limits.perKey` says how many may. */
  keys?: readonly string[];
  /** Cancels the task when it is aborted. */
  signal?: AbortSignal;
}

/** A task that was started. */
export interface TaskHandle<Result> {
  readonly id: string;
  /** The task right after it was started. */
  readonly task: Task;
  /**
   * What the work returned. It rejects with what the work threw, or with a `TaskError`: `task_cancelled`, `task_interrupted`,
   * `store_failed`. Nobody has to wait for it.
   */
  readonly result: Promise<Result>;
}

/** Which tasks to list. */
export interface ListOptions {
  /** Only those in this state, or in one of these. */
  state?: TaskState | readonly TaskState[];
  /** Only those of this kind. */
  kind?: string;
  /** Only those that were started before the one with this id: the last of the page before. */
  before?: string;
  /** How many at most, up to 1000. @default 100 */
  limit?: number;
}

/** Tasks: long work that runs, reports, can be cancelled and is remembered. */
export interface Tasks {
  /**
   * Starts work, at once or when there is room and what it comes after has succeeded.
   *
   * @param kind what sort of work it is, `migrate_context`; limits and estimates go by it
   * @param work does it; it is called once, and when the store knows that it is
   * @throws {TaskError} `invalid_argument`, `queue_full`, `closed`
   */
  start<Result>(kind: string, work: TaskWork<Result>, options?: StartOptions): TaskHandle<Result>;
  /** A task as it stands; undefined when there is none with this id, or it is no longer remembered. */
  get(id: string): Promise<Task | undefined>;
  /** Tasks, those started last first, without their inputs and results. */
  list(options?: ListOptions): Promise<TaskSummary[]>;
  /**
   * Stops a task: one that waits is cancelled at once; the signal of one that runs is aborted, and it ends when its work does. One
   * that has ended stays as it is.
   *
   * @param reason why, for whoever looks at the task later
   * @returns the task right after that
   * @throws {TaskError} `task_not_found`, `task_elsewhere`
   */
  cancel(id: string, reason?: string): Promise<Task>;
  /**
   * Waits until a task has ended, however it does.
   *
   * @param options.timeoutMs how long to wait at most, in milliseconds; by default as long as it takes
   * @returns the task: ended, or as it stands when the time is over
   * @throws {TaskError} `task_not_found`, `task_elsewhere`; and the reason of the signal, when that ends the waiting (not the task)
   */
  wait(id: string, options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<Task>;
  /**
   * Follows a task: as it stands, then after each change, the last time when it has ended. Who takes long over one misses changes in
   * between, never the last.
   *
   * @throws {TaskError} `task_not_found`, `task_elsewhere`; and the reason of the signal, when that ends the watching (not the task)
   */
  watch(id: string, options?: { signal?: AbortSignal }): AsyncGenerator<Task, void>;
  /**
   * Says when tasks will start and end, if each takes as long as the last 20 of its kind that succeeded did in the middle, or as its
   * own progress says.
   *
   * @param ids which; by default all of this process that have not ended
   */
  estimate(ids?: readonly string[]): Promise<QueueEstimate>;
  /**
   * Ends everything: nothing can be started any more, what waits is cancelled, what runs is cancelled and waited for, and what is
   * known is written. The store stays open, and can still be asked.
   *
   * @param options.timeoutMs how long to wait for work that does not stop, in milliseconds; then its task is `interrupted`. By
   *   default as long as it takes
   */
  close(options?: { timeoutMs?: number }): Promise<void>;
}

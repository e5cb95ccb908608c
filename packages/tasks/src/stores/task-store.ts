import type { Task } from '../task.ts';
import type { TaskState } from '../task-state.ts';

/** A task as a store keeps it. All of it is plain JSON. */
export interface TaskRecord extends Task {
  /** Who runs the task, or was the last to write it. */
  readonly owner: string;
  /** 1 when it is first written, one more with each change. */
  readonly revision: number;
}

/** What a list says of a record: everything but what can be large. */
export type TaskRecordSummary = Omit<TaskRecord, 'input' | 'result'>;

/** Which tasks to list. */
export interface TaskQuery {
  /** Only tasks in one of these states. */
  readonly states?: readonly TaskState[];
  /** Only tasks of this kind. */
  readonly kind?: string;
  /** Only tasks whose id sorts before this one: where the page before ended. */
  readonly before?: string;
  /** How many at most. */
  readonly limit: number;
}

/**
 * Where tasks are remembered. A store keeps records; it decides nothing, and never changes one. Whoever writes one runs
 * `taskStoreContract` of `@srkit/tasks/testing` against it.
 */
export interface TaskStore {
  /**
   * Writes a record if nobody has changed it since: with revision 1 if there is none, with revision n if the one that is there has
   * n - 1. Checking and writing are one step.
   *
   * @returns whether it was written
   */
  put(record: TaskRecord): Promise<boolean>;
  /** The record with this id, as it was written last; undefined when there is none. */
  get(id: string): Promise<TaskRecord | undefined>;
  /** Records without their input and result, by id, the greatest first (ids are compared by code unit). */
  list(query: TaskQuery): Promise<readonly TaskRecordSummary[]>;
  /** Removes a record, if there is one. */
  delete(id: string): Promise<void>;
}

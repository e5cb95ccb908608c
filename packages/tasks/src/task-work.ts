import type { ProgressReport } from './progress/read-report.ts';

/** What work is handed. */
export interface TaskContext {
  /** The task's id. */
  readonly id: string;
  /** Aborted when the task is to stop. Its reason is a `TaskError` with the code `task_cancelled`. */
  readonly signal: AbortSignal;
  /** Says how far the work has come; it never throws. Counts are those so far, not since the last report. */
  report(progress: ProgressReport): void;
}

/** What work returns that stopped before its end. */
export interface Stopped<Result> {
  readonly [stoppedMark]: true;
  readonly result: Result;
}

/**
 * The work of a task. It ends when its promise does: by returning it succeeds, by throwing it fails, or is cancelled if it was asked
 * to stop.
 *
 * @typeParam Result what it returns: plain JSON, or nothing
 */
export type TaskWork<Result> = (
  context: TaskContext,
) => Promise<Result | Stopped<Result>> | Result | Stopped<Result>;

const stoppedMark = Symbol.for('@srkit/tasks stopped');

/**
 * Says that work stopped before its end, and what it had done by then: the task is cancelled and keeps that as its result. Work that
 * returns without it has come to its end, also when it was asked to stop.
 *
 * @param result what was done
 *
 * @example
 * const outcomes = await deleteAll(subjects, { signal });
 * return signal.aborted ? stopped(outcomes) : outcomes;
 */
export function stopped<Result>(result: Result): Stopped<Result> {
  return { [stoppedMark]: true, result };
}

/** Recognises what {@link stopped} makes, also one of another copy of this package. */
export function isStopped(value: unknown): value is Stopped<unknown> {
  return typeof value === 'object' && value !== null && stoppedMark in value;
}

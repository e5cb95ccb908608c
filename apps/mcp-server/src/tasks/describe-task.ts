import type { TaskProgress, TaskSummary } from '@srkit/tasks';

/** How far a task is, as answers say it. */
export interface ProgressFacts {
  percent?: number;
  done?: number;
  total?: number;
  unit?: string;
  message?: string;
  errors: number;
  retries: number;
  rate_per_second?: number;
  remaining_seconds?: number;
}

/** A task, as answers say it. */
export interface TaskFacts {
  task_id: string;
  tool: string;
  title: string;
  state: TaskSummary['state'];
  progress: ProgressFacts;
  after?: string[];
  created_at: string;
  started_at?: string;
  ended_at?: string;
  elapsed_seconds?: number;
  cancel_requested?: boolean;
  reason?: string;
  failure?: { code: string; message: string; [fact: string]: unknown };
  result_refused?: string;
}

/**
 * Says of a task what a caller needs to know: without its input and its result.
 *
 * @param now in milliseconds since 1970
 */
export function describeTask(task: TaskSummary, now: number): TaskFacts {
  const { id, kind, title, state, progress, after, error, reason, resultRefused } = task;
  const { createdAt, startedAt, endedAt, cancelRequestedAt } = task;
  return {
    task_id: id,
    tool: kind,
    title,
    state,
    progress: describeProgress(progress),
    ...(after.length > 0 && { after: [...after] }),
    created_at: timeOf(createdAt),
    ...(startedAt !== undefined && {
      started_at: timeOf(startedAt),
      elapsed_seconds: seconds((endedAt ?? now) - startedAt),
    }),
    ...(endedAt !== undefined && { ended_at: timeOf(endedAt) }),
    ...(cancelRequestedAt !== undefined && { cancel_requested: true }),
    ...(reason !== undefined && { reason }),
    ...(error && {
      failure: { ...error.facts, code: error.code ?? 'task_failed', message: error.message },
    }),
    ...(resultRefused !== undefined && { result_refused: resultRefused }),
  };
}

/** Says how far a task is; what is not known is left out. */
export function describeProgress(progress: TaskProgress): ProgressFacts {
  const { done, total, unit, message, errors, retries, ratePerSecond, remainingMs } = progress;
  return {
    ...(done !== undefined &&
      total !== undefined &&
      total > 0 && { percent: percentOf(done, total) }),
    ...(done !== undefined && { done }),
    ...(total !== undefined && { total }),
    ...(unit !== undefined && { unit }),
    ...(message !== undefined && { message }),
    errors,
    retries,
    ...(ratePerSecond !== undefined && { rate_per_second: rounded(ratePerSecond) }),
    ...(remainingMs !== undefined && { remaining_seconds: seconds(remainingMs) }),
  };
}

/** Milliseconds as seconds, as answers say them. */
export function seconds(milliseconds: number): number {
  return rounded(milliseconds / 1000);
}

/** 100 only when it is all done. */
function percentOf(done: number, total: number): number {
  return Math.min(100, Math.floor((done * 100) / total));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** What a call answers whose work goes on. */
export function handOver({ id, state, progress }: TaskSummary): Record<string, unknown> {
  return { task_id: id, task_state: state, progress: describeProgress(progress), next: waitForIt };
}

/** What to do about a task that goes on. */
export const waitForIt =
  'It goes on. Call get_task_progress with this task_id and wait_seconds=30 to wait for its result; cancel_task stops it.';

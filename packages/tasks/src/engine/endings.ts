import { copyJson } from '../copy-json.ts';
import { describeFailure } from '../describe-failure.ts';
import { plainText } from '../plain-text.ts';
import type { Json, JsonObject, Task, TaskFailure } from '../task.ts';
import { TaskError } from '../task-error.ts';
import type { TaskState } from '../task-state.ts';

/** How a task ends: what is written of it, and what its handle gives. */
export interface Ending {
  readonly change: Partial<Task> & { readonly state: TaskState };
  readonly outcome: { readonly value: unknown } | { readonly error: unknown };
}

const textLimit = 1_000;
const factsLimit = 8_192;

/** A reason as it is kept: clean, bounded, and never empty. */
export function reasonText(reason: string | undefined, otherwise: string): string {
  return plainText(reason ?? '', textLimit) || otherwise;
}

/** The work came to its end. */
export function succeeded(value: unknown, task: Task, resultLimit: number): Ending {
  const { cancelRequestedAt, reason } = task;
  const late =
    cancelRequestedAt === undefined
      ? {}
      : { reason: `It was asked to stop, but came to its end first. Why it was asked: ${reason}` };
  const change = { state: 'succeeded', ...keepResult(value, resultLimit), ...late } as const;
  return { change, outcome: { value } };
}

/** The work threw, or could not be started. */
export function failed(error: unknown): Ending {
  return { change: { state: 'failed', error: keepFailure(error) }, outcome: { error } };
}

/** The task was stopped. */
export function cancelled(id: string, reason: string, rest: Partial<Task> = {}): Ending {
  const error = new TaskError('task_cancelled', `Task ${id} was cancelled. ${reason}`, { id });
  return { change: { state: 'cancelled', reason, ...rest }, outcome: { error } };
}

/** Nobody waits for the work any more, though it may go on. */
export function interrupted(id: string, reason: string): Ending {
  const error = new TaskError('task_interrupted', `Task ${id} was interrupted. ${reason}`, { id });
  return { change: { state: 'interrupted', reason }, outcome: { error } };
}

/** The work threw after it was asked to stop. What it says beyond that it stopped is kept. */
export function stoppedByThrowing(task: Task, thrown: unknown, signal: AbortSignal): Ending {
  const tellsNothing =
    thrown === signal.reason ||
    (thrown instanceof Error && (thrown.name === 'AbortError' || thrown.cause === signal.reason));
  const error = tellsNothing ? {} : { error: keepFailure(thrown) };
  return cancelled(task.id, task.reason ?? '', error);
}

/** The work says that it stopped, and what it had done. */
export function stoppedWith(value: unknown, task: Task, resultLimit: number): Ending {
  const reason = task.reason ?? 'Its work stopped by itself before its end.';
  return cancelled(task.id, reason, keepResult(value, resultLimit));
}

/** A task it was to come after did not succeed. */
export function cancelledByEarlier(id: string, earlier: Task): Ending {
  const { state, title, error, reason } = earlier;
  const how = state === 'failed' ? 'failed' : `was ${state}`;
  const why = error?.message ?? reason ?? '';
  const text = `It was to start after task ${earlier.id} (${title}), which ${how}: ${why}`;
  return cancelled(id, plainText(text, textLimit));
}

/** What work did is done, whether or not its result can be kept: then the task says why it has none. */
function keepResult(value: unknown, limit: number): { result?: Json; resultRefused?: string } {
  if (value === undefined) return {};
  try {
    return { result: copyJson(value, 'result', limit) };
  } catch (error) {
    return { resultRefused: describeFailure(error).message };
  }
}

/** What is kept of what was thrown. Facts that cannot be kept are left out: the message says what matters. */
function keepFailure(thrown: unknown): TaskFailure {
  const failure = describeFailure(thrown);
  try {
    const { facts } = thrown as { facts?: unknown };
    const copy = copyJson(facts, 'facts', factsLimit);
    return isObject(copy) ? { ...failure, facts: copy } : failure;
  } catch {
    return failure;
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { plainText } from './plain-text.ts';
import { TaskError } from './task-error.ts';
import { type TaskState, taskStates } from './task-state.ts';

const nameLimit = 200;
const longestList = 1_000;

/**
 * A name that is kept as it is: a kind, a key, an id.
 *
 * @param name what it is called in errors
 * @throws {TaskError} `invalid_argument`
 */
export function readName(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && plainText(value, nameLimit) === value)
    return value;
  const what =
    typeof value === 'string'
      ? `'${plainText(value, 50)}'`
      : value === null
        ? 'null'
        : typeof value;
  throw invalid(
    `${name} is ${what}. Use a text of 1 to ${nameLimit} characters, without control characters or spaces around it.`,
  );
}

/** Names without repetition, frozen. */
export function readNames(name: string, values: unknown): readonly string[] {
  if (!Array.isArray(values) || values.length > longestList)
    throw invalid(`${name} is no list of at most ${longestList} texts.`);
  return Object.freeze([
    ...new Set(values.map((value, index) => readName(`${name}[${index}]`, value))),
  ]);
}

/** A title, fit to be shown. */
export function readTitle(value: unknown, otherwise: string): string {
  if (value === undefined) return otherwise;
  if (typeof value !== 'string') throw invalid(`title is no text but of type ${typeof value}.`);
  return plainText(value, nameLimit) || otherwise;
}

/** A whole number from 1 on. */
export function readCount(name: string, value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1)
    return Math.min(value, most);
  throw invalid(`${name} is ${String(value)}. Use a whole number from 1 on.`);
}

/** A time in milliseconds, from 0 on; undefined when there is none. */
export function readTimeout(value: unknown): number | undefined {
  if (value === undefined || value === Number.POSITIVE_INFINITY) return undefined;
  if (typeof value === 'number' && value >= 0) return value;
  throw invalid(`timeoutMs is ${String(value)}. Use a number of milliseconds from 0 on.`);
}

/** One state or several. */
export function readStates(value: TaskState | readonly TaskState[]): readonly TaskState[] {
  const states: readonly unknown[] = Array.isArray(value) ? value : [value];
  return states.map((state) => {
    const known = taskStates.find((each) => each === state);
    if (known !== undefined) return known;
    throw invalid(`state ${String(state)} is unknown. Use one of: ${taskStates.join(', ')}.`);
  });
}

function invalid(message: string): TaskError {
  return new TaskError('invalid_argument', message);
}

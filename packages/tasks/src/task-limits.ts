import { TaskError } from './task-error.ts';

/** A limit for all names, or one for each of some names; those that are not named have the default. */
export type NamedLimit = number | Readonly<Record<string, number>>;

/** How much is done at a time, and how much is kept. */
export interface TaskLimits {
  /** How many tasks run at a time. @default 4 */
  running?: number;
  /** How many tasks of one kind run at a time, `{ migrate_context: 1 }`. @default as many as `running` */
  perKind?: NamedLimit;
  /** How many tasks that share a key run at a time. @default 1 */
  perKey?: NamedLimit;
  /** How many tasks may wait; one more is refused. @default 1000 */
  queued?: number;
  /** How many ended tasks are remembered; those that ended first are forgotten first. @default 200 */
  ended?: number;
  /** How many characters of JSON the input of a task may be. @default 65_536 */
  inputCharacters?: number;
  /** How many characters of JSON the result of a task may be; a larger one is not kept. @default 1_048_576 */
  resultCharacters?: number;
}

const defaults: Required<TaskLimits> = {
  running: 4,
  perKind: {},
  perKey: {},
  queued: 1000,
  ended: 200,
  inputCharacters: 65_536,
  resultCharacters: 1_048_576,
};

/**
 * Fills in the defaults.
 *
 * @throws {TaskError} `invalid_argument`, for a limit that is no whole number from 1 on
 */
export function readLimits(given: TaskLimits = {}): Required<TaskLimits> {
  const limits = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof TaskLimits)[]) {
    const limit = given[name];
    if (limit === undefined) continue;
    if (typeof limit === 'object' && (name === 'perKind' || name === 'perKey')) {
      for (const [key, number] of Object.entries(limit)) requireLimit(`${name}.${key}`, number);
      limits[name] = { ...limit };
    } else {
      limits[name] = requireLimit(name, limit);
    }
  }
  return limits;
}

/** The limit that holds for a name. */
export function limitFor(limit: NamedLimit, name: string, otherwise: number): number {
  if (typeof limit === 'number') return limit;
  return Object.hasOwn(limit, name) ? (limit[name] ?? otherwise) : otherwise;
}

function requireLimit(name: string, limit: unknown): number {
  // `ended: 0` would forget a task before anybody has seen how it ended.
  if (typeof limit === 'number' && limit >= 1 && (Number.isInteger(limit) || limit === Infinity))
    return limit;
  throw new TaskError(
    'invalid_argument',
    `limits.${name} is ${String(limit)}. Use a whole number from 1 on, or Infinity.`,
  );
}

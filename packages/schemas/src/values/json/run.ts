import type { Effort } from '../../json/effort.ts';
import { SchemaError } from '../../schema-error.ts';
import type { Marks, Run, SchemaPart } from './schema-part.ts';

/** How deep a message may nest. */
export const GREATEST_DEPTH = 1000;
/** Steps of one check. */
export const GREATEST_EFFORT = 10_000_000;
const GREATEST_LEVEL = 3500;

/** Begins a check. */
export function newRun(effort: Effort = { left: GREATEST_EFFORT }): Run {
  const found = { answers: new Map(), apart: new Map(), told: new Map() };
  return { effort, level: 0, depth: 0, entered: new Map(), halfway: undefined, ...found };
}

/** Begins one question of a check; what its other questions have found is known to it. */
export function newQuestion({ effort, answers, apart, told }: Run): Run {
  return { ...newRun(effort), answers, apart, told };
}

/** Nothing is spoken of yet. */
export function newMarks(): Marks {
  return { properties: new Set(), items: new Set(), itemsBefore: 0 };
}

/** Adds what one schema has spoken of to what another has. */
export function addMarks(to: Marks, from: Marks): void {
  for (const name of from.properties) to.properties.add(name);
  for (const index of from.items) to.items.add(index);
  to.itemsBefore = Math.max(to.itemsBefore, from.itemsBefore);
}

/** Enters a schema; `run.level -= 1` leaves it. */
export function enterLevel(run: Run): void {
  run.level += 1;
  if (run.level > GREATEST_LEVEL) throw refuseDepth();
}

/** The error for a message that leads too deep into its schema. */
export function refuseDepth(cause?: unknown): SchemaError {
  const details = 'The message and its schema together nest too deep';
  return new SchemaError(`${details}. Take a part of them.`, { code: 'too_large', details, cause });
}

/**
 * Follows a reference; one that comes back to itself without going into the message has no meaning.
 *
 * @returns what `leaveReference` is to be given
 */
export function enterReference(part: SchemaPart, run: Run): number | undefined {
  const before = run.entered.get(part);
  if (before === run.depth) {
    const { pointer } = part.place;
    const where = pointer === '' ? 'The schema' : `The schema at ${pointer}`;
    const details = `${where} refers to itself without going into the message`;
    throw new SchemaError(`${details}. Put the reference into a property or an element.`, {
      code: 'invalid_schema',
      details,
    });
  }
  run.entered.set(part, run.depth);
  return before;
}

/** Comes back from a reference. */
export function leaveReference(part: SchemaPart, run: Run, before: number | undefined): void {
  if (before === undefined) run.entered.delete(part);
  else run.entered.set(part, before);
}

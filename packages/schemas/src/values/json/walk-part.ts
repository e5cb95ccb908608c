import { spendEffort } from '../../json/effort.ts';
import type { ValuePath } from '../value-problem.ts';
import { describeFound, pointer } from '../value-problem.ts';
import { addMarks, enterLevel, newMarks } from './run.ts';
import type { Marks, Run, SchemaPart, Telling, Told } from './schema-part.ts';
import { isHalfway, requireWay } from './too-far.ts';

const WEIGHT_OF_MEMBER = 3;
/** How much it weighs that a member is not the word that says which form is meant. */
export const WEIGHT_OF_WORD = 10;
const COST_OF_PART = 2;

/** Whether a value is one of a schema. */
export function fitsPart(
  part: SchemaPart,
  value: unknown,
  run: Run,
  marks: Marks | undefined,
): boolean {
  if (part.always !== undefined) return part.always;
  spendEffort(run.effort, COST_OF_PART);
  enterLevel(run);
  // Who asks what was spoken of asks only inside this schema, not what stands around it.
  const own = part.needsMarks ? newMarks() : marks;
  let fits = true;
  for (const check of part.checks) {
    if (check.fits(value, run, own)) continue;
    fits = false;
    break;
  }
  if (fits && own !== undefined && marks !== undefined && own !== marks) addMarks(marks, own);
  run.level -= 1;
  return fits;
}

/** Whether a member or an element is one of a schema. */
export function fitsInside(part: SchemaPart, value: unknown, run: Run): boolean {
  requireWay(run);
  const isCut = isHalfway(run) && isObject(value);
  if (isCut) {
    const known = run.apart.get(part)?.get(value);
    if (known !== undefined) return known;
    run.halfway = { part, value };
  }
  run.depth += 1;
  const fits = fitsPart(part, value, run, undefined);
  run.depth -= 1;
  if (isCut) run.halfway = undefined;
  return fits;
}

/** Tells everything that is wrong with a value. */
export function tellPart(part: SchemaPart, value: unknown, telling: Telling): void {
  const { run } = telling;
  if (part.always === false) {
    tell(telling, {
      expected: 'nothing',
      found: describeFound(value),
      why: 'Nothing may stand here.',
    });
  }
  spendEffort(run.effort, COST_OF_PART);
  enterLevel(run);
  for (const check of part.checks) {
    if (isFull(telling)) break;
    check.tell(value, telling);
  }
  run.level -= 1;
}

/** Tells what is wrong with a member or an element. */
export function tellInside(
  part: SchemaPart,
  value: unknown,
  step: string | number,
  telling: Telling,
): void {
  const { run, path } = telling;
  if (telling.isShallow) {
    if (fitsInside(part, value, run)) return;
    telling.weight += isWord(part, value) ? WEIGHT_OF_WORD : WEIGHT_OF_MEMBER;
    return;
  }
  requireWay(run);
  path.push(step);
  run.depth += 1;
  if (isHalfway(run) && isObject(value)) tellHalfway(part, value, telling);
  else tellPart(part, value, telling);
  run.depth -= 1;
  path.pop();
}

function tellHalfway(part: SchemaPart, value: object, telling: Telling): void {
  const { run, path, problems } = telling;
  const limit = telling.limit - problems.length;
  const told = run.told.get(part)?.get(value);
  if (told !== undefined && answers(told, path, limit)) {
    problems.push(...told.problems.slice(0, limit));
    telling.weight += told.weight;
    return;
  }
  run.halfway = { part, value, telling: { path: [...path], limit } };
  tellPart(part, value, telling);
  run.halfway = undefined;
}

/** Whether what was told is what would be told at this place. */
function answers(told: Told, path: ValuePath, limit: number): boolean {
  const isEnough = told.problems.length < told.limit || told.limit >= limit;
  return isEnough && pointer(told.path) === pointer(path);
}

/** Whether all problems that were asked for have been told. */
export function isFull({ problems, limit, isShallow }: Telling): boolean {
  return !isShallow && problems.length >= limit;
}

/** What is wrong, in words. */
interface Mismatch {
  expected: string;
  found: string;
  /** Instead of the sentence that is made of the two. */
  why?: string;
  /** What to do about it, in a sentence. */
  hint?: string | undefined;
  /** Where it is, from here. */
  step?: string | number;
  /** How much it speaks against the schema being the one that is meant. @default 3 */
  weight?: number;
}

/** Tells one problem; the same at the same place is told only once. */
export function tell(telling: Telling, mismatch: Mismatch): void {
  const { expected, found, why, hint = '', step, weight = WEIGHT_OF_MEMBER } = mismatch;
  telling.weight += weight;
  if (telling.isShallow || isFull(telling)) return;
  const path = pointer(step === undefined ? telling.path : [...telling.path, step]);
  const sentence = why ?? `Expected ${expected}, found ${found}.`;
  const message = hint === '' ? sentence : `${sentence} ${hint}`;
  const isKnown = telling.problems.some(
    (problem) => problem.path === path && problem.message === message,
  );
  if (!isKnown) telling.problems.push({ path, message, expected, found });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is a word that says which of several forms is meant. */
function isWord({ place }: SchemaPart, value: unknown): boolean {
  if (isObject(value)) return false;
  return place.value instanceof Map && (place.value.has('const') || place.value.has('enum'));
}

import { compareArrays } from './compare-arrays.ts';
import { compareCombinations, compareWithParts } from './compare-combinations.ts';
import { compareObjects } from './compare-objects.ts';
import {
  compareConstants,
  compareEnums,
  compareNumbers,
  compareStrings,
} from './compare-values.ts';
import type { Asking, Found, OwnDifference, Pair, Tools } from './comparison.ts';
import { differ } from './comparison.ts';

/** What may hold other schemas that are compared. */
const STRUCTURED: ReadonlySet<string> = new Set(['array', 'object', 'not']);

/**
 * Finds how two schemas differ, the compatible differences included, where that can be said without
 * looking at others.
 *
 * @param pair what messages were written with, and what they are read with; a reference is followed
 *   already
 * @returns undefined where it cannot
 */
export function compareAtOnce(
  { original, update }: Pair,
  tools: Tools,
): OwnDifference[] | undefined {
  if (original.kind === 'combined' || update.kind === 'combined') return undefined;
  if (original.kind === 'string' && update.kind === 'string')
    return compareStrings(original, update);
  if (original.kind === 'number' && update.kind === 'number')
    return compareNumbers(original, update);
  if (original.kind === 'enum' && update.kind === 'enum')
    return compareEnums(original, update, tools);
  if (original.kind === 'const' && update.kind === 'const')
    return compareConstants(original, update);
  if (original.kind === update.kind) return STRUCTURED.has(original.kind) ? undefined : [];
  return original.kind === 'nothing' || update.kind === 'anything' ? [] : [differ('TYPE_CHANGED')];
}

/** Finds how two schemas differ, the compatible differences included. */
export function* compareModels({ original, update }: Pair, tools: Tools): Asking<Found[]> {
  if (original.kind === 'array' && update.kind === 'array') {
    return yield* compareArrays(original, update, tools);
  }
  if (original.kind === 'object' && update.kind === 'object') {
    return yield* compareObjects(original, update, tools);
  }
  if (original.kind === 'combined' && update.kind === 'combined') {
    return yield* compareCombinations(original, update, tools);
  }
  if (original.kind === 'not' && update.kind === 'not') {
    // What is forbidden may become less.
    const fits = yield { original: update.schema.load(), update: original.schema.load() };
    return [differ(fits ? 'NOT_TYPE_NARROWED' : 'NOT_TYPE_EXTENDED', 'not')];
  }
  const withParts = yield* compareWithParts(original, update);
  if (withParts !== undefined) return withParts;
  return original.kind === 'nothing' || update.kind === 'anything' ? [] : [differ('TYPE_CHANGED')];
}

import type { Asking, Found, Tools } from './comparison.ts';
import { differ } from './comparison.ts';
import { countMatches } from './match-parts.ts';
import type { CombinedSchema, SchemaModel } from './model.ts';

/** Compares two combinations: their criterion, how many parts they have, and which fit together. */
export function* compareCombinations(
  original: CombinedSchema,
  update: CombinedSchema,
  { spend }: Tools,
): Asking<Found[]> {
  const found: Found[] = [];
  if (original.criterion !== update.criterion) {
    if (update.criterion !== 'anyOf') return [differ('COMBINED_TYPE_CHANGED')];
    found.push(differ('COMBINED_TYPE_EXTENDED'));
  }
  const more = update.parts.length - original.parts.length;
  const what = update.criterion === 'allOf' ? 'PRODUCT_TYPE' : 'SUM_TYPE';
  if (more !== 0) found.push(differ(more > 0 ? `${what}_EXTENDED` : `${what}_NARROWED`));
  const pairs = yield* pairsThatFit(original, update);
  const wanted = Math.min(original.parts.length, update.parts.length);
  if (countMatches(pairs, spend) < wanted) found.push(differ('COMBINED_TYPE_SUBSCHEMAS_CHANGED'));
  return found;
}

/** For each part of the original, the positions of those of the update that take what it takes. */
function* pairsThatFit(original: CombinedSchema, update: CombinedSchema): Asking<number[][]> {
  const pairs: number[][] = [];
  for (const part of original.parts) {
    const positions: number[] = [];
    for (const [position, other] of update.parts.entries()) {
      if (yield { original: part.load(), update: other.load() }) positions.push(position);
    }
    pairs.push(positions);
  }
  return pairs;
}

/**
 * Compares a combination with a schema that is none: one part may do for the whole.
 *
 * @returns undefined where none does
 */
export function* compareWithParts(
  original: SchemaModel,
  update: SchemaModel,
): Asking<Found[] | undefined> {
  if (original.kind !== 'combined' && update.kind === 'combined') {
    const { criterion, parts } = update;
    if (criterion === 'allOf' && parts.length !== 1) return undefined;
    for (const part of parts) {
      if (!(yield { original, update: part.load() })) continue;
      return parts.length === 1 ? [] : [differ('SUM_TYPE_EXTENDED')];
    }
  }
  if (original.kind === 'combined' && update.kind !== 'combined') {
    const { criterion, parts } = original;
    if (criterion !== 'allOf' && parts.length !== 1) return undefined;
    for (const part of parts) {
      if (!(yield { original: part.load(), update })) continue;
      return parts.length === 1 ? [] : [differ('PRODUCT_TYPE_NARROWED')];
    }
  }
  return undefined;
}

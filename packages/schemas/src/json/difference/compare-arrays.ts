import type { Cover } from './compare-content.ts';
import { compareCovered, compareRemoved } from './compare-content.ts';
import { compareLimits } from './compare-limits.ts';
import { compareRest, unevaluatedRest } from './compare-rest.ts';
import type { Asking, Found, OwnDifference, Tools } from './comparison.ts';
import { COST_OF_NAME, differ } from './comparison.ts';
import type { ArraySchema, SchemaModel } from './model.ts';

/** Compares what two schemas say about arrays. */
export function* compareArrays(
  original: ArraySchema,
  update: ArraySchema,
  { spend }: Tools,
): Asking<Found[]> {
  spend((original.tuple.length + update.tuple.length) * COST_OF_NAME);
  return [
    ...compareItems(original, update),
    ...(yield* compareTuples(original, update)),
    ...compareRest(original.additionalItems, update.additionalItems, [
      'additionalItems',
      'ADDITIONAL_ITEMS',
    ]),
    ...compareRest(
      unevaluatedRest(original.unevaluatedItems),
      unevaluatedRest(update.unevaluatedItems),
      ['unevaluatedItems', 'UNEVALUATED_ITEMS'],
    ),
    ...compareLimits(original, update, [
      ['maxItems', 'MAX_ITEMS'],
      ['minItems', 'MIN_ITEMS'],
    ]),
    ...compareUniqueness(original, update),
    ...compareLimits(original, update, [
      ['maxContains', 'MAX_CONTAINS'],
      ['minContains', 'MIN_CONTAINS'],
    ]),
  ];
}

function compareItems(original: ArraySchema, update: ArraySchema): Found[] {
  const before = original.items?.load();
  const after = update.items?.load();
  if (before !== undefined && after !== undefined) {
    return [{ original: before, update: after, steps: ['items'] }];
  }
  if (after !== undefined) return [differ('SCHEMA_ADDED', 'items')];
  return before === undefined ? [] : [differ('SCHEMA_REMOVED', 'items')];
}

function* compareTuples(original: ArraySchema, update: ArraySchema): Asking<Found[]> {
  const found: Found[] = [];
  const longer = original.tuple.length < update.tuple.length ? update.tuple : original.tuple;
  for (const index of longer.keys()) {
    const before = original.tuple[index]?.load();
    const after = update.tuple[index]?.load();
    const steps = ['items', index];
    if (before !== undefined && after !== undefined) {
      found.push({ original: before, update: after, steps });
    } else if (after !== undefined) {
      found.push(...(yield* compareAdded(index, after, coverOf(original))));
    } else if (before !== undefined) {
      found.push(...(yield* compareRemoved('ITEM', before, coverOf(update), steps)));
    }
  }
  return found;
}

function* compareAdded(index: number, item: SchemaModel, cover: Cover): Asking<Found[]> {
  const steps = ['items', index];
  if (cover === 'nothing') return [differ('ITEM_ADDED_TO_CLOSED_CONTENT_MODEL', ...steps)];
  if (cover !== 'everything') return yield* compareCovered('ITEM', cover, item, steps);
  if (item.kind !== 'anything') return [differ('ITEM_ADDED_TO_OPEN_CONTENT_MODEL', ...steps)];
  return [differ('ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL', ...steps)];
}

/** What a schema takes as an item that its tuple does not name. */
function coverOf({ additionalItems, ...schema }: ArraySchema): Cover {
  const unevaluatedItems = unevaluatedRest(schema.unevaluatedItems);
  if (typeof additionalItems === 'object') return additionalItems.load();
  if (typeof unevaluatedItems === 'object') return unevaluatedItems.load();
  return additionalItems && unevaluatedItems ? 'everything' : 'nothing';
}

function compareUniqueness(original: ArraySchema, update: ArraySchema): OwnDifference[] {
  if (original.uniqueItems === update.uniqueItems) return [];
  return [
    differ(update.uniqueItems ? 'UNIQUE_ITEMS_ADDED' : 'UNIQUE_ITEMS_REMOVED', 'uniqueItems'),
  ];
}

import type { Asking, Found, Steps } from './comparison.ts';
import { differ } from './comparison.ts';
import type { SchemaModel } from './model.ts';

/** What stands in for a member that the other schema does not name: everything, a schema, nothing. */
export type Cover = 'everything' | SchemaModel | 'nothing';

/** Compares a property or an item that is only in the original with what takes its place. */
export function* compareRemoved(
  what: 'PROPERTY' | 'ITEM',
  member: SchemaModel,
  cover: Cover,
  steps: Steps,
): Asking<Found[]> {
  if (cover === 'everything') return [differ(`${what}_REMOVED_FROM_OPEN_CONTENT_MODEL`, ...steps)];
  if (cover === 'nothing') {
    if (member.kind === 'nothing') {
      return [differ(`${what}_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL`, ...steps)];
    }
    return [differ(`${what}_REMOVED_FROM_CLOSED_CONTENT_MODEL`, ...steps)];
  }
  const pair = { original: member, update: cover, steps };
  const is = (yield pair) ? 'IS' : 'NOT';
  return [pair, differ(`${what}_REMOVED_${is}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`, ...steps)];
}

/** Compares a property or an item that is only in the update with what took its place. */
export function* compareCovered(
  what: 'PROPERTY' | 'ITEM',
  cover: SchemaModel,
  member: SchemaModel,
  steps: Steps,
): Asking<Found[]> {
  const pair = { original: cover, update: member, steps };
  const is = (yield pair) ? 'IS' : 'NOT';
  return [pair, differ(`${what}_ADDED_${is}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`, ...steps)];
}

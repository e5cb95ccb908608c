import { groupBy } from '../../group-by.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { placeSubject, shorten } from '../say-value.ts';
import type { ChangedField, JsonChange } from './json-change.ts';

/**
 * Tells of a field that went from one object and came to another, with the same name and the same
 * schema, as one that moved. Where several are like it, it stays removed and added.
 */
export function withMovedFields(
  changes: readonly JsonChange[],
  identity: (value: JsonValue) => number,
): JsonChange[] {
  const keyOf = (field: ChangedField | undefined): string =>
    `${identity(field?.place.value ?? true)} ${field?.name}`;
  const removed = groupBy(
    changes.filter(({ kind }) => kind === 'field_removed'),
    ({ was }) => keyOf(was.field),
  );
  const added = groupBy(
    changes.filter(({ kind }) => kind === 'field_added'),
    ({ is }) => keyOf(is.field),
  );
  const moved = new Map<JsonChange, JsonChange | undefined>();
  for (const [key, [old, ...moreOld]] of removed) {
    const [next, ...moreNext] = added.get(key) ?? [];
    if (old === undefined || next === undefined || moreOld.length + moreNext.length > 0) continue;
    moved.set(old, undefined);
    moved.set(next, tellMove(old, next));
  }
  return changes.flatMap((change) => (moved.has(change) ? (moved.get(change) ?? []) : change));
}

function tellMove(old: JsonChange, next: JsonChange): JsonChange {
  const [from, to] = [old, next].map(({ path, was, is }) => {
    const name = (is.field ?? was.field)?.name ?? '';
    return placeSubject(path.slice(0, Math.max(path.length - name.length - 1, 0))).within;
  });
  const message = `The field '${shorten(next.is.field?.name ?? '')}' moved from ${from} to ${to}.`;
  const said = { before: old.path, after: next.path, message };
  return { ...next, was: old.was, kind: 'field_moved', ...said };
}

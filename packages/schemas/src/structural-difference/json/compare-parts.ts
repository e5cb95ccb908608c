import { partPath } from '../../field-walk/json/json-path.ts';
import { typeAndNullInWords } from '../../field-walk/json/type-in-words.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import { sayJson } from '../say-value.ts';
import { compareProperty, reportSpelling } from './compare-annotations.ts';
import { compareConstraint, reportConstraint } from './compare-constraints.ts';
import { isSchema } from './compare-objects.ts';
import { reportType } from './compare-types.ts';
import type { ComparedPlace, ComparedSchema, Comparison } from './json-change.ts';
import { within } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';

/** The keywords that hold one schema, and what the path of it has more. */
export const singleParts: Readonly<Record<string, string>> = {
  if: partPath('', 'if'),
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword's name
  then: partPath('', 'then'),
  else: partPath('', 'else'),
  not: partPath('', 'not'),
  contains: '[]',
  propertyNames: partPath('', 'names'),
  contentSchema: partPath('', 'content'),
};

/** Compares a keyword that holds one schema. */
export function comparePart(
  before: SchemaView,
  after: SchemaView,
  keyword: string,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  if (isJsonObject(old) && isJsonObject(next)) {
    const was = comparison.old.outline.links.one(before.holder(keyword), keyword);
    const is = comparison.next.outline.links.one(after.holder(keyword), keyword);
    if (was === undefined || is === undefined) return;
    const path = `${place.path}${singleParts[keyword] ?? ''}`;
    comparison.later(() => comparison.compare(was, is, within(place, path, keyword)));
  } else compareConstraint(before, after, keyword, place, comparison);
}

/** Compares what must hold where a property is there: a schema, or other properties. */
export function compareDependencies(
  before: SchemaView,
  after: SchemaView,
  keyword: 'dependencies' | 'dependentSchemas',
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  if ([old, next].some((value) => value !== undefined && !isJsonObject(value))) {
    compareProperty(before, after, keyword, place, comparison);
    return;
  }
  const oldMembers = isJsonObject(old) ? old : new Map();
  const nextMembers = isJsonObject(next) ? next : new Map();
  if (oldMembers.size + nextMembers.size === 0) {
    if ((old === undefined) !== (next === undefined)) {
      reportSpelling(old, next, keyword, place, comparison);
    }
    return;
  }
  for (const name of new Set([...nextMembers.keys(), ...oldMembers.keys()])) {
    const [was, is] = [oldMembers.get(name), nextMembers.get(name)];
    const { documents: oldDocuments } = comparison.old.outline.links;
    const { documents: nextDocuments } = comparison.next.outline.links;
    const from = isJsonObject(was) && oldDocuments.child(before.holder(keyword), keyword, name);
    const to = isJsonObject(is) && nextDocuments.child(after.holder(keyword), keyword, name);
    if (from && to) {
      const path = partPath(place.path, `with ${name}`);
      comparison.later(() => comparison.compare(from, to, within(place, path, keyword)));
    } else if (
      was === undefined ||
      is === undefined ||
      comparison.identity(was) !== comparison.identity(is)
    ) {
      const said = [was, is].map((value) =>
        value === undefined ? undefined : `${name}: ${sayJson(value)}`,
      );
      reportConstraint(said[0], said[1], keyword, place, comparison);
    }
  }
}

/** Compares the elements of lists: all of them, or each by its position. */
export function compareItems(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get('items'), after.members.get('items')];
  if (old === undefined && next === undefined) return;
  if (isJsonArray(old) && isJsonArray(next)) {
    compareTuples(before, after, 'items', place, comparison);
    return;
  }
  const was = elementsOf(before, comparison.old);
  const is = elementsOf(after, comparison.next);
  const path = `${place.path}[]`;
  if (was === undefined || is === undefined) {
    if (isJsonArray(old) || isJsonArray(next))
      reportType(before, after, place, comparison, 'items');
    else compareProperty(before, after, 'items', place, comparison);
    return;
  }
  if (old !== undefined && next !== undefined) {
    comparison.later(() => comparison.compare(was, is, { ...place, path }));
    return;
  }
  const [from, to] = [was, is].map((elements, side) =>
    typeAndNullInWords(elements, (side === 0 ? comparison.old : comparison.next).outline),
  );
  if (from === undefined || to === undefined) return;
  if (from === to) {
    reportSpelling(old, next, 'items', place, comparison);
    return;
  }
  const message = `The type of '${path}' changed from ${from} to ${to}.`;
  const sides = { was: { ...place.was, place: was }, is: { ...place.is, place: is } };
  const said = { before: from, after: to, message, keyword: 'items' };
  comparison.report({ ...place, ...sides, path, kind: 'type_changed', ...said });
}

/** Compares lists whose elements are described by position. */
export function compareTuples(
  before: SchemaView,
  after: SchemaView,
  keyword: 'items' | 'prefixItems',
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  const [oldList, nextList] = [old ?? [], next ?? []];
  if (!isSchemaList(oldList) || !isSchemaList(nextList)) {
    compareProperty(before, after, keyword, place, comparison);
    return;
  }
  const length = Math.max(oldList.length, nextList.length);
  if (length === 0 && (old === undefined) !== (next === undefined)) {
    reportSpelling(old, next, keyword, place, comparison);
  }
  for (let index = 0; index < length; index += 1) {
    const path = `${place.path}[${index}]`;
    const was = index < oldList.length ? child(before, keyword, index, comparison.old) : undefined;
    const is = index < nextList.length ? child(after, keyword, index, comparison.next) : undefined;
    comparison.later(() => {
      const sides = { was: { ...place.was, part: was }, is: { ...place.is, part: is } };
      const here = { ...place, ...sides, path, keyword };
      if (was !== undefined && is !== undefined) {
        comparison.compare(was, is, { ...place, path });
      } else if (is !== undefined) {
        const words = typeAndNullInWords(is, comparison.next.outline);
        const message = `'${path}' must be ${words} now.`;
        comparison.report({ ...here, kind: 'constraint_added', after: words, message });
      } else if (was !== undefined) {
        const words = typeAndNullInWords(was, comparison.old.outline);
        const message = `'${path}' need not be ${words} any more.`;
        comparison.report({ ...here, kind: 'constraint_removed', before: words, message });
      }
    });
  }
}

function child(
  view: SchemaView,
  keyword: string,
  index: number,
  { outline }: ComparedSchema,
): SchemaPlace | undefined {
  return outline.links.documents.child(view.holder(keyword), keyword, index);
}

/** What the elements of a list are; anything where it is not said, undefined where it is no schema. */
function elementsOf(view: SchemaView, { outline }: ComparedSchema): SchemaPlace | undefined {
  const written = view.members.get('items');
  if (written === undefined) return { ...view.place, value: true };
  return isSchema(written) ? outline.links.one(view.holder('items'), 'items') : undefined;
}

function isSchemaList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isSchema);
}

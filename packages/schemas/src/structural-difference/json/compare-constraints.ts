import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray } from '../../lossless-json/value.ts';
import { alignSequences } from '../align-sequences.ts';
import { placeSubject, sayJson, sayPosition, shorten } from '../say-value.ts';
import { compareProperty } from './compare-annotations.ts';
import type { ComparedPlace, Comparison } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';

/** The keywords that a value is checked by and that hold no schemas. */
export const constraintKeywords: readonly string[] = [
  'const',
  'multipleOf',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'contentEncoding',
  'contentMediaType',
];

/** Compares one keyword that a value is checked by. */
export function compareConstraint(
  before: SchemaView,
  after: SchemaView,
  keyword: string,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  const { identity } = comparison;
  if (old !== undefined && next !== undefined && identity(old) === identity(next)) return;
  reportConstraint(sayOrNothing(old), sayOrNothing(next), keyword, place, comparison);
}

/** Tells of a constraint that came, went or is another. */
export function reportConstraint(
  before: string | undefined,
  after: string | undefined,
  keyword: string,
  place: ComparedPlace,
  { report }: Comparison,
): void {
  const { start, within } = placeSubject(place.path);
  const name = `'${keyword}'`;
  if (before === undefined && after !== undefined) {
    const message = `${start} must fit ${name} now: ${after}.`;
    report({ ...place, keyword, kind: 'constraint_added', after: `${keyword}: ${after}`, message });
  } else if (before !== undefined && after === undefined) {
    const message = `${start} need not fit ${name} any more, which was ${before}.`;
    const text = `${keyword}: ${before}`;
    report({ ...place, keyword, kind: 'constraint_removed', before: text, message });
  } else if (before !== undefined && after !== undefined) {
    const message = `The constraint ${name} of ${within} changed from ${before} to ${after}.`;
    const texts = { before: `${keyword}: ${before}`, after: `${keyword}: ${after}` };
    report({ ...place, keyword, kind: 'constraint_changed', ...texts, message });
  }
}

/** Compares the values of `enum` one by one. */
export function compareEnums(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get('enum'), after.members.get('enum')];
  if (!isJsonArray(old) || !isJsonArray(next)) {
    const isOdd = [old, next].some((value) => value !== undefined && !isJsonArray(value));
    if (isOdd) compareProperty(before, after, 'enum', place, comparison);
    else compareConstraint(before, after, 'enum', place, comparison);
    return;
  }
  const { identity, report } = comparison;
  if (identity(old) === identity(next)) return;
  const { start, within } = placeSubject(place.path);
  const keyword = 'enum';
  const matches = matchEqual(old, next, identity);
  for (const element of alignSequences(old.length, matches)) {
    const [gone, come] = [old[element.before ?? -1], next[element.after ?? -1]];
    if (gone === undefined && come !== undefined) {
      const message = `${start} may be ${sayJson(come)} now.`;
      report({ ...place, keyword, kind: 'symbol_added', after: sayJson(come), message });
    } else if (gone !== undefined && come === undefined) {
      const message = `${start} may not be ${sayJson(gone)} any more.`;
      report({ ...place, keyword, kind: 'symbol_removed', before: sayJson(gone), message });
    } else if (element.moved && come !== undefined) {
      const [from, to] = [element.before ?? 0, element.after ?? 0];
      const previous = next[to - 1];
      const where = sayPosition(previous === undefined ? undefined : shorten(sayJson(previous)));
      const message = `The value ${sayJson(come)} of ${within} stands elsewhere: it comes ${where} now.`;
      const said = { before: String(from + 1), after: String(to + 1) };
      report({ ...place, keyword, kind: 'symbol_moved', ...said, message });
    }
  }
}

/** For each newer value the place of an equal older one; each is used once. */
export function matchEqual(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  identity: (value: JsonValue) => number,
): (number | undefined)[] {
  const places = new Map<number, number[]>();
  for (const [index, value] of [...before.entries()].reverse()) {
    const key = identity(value);
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  return after.map((value) => places.get(identity(value))?.pop());
}

function sayOrNothing(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : sayJson(value);
}

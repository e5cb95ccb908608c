import { typeAndNullInWords, typeInWords } from '../../field-walk/json/type-in-words.ts';
import type { JsonKind } from '../../field-walk/json/value-facts.ts';
import { writtenKinds } from '../../field-walk/json/value-facts.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray } from '../../lossless-json/value.ts';
import { placeSubject, sayJson } from '../say-value.ts';
import { compareProperty, reportSpelling } from './compare-annotations.ts';
import type { ComparedPlace, Comparison } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';

/**
 * Compares `type`: null apart from the others.
 *
 * @param nullKnown whether a change of null was told of already, as one of a branch
 * @returns false where the values have nothing in common, so that the other keywords need no look
 */
export function compareTypes(
  before: SchemaView,
  after: SchemaView,
  nullKnown: boolean,
  place: ComparedPlace,
  comparison: Comparison,
): boolean {
  const [old, next] = [before.members.get('type'), after.members.get('type')];
  const { identity } = comparison;
  if (old === next) return true;
  if (old !== undefined && next !== undefined && identity(old) === identity(next)) return true;
  if (!isType(old) || !isType(next)) {
    compareProperty(before, after, 'type', place, comparison);
    return true;
  }
  const [oldKinds, nextKinds] = [writtenKinds(old), writtenKinds(next)];
  const nullable = [oldKinds?.has('null') ?? false, nextKinds?.has('null') ?? false];
  const told =
    !nullKnown && nullable[0] !== nullable[1] && oldKinds !== undefined && nextKinds !== undefined;
  if (told) reportNull(before, after, nullable[1] === true, place, comparison);
  const [oldRest, nextRest] = [withoutNull(old), withoutNull(next)];
  const isSame =
    (old === undefined) === (next === undefined) &&
    oldRest.length === nextRest.length &&
    oldRest.every((kind) => nextRest.includes(kind));
  if (!isSame) {
    reportType(before, after, place, comparison);
    return common(oldKinds, nextKinds);
  }
  if (!told && !nullKnown) reportSpelling(old, next, 'type', place, comparison);
  return true;
}

/** Tells that a value may be null now, or may not any more. */
export function reportNull(
  before: SchemaView,
  after: SchemaView,
  isNullable: boolean,
  place: ComparedPlace,
  { report, old, next }: Comparison,
): void {
  const { start } = placeSubject(place.path);
  const texts = {
    before: typeAndNullInWords(before.place, old.outline),
    after: typeAndNullInWords(after.place, next.outline),
  };
  const keyword = 'type';
  if (isNullable) {
    const message = `${start} may be null now.`;
    report({ ...place, keyword, kind: 'made_nullable', ...texts, message });
  } else {
    const message = `${start} may not be null any more.`;
    report({ ...place, keyword, kind: 'made_not_nullable', ...texts, message });
  }
}

/** Tells that a value is of another type. */
export function reportType(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  { report, old, next }: Comparison,
  keyword = 'type',
): void {
  const words = [typeInWords(before.place, old.outline), typeInWords(after.place, next.outline)];
  const written = [before, after].map(({ place: { value }, members }) =>
    sayJson(members.get(keyword) ?? value),
  );
  // Where the words are the same, what is written tells the difference.
  const [from = '', to = ''] = words[0] === words[1] ? written : words;
  const { within } = placeSubject(place.path);
  const message = `The type of ${within} changed from ${from} to ${to}.`;
  report({ ...place, keyword, kind: 'type_changed', before: from, after: to, message });
}

function isType(value: JsonValue | undefined): boolean {
  if (value === undefined || typeof value === 'string') return true;
  return isJsonArray(value) && value.every((name) => typeof name === 'string');
}

function withoutNull(type: JsonValue | undefined): JsonValue[] {
  const names = isJsonArray(type) ? [...new Set(type)] : type === undefined ? [] : [type];
  return names.filter((name) => name !== 'null');
}

function common(
  old: ReadonlySet<JsonKind> | undefined,
  next: ReadonlySet<JsonKind> | undefined,
): boolean {
  if (old === undefined || next === undefined) return true;
  return [...old].some((kind) => kind !== 'null' && next.has(kind));
}

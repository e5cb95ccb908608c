import { typeAndNullInWords } from '../../field-walk/json/type-in-words.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import { placeSubject, shorten } from '../say-value.ts';
import { compareProperty, reportSpelling } from './compare-annotations.ts';
import { isMapOrMissing } from './compare-objects.ts';
import type { ComparedPlace, Comparison } from './json-change.ts';
import { within } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';

/** What may stand in an object or a list beside what is named, by the keyword that says so. */
const OTHERS: Readonly<Record<string, { what: string; suffix: string }>> = {
  additionalProperties: { what: 'other properties', suffix: '{}' },
  unevaluatedProperties: { what: 'other properties', suffix: '{}' },
  additionalItems: { what: 'further elements', suffix: '[]' },
  unevaluatedItems: { what: 'further elements', suffix: '[]' },
};

/** The keywords that open or close an object or a list. */
export const contentKeywords: readonly string[] = Object.keys(OTHERS);

/** Compares what may stand beside what is named: anything, nothing, or values of a type. */
export function compareContentModel(
  before: SchemaView,
  after: SchemaView,
  keyword: string,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  const { what, suffix } = OTHERS[keyword] ?? { what: 'others', suffix: '' };
  const { identity, later, report } = comparison;
  if (old === undefined && next === undefined) return;
  if (old !== undefined && next !== undefined && identity(old) === identity(next)) {
    if (!isJsonObject(next)) return;
  }
  const { links: oldLinks } = comparison.old.outline;
  const { links: nextLinks } = comparison.next.outline;
  const was = oldLinks.one(before.holder(keyword), keyword);
  const is = nextLinks.one(after.holder(keyword), keyword);
  if ((old !== undefined && was === undefined) || (next !== undefined && is === undefined)) {
    compareProperty(before, after, keyword, place, comparison);
    return;
  }
  if (was !== undefined && is !== undefined && isJsonObject(old) && isJsonObject(next)) {
    const path = `${place.path}${suffix}`;
    later(() => comparison.compare(was, is, within(place, path, keyword)));
    return;
  }
  const [from, to] = [
    was === undefined ? 'anything' : typeAndNullInWords(was, comparison.old.outline),
    is === undefined ? 'anything' : typeAndNullInWords(is, comparison.next.outline),
  ];
  if (from === to) {
    reportSpelling(old, next, keyword, place, comparison);
    return;
  }
  const { start } = placeSubject(place.path);
  const now = to === 'nothing' ? `may not have ${what} any more` : `may have ${what} now`;
  const kind = to === 'nothing' || to === 'anything' ? '' : `, which are ${to}`;
  const past = from === 'nothing' || from === 'anything' ? '' : `; they were ${from}`;
  const message = `${start} ${now}${kind}${past}.`;
  const said = { before: from, after: to };
  report({ ...place, keyword, kind: 'content_model_changed', ...said, message });
}

/** Compares what properties whose names fit a pattern may be. */
export function comparePatterns(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const keyword = 'patternProperties';
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  if (!isMapOrMissing(old) || !isMapOrMissing(next)) {
    compareProperty(before, after, keyword, place, comparison);
    return;
  }
  const oldPatterns = comparison.old.outline.links.named(before.holder(keyword), keyword);
  const nextPatterns = comparison.next.outline.links.named(after.holder(keyword), keyword);
  const [wasEmpty, isEmpty] = [oldPatterns.length === 0, nextPatterns.length === 0];
  if (wasEmpty && isEmpty && (old === undefined) !== (next === undefined)) {
    reportSpelling(old, next, keyword, place, comparison);
  }
  const known = new Map(old === undefined ? [] : oldPatterns);
  const object = placeSubject(place.path).within;
  const { later, report } = comparison;
  for (const [pattern, is] of next === undefined ? [] : nextPatterns) {
    const was = known.get(pattern);
    known.delete(pattern);
    const path = `${place.path}{}`;
    if (was !== undefined) {
      later(() => comparison.compare(was, is, within(place, path, keyword)));
      continue;
    }
    const words = typeAndNullInWords(is, comparison.next.outline);
    const message = `The properties of ${object} whose name fits '${shorten(pattern)}' must be ${words} now.`;
    const said = `${pattern}: ${words}`;
    report({ ...place, keyword, kind: 'content_model_changed', after: said, message });
  }
  for (const [pattern, was] of known) {
    const words = typeAndNullInWords(was, comparison.old.outline);
    const message = `The properties of ${object} whose name fits '${shorten(pattern)}' need not be ${words} any more.`;
    const said = `${pattern}: ${words}`;
    report({ ...place, keyword, kind: 'content_model_changed', before: said, message });
  }
}

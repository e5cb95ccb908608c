import type { AvroProperties, AvroType } from '../../avro/model.ts';
import { sameJson } from '../../avro/same-type.ts';
import {
  canHaveLogicalType,
  logicalTypeInWords,
  writtenLogicalType,
} from '../../field-walk/avro/written-logical-type.ts';
import type { Subject } from '../say-value.ts';
import { placeSubject, sayJson, shorten } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './avro-change.ts';

const NOTHING: ReadonlySet<string> = new Set();
const LOGICAL: ReadonlySet<string> = new Set(['logicalType', 'precision', 'scale']);

/** Compares documentation. */
export function compareDocs(
  before: string | undefined,
  after: string | undefined,
  place: ComparedPlace,
  { report }: Comparison,
  subject: Subject = placeSubject(place.path),
): void {
  if (before === after) return;
  if (before === undefined && after !== undefined) {
    report({ ...place, kind: 'doc_added', after, message: `${subject.start} is documented now.` });
  } else if (before !== undefined && after === undefined) {
    const message = `${subject.start} is not documented any more.`;
    report({ ...place, kind: 'doc_removed', before, message });
  } else if (before !== undefined && after !== undefined) {
    const message = `The documentation of ${subject.within} changed.`;
    report({ ...place, kind: 'doc_changed', before, after, message });
  }
}

/** Compares aliases as sets: their order means nothing. */
export function compareAliases(
  before: readonly string[],
  after: readonly string[],
  place: ComparedPlace,
  { report }: Comparison,
  subject: Subject = placeSubject(place.path),
): void {
  const [old, next] = [new Set(before), new Set(after)];
  for (const alias of next) {
    if (old.has(alias)) continue;
    const message = `${subject.start} has the alias '${shorten(alias)}' now.`;
    report({ ...place, kind: 'alias_added', after: alias, message });
  }
  for (const alias of old) {
    if (next.has(alias)) continue;
    const message = `${subject.start} has lost the alias '${shorten(alias)}'.`;
    report({ ...place, kind: 'alias_removed', before: alias, message });
  }
}

/** Compares what a type or a field says beyond the specification, whatever the order. */
export function compareProperties(
  before: AvroProperties,
  after: AvroProperties,
  place: ComparedPlace,
  { report }: Comparison,
  subject: Subject = placeSubject(place.path),
  except: ReadonlySet<string> = NOTHING,
): void {
  for (const [key, value] of after) {
    if (except.has(key)) continue;
    const old = before.get(key);
    const name = `property '${shorten(key)}'`;
    if (old === undefined) {
      const message = `${subject.start} has the ${name} now: ${sayJson(value)}.`;
      report({ ...place, kind: 'property_added', after: `${key}: ${sayJson(value)}`, message });
    } else if (!sameJson(old, value)) {
      const said = { before: `${key}: ${sayJson(old)}`, after: `${key}: ${sayJson(value)}` };
      const message = `The ${name} of ${subject.within} changed from ${sayJson(old)} to ${sayJson(value)}.`;
      report({ ...place, kind: 'property_changed', ...said, message });
    }
  }
  for (const [key, value] of before) {
    if (except.has(key) || after.has(key)) continue;
    const message = `${subject.start} has lost the property '${shorten(key)}', which was ${sayJson(value)}.`;
    report({ ...place, kind: 'property_removed', before: `${key}: ${sayJson(value)}`, message });
  }
}

/** Compares the properties of two types in the same place; those of a logical type are one change. */
export function compareTypeProperties(
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  comparison: Comparison,
  subject?: Subject,
): void {
  if (before.type === 'union' || after.type === 'union') return;
  const logical = compareLogicalTypes(before, after, place, comparison);
  const except = logical ? LOGICAL : NOTHING;
  compareProperties(before.properties, after.properties, place, comparison, subject, except);
}

/** Compares logical types; answers whether there was one, which covers its properties. */
export function compareLogicalTypes(
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  { report }: Comparison,
): boolean {
  if (!canHaveLogicalType(before) || !canHaveLogicalType(after)) return false;
  const [old, next] = [writtenLogicalType(before), writtenLogicalType(after)];
  const oldText = old && logicalTypeInWords(old);
  const nextText = next && logicalTypeInWords(next);
  const subject = placeSubject(place.path);
  if (oldText === undefined && nextText === undefined) return false;
  if (oldText === nextText) return sameLogicalProperties(before, after);
  if (oldText === undefined && nextText !== undefined) {
    const message = `${subject.start} has the logical type ${nextText} now.`;
    report({ ...place, kind: 'logical_type_added', after: nextText, message });
  } else if (oldText !== undefined && nextText === undefined) {
    const message = `${subject.start} is no ${oldText} any more, but a plain ${after.type}.`;
    report({ ...place, kind: 'logical_type_removed', before: oldText, message });
  } else if (oldText !== undefined && nextText !== undefined) {
    const said = { before: oldText, after: nextText };
    const message = `The logical type of ${subject.within} changed from ${oldText} to ${nextText}.`;
    report({ ...place, kind: 'logical_type_changed', ...said, message });
  }
  return true;
}

// A scale of 0 that is written or not means the same, but is a change of the text.
function sameLogicalProperties(before: AvroType, after: AvroType): boolean {
  if (before.type === 'union' || after.type === 'union') return false;
  return [...LOGICAL].every((key) =>
    sameJson(before.properties.get(key), after.properties.get(key)),
  );
}

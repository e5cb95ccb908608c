import type { AvroField, AvroRecord } from '../../avro/model.ts';
import { sameJson } from '../../avro/same-type.ts';
import { fieldPath } from '../../field-walk/avro/field-path.ts';
import { typeAndNullInWords } from '../../field-walk/avro/type-in-words.ts';
import { alignSequences } from '../align-sequences.ts';
import { placeSubject, sayJson, sayPosition } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './avro-change.ts';
import { compareAliases, compareDocs, compareProperties } from './compare-attributes.ts';

/** Compares the fields of two records, each with everything below it. */
export function compareFields(
  before: AvroRecord,
  after: AvroRecord,
  path: string,
  comparison: Comparison,
): void {
  const { later } = comparison;
  const matches = matchFields(before, after);
  for (const element of alignSequences(before.fields.length, matches)) {
    const old = before.fields[element.before ?? -1];
    const next = after.fields[element.after ?? -1];
    const place: ComparedPlace = {
      path: fieldPath(path, (next ?? old)?.name ?? ''),
      was: { field: old, record: before, type: old?.type },
      is: { field: next, record: after, type: next?.type },
    };
    later(() => {
      if (old !== undefined && next !== undefined) {
        if (element.moved) reportMove(old, next, after, place, comparison);
        compareField(old, next, place, comparison);
      } else if (next !== undefined) reportAdded(next, after, place, comparison);
      else if (old !== undefined) reportRemoved(old, before, place, comparison);
    });
  }
}

/** For each newer field the older one that it continues, by name or else by an alias of either. */
function matchFields(before: AvroRecord, after: AvroRecord): (number | undefined)[] {
  const taken = new Set<number>();
  const take = (field: AvroField | undefined): number | undefined => {
    if (field === undefined || taken.has(field.position)) return undefined;
    taken.add(field.position);
    return field.position;
  };
  const byOldAlias = new Map<string, AvroField>();
  for (const field of before.fields) {
    for (const alias of field.aliases) byOldAlias.set(alias, field);
  }
  const matches = after.fields.map(({ name }) => take(before.fieldsByName.get(name)));
  return matches.map((match, index) => {
    const field = after.fields[index];
    if (match !== undefined || field === undefined) return match;
    for (const alias of field.aliases) {
      const found = take(before.fieldsByName.get(alias));
      if (found !== undefined) return found;
    }
    return take(byOldAlias.get(field.name));
  });
}

function compareField(
  old: AvroField,
  next: AvroField,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const { report, later } = comparison;
  if (old.name !== next.name) {
    const said = { before: old.name, after: next.name };
    const message = `The field '${old.name}' is called '${next.name}' now, and an alias ties the names.`;
    report({ ...place, kind: 'field_renamed', ...said, message });
  }
  compareDocs(old.doc, next.doc, place, comparison);
  compareDefaults(old, next, place, comparison);
  compareAliases(old.aliases, next.aliases, place, comparison);
  if (old.order !== next.order) {
    const said = { before: old.order, after: next.order };
    const message = `The sort order of '${place.path}' changed from ${old.order} to ${next.order}.`;
    report({ ...place, kind: 'sort_order_changed', ...said, message });
  }
  compareProperties(old.properties, next.properties, place, comparison);
  later(() => comparison.compare(old.type, next.type, place));
}

function compareDefaults(
  { default: before }: AvroField,
  { default: after }: AvroField,
  place: ComparedPlace,
  { report }: Comparison,
): void {
  const { start, within } = placeSubject(place.path);
  if (before === undefined && after !== undefined) {
    const message = `${start} has the default ${sayJson(after)} now.`;
    report({ ...place, kind: 'default_added', after: sayJson(after), message });
  } else if (before !== undefined && after === undefined) {
    const message = `${start} has lost its default ${sayJson(before)}.`;
    report({ ...place, kind: 'default_removed', before: sayJson(before), message });
  } else if (before !== undefined && after !== undefined && !sameJson(before, after)) {
    const said = { before: sayJson(before), after: sayJson(after) };
    const message = `The default of ${within} changed from ${said.before} to ${said.after}.`;
    report({ ...place, kind: 'default_changed', ...said, message });
  }
}

function reportMove(
  old: AvroField,
  next: AvroField,
  record: AvroRecord,
  place: ComparedPlace,
  { report }: Comparison,
): void {
  const said = { before: String(old.position + 1), after: String(next.position + 1) };
  const where = sayPosition(record.fields[next.position - 1]?.name);
  const message = `The field '${place.path}' stands elsewhere: it comes ${where} now.`;
  report({ ...place, kind: 'field_moved', ...said, message });
}

function reportAdded(
  field: AvroField,
  record: AvroRecord,
  place: ComparedPlace,
  { report, nameType, announceAdded }: Comparison,
): void {
  const type = typeAndNullInWords(field.type, nameType);
  const ending =
    field.default === undefined
      ? 'without a default'
      : `with the default ${sayJson(field.default)}`;
  const message = `The field '${field.name}' of type ${type} was added to ${nameType(record)}, ${ending}.`;
  report({ ...place, kind: 'field_added', after: type, message });
  announceAdded(field.type, place.path);
}

function reportRemoved(
  field: AvroField,
  record: AvroRecord,
  place: ComparedPlace,
  { report, nameType, announceRemoved }: Comparison,
): void {
  const type = typeAndNullInWords(field.type, nameType);
  const message = `The field '${field.name}' of type ${type} was removed from ${nameType(record)}.`;
  report({ ...place, kind: 'field_removed', before: type, message });
  announceRemoved(field.type, place.path);
}

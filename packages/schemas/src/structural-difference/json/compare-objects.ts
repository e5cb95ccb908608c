import { propertyPath } from '../../field-walk/json/json-path.ts';
import { typeAndNullInWords } from '../../field-walk/json/type-in-words.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import { alignSequences } from '../align-sequences.ts';
import { placeSubject, sayJson, shorten } from '../say-value.ts';
import { compareProperty, reportSpelling } from './compare-annotations.ts';
import type { ChangedField, ComparedPlace, ComparedSchema, Comparison } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';

/** Compares the properties of two objects by name, each with everything below it. */
export function compareProperties(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get('properties'), after.members.get('properties')];
  if (!isMapOrMissing(old) || !isMapOrMissing(next)) {
    compareProperty(before, after, 'properties', place, comparison);
    return;
  }
  const oldFields = fieldsOf(before, comparison.old);
  const nextFields = fieldsOf(after, comparison.next);
  if (oldFields.length + nextFields.length === 0) {
    if ((old === undefined) !== (next === undefined)) {
      reportSpelling(old, next, 'properties', place, comparison);
    }
  }
  const { later } = comparison;
  const places = new Map(oldFields.map(({ name }, index) => [name, index]));
  const matches = nextFields.map(({ name }) => places.get(name));
  for (const element of alignSequences(oldFields.length, matches)) {
    const was = oldFields[element.before ?? -1];
    const is = nextFields[element.after ?? -1];
    const here: ComparedPlace = {
      path: propertyPath(place.path, (is ?? was)?.name ?? ''),
      was: { field: was, place: was?.place, object: before.place },
      is: { field: is, place: is?.place, object: after.place },
      context: place.context,
    };
    later(() => {
      if (was !== undefined && is !== undefined) {
        reportRequired(was.required, is.required, here, comparison);
        comparison.compare(was.place, is.place, here);
      } else if (is !== undefined) reportAdded(is, here, place, comparison);
      else if (was !== undefined) reportRemoved(was, here, place, comparison);
    });
  }
}

/** Compares names in `required` that are no properties of either, and how the list is written. */
export function compareRequired(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get('required'), after.members.get('required')];
  if (old !== undefined && next !== undefined) {
    if (comparison.identity(old) === comparison.identity(next)) return;
  } else if (old === next) return;
  if (!isNamesOrMissing(old) || !isNamesOrMissing(next)) {
    compareProperty(before, after, 'required', place, comparison);
    return;
  }
  const [oldNames, nextNames] = [new Set(old), new Set(next)];
  const names = new Set([...nextNames, ...oldNames]);
  const changed = [...names].filter((name) => oldNames.has(name) !== nextNames.has(name));
  if (changed.length === 0) reportSpelling(old, next, 'required', place, comparison);
  for (const name of changed) {
    if (typeof name !== 'string' || hasProperty(before, name) || hasProperty(after, name)) continue;
    const here = { ...place, path: propertyPath(place.path, name) };
    reportRequired(oldNames.has(name), nextNames.has(name), here, comparison);
  }
}

function fieldsOf(view: SchemaView, { outline }: ComparedSchema): ChangedField[] {
  if (!view.members.has('properties')) return [];
  const written = view.members.get('required');
  const required = new Set(isJsonArray(written) ? written : []);
  const object = view.holder('properties');
  return outline.links
    .named(object, 'properties')
    .map(([name, place]) => ({ name, place, object, required: required.has(name) }));
}

function reportRequired(
  before: boolean,
  after: boolean,
  place: ComparedPlace,
  { report }: Comparison,
): void {
  if (before === after) return;
  const { start } = placeSubject(place.path);
  const keyword = 'required';
  if (after) {
    report({ ...place, keyword, kind: 'made_required', message: `${start} is required now.` });
  } else {
    const message = `${start} is not required any more.`;
    report({ ...place, keyword, kind: 'made_optional', message });
  }
}

function reportAdded(
  field: ChangedField,
  here: ComparedPlace,
  object: ComparedPlace,
  { report, next }: Comparison,
): void {
  const type = typeAndNullInWords(field.place, next.outline);
  const fallback = next.outline.factsOf(field.place).default;
  const ending = fallback === undefined ? '' : `, with the default ${sayJson(fallback)}`;
  const message = `The ${field.required ? 'required' : 'optional'} field '${shorten(field.name)}' of type ${type} was added to ${placeSubject(object.path).within}${ending}.`;
  report({ ...here, keyword: 'properties', kind: 'field_added', after: type, message });
}

function reportRemoved(
  field: ChangedField,
  here: ComparedPlace,
  object: ComparedPlace,
  { report, old }: Comparison,
): void {
  const type = typeAndNullInWords(field.place, old.outline);
  const message = `The ${field.required ? 'required' : 'optional'} field '${shorten(field.name)}' of type ${type} was removed from ${placeSubject(object.path).within}.`;
  report({ ...here, keyword: 'properties', kind: 'field_removed', before: type, message });
}

function hasProperty({ members }: SchemaView, name: string): boolean {
  const properties = members.get('properties');
  return isJsonObject(properties) && properties.has(name);
}

/** Whether a keyword holds schemas by name, or is missing. */
export function isMapOrMissing(value: JsonValue | undefined): boolean {
  if (value === undefined) return true;
  return isJsonObject(value) && [...value.values()].every(isSchema);
}

function isNamesOrMissing(value: JsonValue | undefined): value is readonly string[] | undefined {
  if (value === undefined) return true;
  return isJsonArray(value) && value.every((name) => typeof name === 'string');
}

/** Whether a value can be a schema. */
export function isSchema(value: JsonValue | undefined): boolean {
  return isJsonObject(value) || typeof value === 'boolean';
}

import type { JsonValue } from '../../lossless-json/value.ts';
import { placeSubject, sayJson, shorten } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';

/** Compares `title` and `description`, where they are texts. */
export function compareDocs(
  before: SchemaView,
  after: SchemaView,
  keyword: 'title' | 'description',
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  if (old === next) return;
  if (!isTextOrMissing(old) || !isTextOrMissing(next)) {
    compareProperty(before, after, keyword, place, comparison);
    return;
  }
  const { start, within } = placeSubject(place.path);
  const { report } = comparison;
  if (old === undefined && next !== undefined) {
    const message =
      keyword === 'title'
        ? `${start} has the title '${shorten(next)}' now.`
        : `${start} is documented now.`;
    report({ ...place, keyword, kind: 'doc_added', after: next, message });
  } else if (old !== undefined && next === undefined) {
    const message =
      keyword === 'title'
        ? `${start} has lost its title '${shorten(old)}'.`
        : `${start} is not documented any more.`;
    report({ ...place, keyword, kind: 'doc_removed', before: old, message });
  } else if (old !== undefined && next !== undefined) {
    const message =
      keyword === 'title'
        ? `The title of ${within} changed from '${shorten(old)}' to '${shorten(next)}'.`
        : `The documentation of ${within} changed.`;
    report({ ...place, keyword, kind: 'doc_changed', before: old, after: next, message });
  }
}

/** Compares defaults. */
export function compareDefaults(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  { identity, report }: Comparison,
): void {
  const [old, next] = [before.members.get('default'), after.members.get('default')];
  const { start, within } = placeSubject(place.path);
  const keyword = 'default';
  if (old === undefined && next !== undefined) {
    const message = `${start} has the default ${sayJson(next)} now.`;
    report({ ...place, keyword, kind: 'default_added', after: sayJson(next), message });
  } else if (old !== undefined && next === undefined) {
    const message = `${start} has lost its default ${sayJson(old)}.`;
    report({ ...place, keyword, kind: 'default_removed', before: sayJson(old), message });
  } else if (old !== undefined && next !== undefined && identity(old) !== identity(next)) {
    const said = { before: sayJson(old), after: sayJson(next) };
    const message = `The default of ${within} changed from ${said.before} to ${said.after}.`;
    report({ ...place, keyword, kind: 'default_changed', ...said, message });
  }
}

/** Compares `format`, where it is a text. */
export function compareFormats(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get('format'), after.members.get('format')];
  if (old === next) return;
  if (!isTextOrMissing(old) || !isTextOrMissing(next)) {
    compareProperty(before, after, 'format', place, comparison);
    return;
  }
  const { start, within } = placeSubject(place.path);
  const { report } = comparison;
  const keyword = 'format';
  if (old === undefined && next !== undefined) {
    const message = `${start} has the format ${shorten(next)} now.`;
    report({ ...place, keyword, kind: 'logical_type_added', after: next, message });
  } else if (old !== undefined && next === undefined) {
    const message = `${start} has lost the format ${shorten(old)}.`;
    report({ ...place, keyword, kind: 'logical_type_removed', before: old, message });
  } else if (old !== undefined && next !== undefined) {
    const message = `The format of ${within} changed from ${shorten(old)} to ${shorten(next)}.`;
    report({ ...place, keyword, kind: 'logical_type_changed', before: old, after: next, message });
  }
}

/** Compares what a keyword says that has no meaning of its own here. */
export function compareProperty(
  before: SchemaView,
  after: SchemaView,
  keyword: string,
  place: ComparedPlace,
  { identity, report }: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  const { start, within } = placeSubject(place.path);
  const name = `property '${shorten(keyword)}'`;
  if (old === undefined && next !== undefined) {
    const message = `${start} has the ${name} now: ${sayJson(next)}.`;
    report({ ...place, keyword, kind: 'property_added', after: said(keyword, next), message });
  } else if (old !== undefined && next === undefined) {
    const message = `${start} has lost the ${name}, which was ${sayJson(old)}.`;
    report({ ...place, keyword, kind: 'property_removed', before: said(keyword, old), message });
  } else if (old !== undefined && next !== undefined && identity(old) !== identity(next)) {
    const message = `The ${name} of ${within} changed from ${sayJson(old)} to ${sayJson(next)}.`;
    const texts = { before: said(keyword, old), after: said(keyword, next) };
    report({ ...place, keyword, kind: 'property_changed', ...texts, message });
  }
}

/** Tells that a keyword is written otherwise and means the same. */
export function reportSpelling(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  keyword: string,
  place: ComparedPlace,
  { report }: Comparison,
): void {
  const { within } = placeSubject(place.path);
  const texts = {
    ...(before !== undefined && { before: said(keyword, before) }),
    ...(after !== undefined && { after: said(keyword, after) }),
  };
  const message = `'${keyword}' of ${within} is written otherwise and means the same.`;
  report({ ...place, keyword, kind: 'written_otherwise', ...texts, message });
}

function said(keyword: string, value: JsonValue): string {
  return `${keyword}: ${sayJson(value)}`;
}

function isTextOrMissing(value: JsonValue | undefined): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

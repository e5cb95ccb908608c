import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema } from '../parsed-schema.ts';
import { checkKeyword } from './check-keyword.ts';
import { schemaDocuments } from './documents.ts';
import { isBefore201909 } from './draft.ts';
import { identifiedParts } from './identifiers.ts';
import { shapeOfKeyword } from './keyword-shapes.ts';
import { refuseJson } from './refuse.ts';
import type { SchemaPlace } from './schema-place.ts';
import { isUriReference } from './uri.ts';

const GREATEST_SHOWN_LENGTH = 80;

/**
 * Checks a schema as the registry does when it is registered: every schema that can be reached from
 * its top, through keywords and `$ref`s. What nothing refers to, in `definitions` for one, may be wrong.
 *
 * @throws SchemaError `invalid_schema`
 */
export function checkJsonSchema(schema: JsonSchema): void {
  const documents = schemaDocuments(schema);
  const left = isBefore201909(schema.draft) ? [] : identifiedPlaces(schema);
  left.push(documents.root);
  checkWrittenDraft(schema);
  const seen = new Set<JsonValue>();
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    if (!isJsonObject(place.value) || seen.has(place.value)) continue;
    seen.add(place.value);
    for (const inner of placesInside(schema, place, place.value)) left.push(inner);
  }
}

/** Only at the top is a `$schema` looked at. */
function checkWrittenDraft({ value }: JsonSchema): void {
  const written = isJsonObject(value) ? value.get('$schema') : undefined;
  if (written !== undefined && typeof written !== 'string') {
    throw refuseJson(`$schema must be a string, and is ${shown(written)}`);
  }
}

function placesInside(schema: JsonSchema, place: SchemaPlace, value: JsonObject): SchemaPlace[] {
  const documents = schemaDocuments(schema);
  const draft = documents.draftAt(place);
  const places: SchemaPlace[] = [];
  for (const [keyword, member] of value) {
    const shape = shapeOfKeyword(keyword, value, draft);
    if (shape === undefined) continue;
    const content = checkKeyword(keyword, member, shape, draft);
    if ('problem' in content) {
      throw refuseJson(`${at(place)}${keyword} ${content.problem}, and is ${shown(member)}`);
    }
    for (const steps of content.inside) {
      const inner = documents.child(place, ...steps);
      if (inner !== undefined) places.push(inner);
    }
    if (shape === 'reference' && typeof member === 'string') {
      const target = isUriReference(member) ? documents.resolve(member, place) : undefined;
      if (target === undefined) {
        throw refuseJson(
          `${at(place)}${keyword} leads nowhere: ${shown(member)}. Correct it, or add the reference that it needs under this name`,
        );
      }
      places.push(target);
    }
  }
  return places;
}

/** Since 2019-09 a part with a name is read even if nothing refers to it, and has it for itself. */
function identifiedPlaces(schema: JsonSchema): SchemaPlace[] {
  const { root, resolve } = schemaDocuments(schema);
  const known = new Map<string, JsonValue>();
  for (const { uri, value, certain } of identifiedParts(schema.value, '', schema.draft)) {
    if (!certain) continue;
    const other = known.get(uri);
    if (other !== undefined && other !== value) {
      throw refuseJson(`Two schemas in it have the same identifier: ${shown(uri)}`);
    }
    known.set(uri, value);
  }
  return [...known.keys()].flatMap((uri) => resolve(uri, root) ?? []);
}

function at({ pointer, document }: SchemaPlace): string {
  if (document === undefined) return pointer === '' ? '' : `At #${shortened(pointer)}: `;
  return `In the reference ${shortened(document)}${pointer === '' ? '' : ` at #${shortened(pointer)}`}: `;
}

function shown(value: JsonValue): string {
  return shortened(printLosslessJson(value));
}

function shortened(text: string): string {
  return text.length > GREATEST_SHOWN_LENGTH ? `${text.slice(0, GREATEST_SHOWN_LENGTH)}…` : text;
}

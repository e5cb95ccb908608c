import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema } from '../parsed-schema.ts';
import { schemaDocuments } from './documents.ts';
import type { SchemaPlace } from './schema-place.ts';
import { subschemaShapes } from './subschemas.ts';
import { splitFragment } from './uri.ts';

const referenceKeywords = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

/**
 * The identifier of a JSON Schema, and the documents that its `$ref`s point to, as they are written,
 * without their fragments. A `$ref` into the schema itself, to a part of it that has an `$id`, or to
 * a meta-schema, is none.
 */
export function describeJsonNames(schema: JsonSchema): { defines: string[]; uses: string[] } {
  const { root, resolve } = schemaDocuments(schema);
  const uses = new Set<string>();
  const left: SchemaPlace[] = [root];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    if (!isJsonObject(place.value)) continue;
    for (const keyword of referenceKeywords) {
      const reference = place.value.get(keyword);
      if (typeof reference !== 'string') continue;
      const { document } = splitFragment(reference);
      if (document !== '' && resolve(document, place) === undefined) uses.add(document);
    }
    for (const inner of placesInside(schema, place, place.value).reverse()) left.push(inner);
  }
  return { defines: isJsonObject(root.value) ? identifiers(root.value) : [], uses: [...uses] };
}

function identifiers(schema: JsonObject): string[] {
  // Draft 4 calls it `id`.
  const written = [schema.get('$id'), schema.get('id')]
    .filter((identifier) => typeof identifier === 'string')
    .map((identifier) => splitFragment(identifier).document)
    .filter((identifier) => identifier !== '');
  return [...new Set(written)];
}

/** Everything that may be a schema, under unknown keywords, too. */
function placesInside(schema: JsonSchema, place: SchemaPlace, value: JsonObject): SchemaPlace[] {
  const { child } = schemaDocuments(schema);
  const places: SchemaPlace[] = [];
  for (const [keyword, member] of value) {
    const shape = subschemaShapes.get(keyword);
    if (shape === 'data') continue;
    for (const step of shape === 'map' || isJsonArray(member) ? stepsInto(member) : [undefined]) {
      const inner = step === undefined ? child(place, keyword) : child(place, keyword, step);
      if (inner !== undefined) places.push(inner);
    }
  }
  return places;
}

function stepsInto(value: JsonValue): (string | number)[] {
  if (isJsonObject(value)) return [...value.keys()];
  return isJsonArray(value) ? [...value.keys()] : [];
}

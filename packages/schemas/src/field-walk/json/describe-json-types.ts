import type { JsonSchema } from '../../parsed-schema.ts';
import { findTags } from '../find-tags.ts';
import type { SchemaTypeDescription, WalkOptions } from '../schema-field.ts';
import { fullNames } from './full-names.ts';
import type { JsonTypePlace } from './json-outline.ts';
import { outlineJson } from './outline-json.ts';
import { membersOf } from './schema-links.ts';
import { writtenFormat } from './written-format.ts';

/** The objects of a JSON Schema and its definitions, each once, in the order of their first use. */
export function describeJsonTypes(
  schema: JsonSchema,
  options: WalkOptions,
): SchemaTypeDescription[] {
  const outline = outlineJson(schema);
  const nameOf = fullNames(outline);
  const fieldCounts = new Map<JsonTypePlace, number>();
  for (const { object } of outline.fields) {
    fieldCounts.set(object, (fieldCounts.get(object) ?? 0) + 1);
  }
  return [...outline.types.values()].map((type) => {
    const { path, place } = type;
    const facts = outline.factsOf(place);
    const fieldCount = fieldCounts.get(type);
    const isObject = fieldCount !== undefined || membersOf(place).get('type') === 'object';
    return {
      name: nameOf(place),
      kind: isObject ? 'object' : facts.symbols === undefined ? 'value' : 'enum',
      path,
      pointer: place.document === undefined ? place.pointer : undefined,
      doc: facts.doc,
      aliases: [],
      tags: findTags(facts.tags, path === '' ? '$' : `$.${path}`, options),
      fieldCount: isObject ? (fieldCount ?? 0) : undefined,
      symbols: isObject ? undefined : facts.symbols,
      defaultSymbol: undefined,
      size: undefined,
      logicalType: writtenFormat(place, outline),
    };
  });
}

import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import type { JsonOutline } from './json-outline.ts';
import { schemaName } from './schema-name.ts';

/**
 * Calls each object of a schema by a name that no other has: its own, with the place where it is
 * written behind it where several share the name.
 */
export function fullNames({ types }: JsonOutline): (place: SchemaPlace) => string {
  const uses = new Map<string, number>();
  for (const { name } of types.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = new Map<JsonValue, string>();
  for (const [value, { name, place }] of types) {
    names.set(value, uses.get(name) === 1 ? name : `${name} (${written(place)})`);
  }
  return (place) => names.get(place.value) ?? schemaName(place) ?? written(place);
}

function written({ document = '', pointer }: SchemaPlace): string {
  return `${document}#${pointer}`;
}

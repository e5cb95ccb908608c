import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../lossless-json/value.ts';
import { isIntegerSpelling, isLong } from './java-number.ts';
import type { AvroProperties } from './model.ts';
import { refuse } from './refuse.ts';

const TYPE_ATTRIBUTES = [
  'doc',
  'fields',
  'items',
  'name',
  'namespace',
  'size',
  'symbols',
  'values',
  'type',
  'aliases',
];

// Whatever is not an attribute of its kind is a property, and the registry keeps it. So `default`
// is one on a record, and `doc` on a primitive type is dropped.
const ATTRIBUTES = {
  schema: new Set(TYPE_ATTRIBUTES),
  enum: new Set([...TYPE_ATTRIBUTES, 'default']),
  field: new Set(['default', 'doc', 'name', 'order', 'type', 'aliases']),
} as const satisfies Record<string, ReadonlySet<string>>;

/** A member if it is a string. */
export function text(json: JsonObject, key: string): string | undefined {
  const value = json.get(key);
  return typeof value === 'string' ? value : undefined;
}

/** A member that must be a string; `fault` opens the reason where it is not. */
export function requiredText(json: JsonValue, key: string, fault: string): string {
  const value = isJsonObject(json) ? text(json, key) : undefined;
  if (value === undefined) throw refuse(`${fault}: ${printLosslessJson(json)}`);
  return value;
}

/** The `doc` if it is a string. */
export function documentation(json: JsonObject): string | undefined {
  return text(json, 'doc');
}

const NO_ALIASES: ReadonlySet<string> = new Set();

/** The `aliases` as they are written, each once. */
export function writtenAliases(json: JsonObject): ReadonlySet<string> {
  const written = json.get('aliases');
  if (written === undefined) return NO_ALIASES;
  const aliases = new Set<string>();
  if (!isJsonArray(written)) throw refuse(`aliases not an array: ${printLosslessJson(json)}`);
  for (const alias of written) {
    if (typeof alias !== 'string') throw refuse(`alias not a string: ${printLosslessJson(alias)}`);
    aliases.add(alias);
  }
  return aliases;
}

const NONE: AvroProperties = new Map();

/** All members that the specification does not know on this kind. */
export function properties(json: JsonObject, kind: keyof typeof ATTRIBUTES): AvroProperties {
  const attributes: ReadonlySet<string> = ATTRIBUTES[kind];
  let kept: Map<string, JsonValue> | undefined;
  for (const [key, value] of json) {
    if (attributes.has(key)) continue;
    kept ??= new Map();
    kept.set(key, value);
  }
  return kept ?? NONE;
}

/**
 * The properties of an array, map or record, which Java copies. It has no copy of an integer that
 * is no long, and refuses the schema.
 */
export function copiedProperties(json: JsonObject): AvroProperties {
  const kept = properties(json, 'schema');
  for (const [key, value] of kept) {
    if (!holdsGreatInteger(value)) continue;
    throw refuse(
      `Can't set a property to null: ${key}`,
      `The property '${key}' holds an integer that does not fit into 64 bits: write it as text`,
    );
  }
  return kept;
}

function holdsGreatInteger(value: JsonValue): boolean {
  if (isJsonNumber(value)) return isIntegerSpelling(value.number) && !isLong(value.number);
  if (isJsonArray(value)) return value.some(holdsGreatInteger);
  return isJsonObject(value) && [...value.values()].some(holdsGreatInteger);
}

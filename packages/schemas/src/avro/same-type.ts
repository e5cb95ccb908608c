import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../lossless-json/value.ts';
import type { AvroField, AvroProperties, AvroType } from './model.ts';

/**
 * Whether two types are the same for Avro, so that one name may be defined by both: names, fields
 * in order with their defaults and order, symbols, sizes and properties count; documentation,
 * aliases and the default of an enum do not.
 */
export function sameAvroType(a: AvroType, b: AvroType): boolean {
  if (a === b) return true;
  switch (a.type) {
    case 'array':
      return b.type === 'array' && sameAvroType(a.items, b.items) && sameProperties(a, b);
    case 'map':
      return b.type === 'map' && sameAvroType(a.values, b.values) && sameProperties(a, b);
    case 'union':
      return b.type === 'union' && sameList(a.branches, b.branches, sameAvroType);
    case 'record':
      // Two uses of a name that waits for its definition never are the same.
      return (
        b.type === 'record' &&
        a.name.namespace !== '' &&
        a.name.fullName === b.name.fullName &&
        sameProperties(a, b) &&
        sameList(a.fields, b.fields, sameField)
      );
    case 'enum':
      return (
        b.type === 'enum' &&
        a.name.fullName === b.name.fullName &&
        sameList(a.symbols, b.symbols, Object.is) &&
        sameProperties(a, b)
      );
    case 'fixed':
      return (
        b.type === 'fixed' &&
        a.name.fullName === b.name.fullName &&
        a.size === b.size &&
        sameProperties(a, b)
      );
    default:
      return a.type === b.type && 'properties' in b && sameProperties(a, b);
  }
}

function sameField(a: AvroField, b: AvroField): boolean {
  return (
    a.name === b.name &&
    a.order === b.order &&
    sameAvroType(a.type, b.type) &&
    sameJson(a.default, b.default) &&
    sameProperties(a, b)
  );
}

function sameProperties(
  a: { properties: AvroProperties },
  b: { properties: AvroProperties },
): boolean {
  return sameJson(a.properties, b.properties);
}

/** Whether two values are the same, whatever the order of an object's keys; numbers go by spelling. */
export function sameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isJsonArray(a)) return isJsonArray(b) && sameList(a, b, sameJson);
  if (isJsonObject(a)) {
    if (!isJsonObject(b) || a.size !== b.size) return false;
    for (const [key, value] of a) {
      if (!b.has(key) || !sameJson(value, b.get(key))) return false;
    }
    return true;
  }
  return isJsonNumber(a) && isJsonNumber(b) && a.number === b.number;
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((element, index) => same(element, b[index] as T));
}

import type { AvroType } from '../../avro/model.ts';
import type { JsonValue } from '../../lossless-json/value.ts';

/** In values of a record's fields, so that a default stays short. */
const MOST_PARTS = 200;
const LONGEST_FIXED = 4096;

/**
 * A default for a type that has nothing better: null, zero, an empty text, the first symbol, a record
 * of such values. For a union one of its first branch.
 *
 * @returns undefined where there is none, or only a very long one
 */
export function zeroValue(type: AvroType): JsonValue | undefined {
  let left = MOST_PARTS;

  function make(part: AvroType): JsonValue | undefined {
    left -= 1;
    if (left < 0) return undefined;
    switch (part.type) {
      case 'null':
        return null;
      case 'boolean':
        return false;
      case 'int':
      case 'long':
        return { number: '0' };
      case 'float':
      case 'double':
        return { number: '0.0' };
      case 'string':
        return part.properties.get('logicalType') === 'uuid'
          ? '00000000-0000-0000-0000-000000000000'
          : '';
      case 'bytes':
        // A decimal of no bytes at all is no number.
        return part.properties.get('logicalType') === 'decimal' ? '\u0000' : '';
      case 'fixed':
        return part.size <= LONGEST_FIXED ? '\u0000'.repeat(part.size) : undefined;
      case 'enum':
        return part.default ?? part.symbols[0];
      case 'array':
        return [];
      case 'map':
        return new Map();
      case 'union':
        return part.branches[0] && make(part.branches[0]);
      case 'record': {
        const members = new Map<string, JsonValue>();
        for (const field of part.fields) {
          const value = field.default ?? make(field.type);
          if (value === undefined) return undefined;
          members.set(field.name, value);
        }
        return members;
      }
    }
  }

  return make(type);
}

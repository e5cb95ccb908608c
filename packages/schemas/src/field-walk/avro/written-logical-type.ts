import { knowsLogicalType } from '../../avro/logical-type.ts';
import type { AvroFixed, AvroPrimitive, AvroProperties, AvroType } from '../../avro/model.ts';
import { isJsonNumber } from '../../lossless-json/value.ts';
import type { WrittenLogicalType } from '../schema-field.ts';
import { withoutNull } from './type-in-words.ts';

/** The logical type that a type itself has written on it, whether Avro understands it or not. */
export function writtenLogicalType(type: AvroType): WrittenLogicalType | undefined {
  if (type.type === 'union') return undefined;
  const name = type.properties.get('logicalType');
  if (typeof name !== 'string') return undefined;
  const precision = writtenInteger(type.properties, 'precision');
  const scale = writtenInteger(type.properties, 'scale');
  return {
    name,
    ...(name === 'decimal' && precision !== undefined && { precision }),
    ...(name === 'decimal' && scale !== undefined && { scale }),
    understood: canHaveLogicalType(type) && knowsLogicalType(type),
  };
}

/** The logical type of a value, or of the elements where it is an array or a map; null aside. */
export function innermostLogicalType(type: AvroType): WrittenLogicalType | undefined {
  return writtenLogicalType(innermostType(type));
}

/** What a value consists of in the end: null, arrays and maps are looked through. */
export function innermostType(type: AvroType): AvroType {
  let inner = withoutNull(type);
  while (inner.type === 'array' || inner.type === 'map') {
    inner = withoutNull(inner.type === 'array' ? inner.items : inner.values);
  }
  return inner;
}

/** Says a logical type as it would be written in a sentence: `decimal(12, 2)`. */
export function logicalTypeInWords({ name, precision, scale }: WrittenLogicalType): string {
  if (name !== 'decimal') return name;
  return `decimal(${precision ?? 'no precision'}, ${scale ?? 0})`;
}

/** Whether Avro has logical types on this kind of type at all. */
export function canHaveLogicalType(type: AvroType): type is AvroPrimitive | AvroFixed {
  return !['record', 'enum', 'array', 'map', 'union'].includes(type.type);
}

function writtenInteger(properties: AvroProperties, key: string): number | undefined {
  const value = properties.get(key);
  if (!isJsonNumber(value)) return undefined;
  const number = Number(value.number);
  return Number.isSafeInteger(number) ? number : undefined;
}

import type { AvroNamedType, AvroType } from '../../avro/model.ts';
import { typeAndNullInWords } from '../../field-walk/avro/type-in-words.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { sayJson, shorten } from '../../structural-difference/say-value.ts';
import type { PlacedField } from './obstacle.ts';

/** A field as sentences name it: `'amount' of Order`. */
export function sayField({ record, field }: PlacedField): string {
  return `'${shorten(field.name)}' of ${shorten(record.name.name)}`;
}

/** A type as sentences name it; some named types may have got another name. */
export function sayType(type: AvroType, renamed?: ReadonlyMap<AvroNamedType, string>): string {
  return typeAndNullInWords(type, (named) => renamed?.get(named) ?? named.name.name);
}

/** A default as sentences name it. */
export function sayDefault(value: JsonValue): string {
  return `the default ${sayJson(value)}`;
}

import type { ParsedSchema } from '../parsed-schema.ts';
import { decodeAvroValue } from './avro/decode-avro-value.ts';
import { decodeJsonValue } from './json/decode-json-value.ts';
import { decodeProtobufValue } from './protobuf/decode-protobuf-value.ts';
import type { DecodeValueOptions } from './value-options.ts';

/**
 * Decodes a message to JavaScript values as JSON has them. Avro: records and maps as objects, bytes
 * and fixed as texts of the characters U+0000 to U+00FF, longs as numbers up to 2^53 and as bigints
 * beyond; logical types stay what they stand on. Protobuf: what ProtoJSON has, by its names, but
 * 64-bit integers as for Avro, and NaN and the infinities as numbers; what was not written stays
 * missing; what is packed into a `google.protobuf.Any` is shown as well, in base64 if the schema
 * does not know its type. JSON: as `parseValue` reads it. `printValue` prints it all.
 *
 * A reader's Protobuf schema reads with its message of the same name within its package; fields that
 * it does not have, or that it lays out otherwise, are left out.
 *
 * @param schema the one that the message was written with
 * @throws SchemaError `invalid_value` with `problems` where the bytes are no such message or the
 *   reader cannot read it, `ambiguous_field`, and `not_supported` for an Avro schema that has a
 *   record of some ten thousands of fields
 */
export function decodeValue(
  schema: ParsedSchema,
  bytes: Uint8Array,
  options: DecodeValueOptions = {},
): unknown {
  switch (schema.type) {
    case 'AVRO':
      return decodeAvroValue(schema, bytes, options);
    case 'JSON':
      return decodeJsonValue(schema, bytes, options);
    case 'PROTOBUF':
      return decodeProtobufValue(schema, bytes, options);
  }
}

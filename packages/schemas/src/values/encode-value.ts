import type { ParsedSchema } from '../parsed-schema.ts';
import { encodeAvroValue } from './avro/encode-avro-value.ts';
import { encodeJsonValue } from './json/encode-json-value.ts';
import { encodeProtobufValue } from './protobuf/encode-protobuf-value.ts';
import type { EncodeValueOptions } from './value-options.ts';
import { wirePrefix } from './wire-prefix.ts';

/**
 * Encodes a message as Confluent's serializers do: in Avro's binary encoding, as JSON, or in
 * Protobuf's binary encoding. What `checkValue` accepts can be encoded; fields of Avro that are
 * missing get their defaults, longs may be bigints. Fields of Protobuf are written by their numbers;
 * with a schema's id the indexes of the message come after it.
 *
 * @throws SchemaError `invalid_value` with `problems`, `not_supported` for an Avro schema that has a
 *   record of some ten thousands of fields
 */
export function encodeValue(
  schema: ParsedSchema,
  value: unknown,
  options: EncodeValueOptions = {},
): Uint8Array {
  const bytes = encodeBare(schema, value, options);
  if (options.schemaId === undefined) return bytes;
  const prefix = wirePrefix(options.schemaId);
  const message = new Uint8Array(prefix.length + bytes.length);
  message.set(prefix);
  message.set(bytes, prefix.length);
  return message;
}

function encodeBare(schema: ParsedSchema, value: unknown, options: EncodeValueOptions): Uint8Array {
  switch (schema.type) {
    case 'AVRO':
      return encodeAvroValue(schema, value, options);
    case 'JSON':
      return encodeJsonValue(schema, value, options);
    case 'PROTOBUF':
      return encodeProtobufValue(schema, value, options);
  }
}

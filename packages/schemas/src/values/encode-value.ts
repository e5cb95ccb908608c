import type { ParsedSchema } from '../parsed-schema.ts';
import { encodeAvroValue } from './avro/encode-avro-value.ts';
import type { ValueEncoding } from './avro/fit-message.ts';
import { encodeJsonValue } from './json/encode-json-value.ts';
import { encodeProtobufValue } from './protobuf/encode-protobuf-value.ts';
import { wirePrefix } from './wire-prefix.ts';

/** How {@link encodeValue} encodes. */
export interface EncodeValueOptions {
  /** Put before the value, in a registry's prefix. @default no prefix */
  schemaId?: number;
  /** Of the Avro message that is given. @default whichever fits */
  encoding?: ValueEncoding;
  /** Of Protobuf: the message's full name. @default the first message of the file */
  messageType?: string;
}

/**
 * Encodes a message as Confluent's serializers do: in Avro's binary encoding, as JSON, or in
 * Protobuf's binary encoding. What `checkValue` accepts can be encoded; fields of Avro that are
 * missing get their defaults, longs may be bigints. With a schema's id Protobuf has the indexes of
 * the message after it.
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

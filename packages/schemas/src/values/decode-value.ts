import type { ParsedSchema } from '../parsed-schema.ts';
import { decodeAvroValue } from './avro/decode-avro-value.ts';
import type { ValueEncoding } from './avro/fit-message.ts';
import type { CheckValueOptions } from './check-value.ts';
import { decodeJsonValue } from './json/decode-json-value.ts';
import { decodeProtobufValue } from './protobuf/decode-protobuf-value.ts';

/** How {@link decodeValue} decodes. */
export interface DecodeValueOptions {
  /**
   * What the message is read as: Avro by its schema resolution, Protobuf by the numbers of fields,
   * JSON by being checked against it.
   *
   * @default the writer's schema
   */
  readerSchema?: ParsedSchema;
  /** Whether the id of a schema stands before the value. @default 'optional' */
  wirePrefix?: CheckValueOptions['wirePrefix'];
  /** How the values of Avro's unions are shown. @default 'plain' */
  encoding?: ValueEncoding;
  /** Of Protobuf: the message's full name. @default what the bytes say, or else the first message of the file */
  messageType?: string;
}

/**
 * Decodes a message to JavaScript values as JSON has them. Avro: records and maps as objects, bytes
 * and fixed as texts of the characters U+0000 to U+00FF, longs as numbers up to 2^53 and as bigints
 * beyond; logical types stay what they stand on. `printValue` prints it all.
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

import type { ParsedSchema } from '../parsed-schema.ts';
import { codecOf } from './avro/codec.ts';
import type { ValueEncoding } from './avro/fit-message.ts';
import { fitMessage } from './avro/fit-message.ts';
import { refuseValue } from './refuse-value.ts';
import { requireAvro } from './require-avro.ts';
import { wirePrefix } from './wire-prefix.ts';

/** How {@link encodeValue} encodes. */
export interface EncodeValueOptions {
  /** Put before the value, in a registry's prefix. @default no prefix */
  schemaId?: number;
  /** Of the message that is given. @default whichever fits */
  encoding?: ValueEncoding;
}

const MOST_PROBLEMS = 20;

/**
 * Encodes a message in Avro's binary encoding. What `checkValue` accepts can be encoded; fields that
 * are missing get their defaults, longs may be bigints.
 *
 * @throws SchemaError `invalid_value` with `problems`, `not_supported` for a schema that is not Avro
 *   or has a record of some ten thousands of fields
 */
export function encodeValue(
  schema: ParsedSchema,
  value: unknown,
  { schemaId, encoding }: EncodeValueOptions = {},
): Uint8Array {
  const { root } = requireAvro(schema);
  const codec = codecOf(root);
  const fitted = fitMessage(root, codec.names, value, encoding, MOST_PROBLEMS, true);
  if ('problems' in fitted) throw refuseValue(fitted.problems);
  const bytes = codec.encode(fitted.tree);
  if (schemaId === undefined) return bytes;
  const prefix = wirePrefix(schemaId);
  const message = new Uint8Array(prefix.length + bytes.length);
  message.set(prefix);
  message.set(bytes, prefix.length);
  return message;
}

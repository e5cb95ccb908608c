import type { ParsedSchema } from '../parsed-schema.ts';
import { checkAvroValue } from './avro/check-avro-value.ts';
import type { ValueEncoding } from './avro/fit-message.ts';
import { checkJsonValue } from './json/check-json-value.ts';
import { checkProtobufValue } from './protobuf/check-protobuf-value.ts';
import type { ValueProblem } from './value-problem.ts';

/** How a message is read. */
export interface CheckValueOptions {
  /** Of a JSON message. @default whichever fits; a message with two meanings is refused */
  encoding?: ValueEncoding;
  /** Of bytes: whether the id of a schema stands before the value. @default 'optional' */
  wirePrefix?: 'optional' | 'required' | 'none';
  /** Of Protobuf: the message's full name. @default what the bytes say, or else the first message of the file */
  messageType?: string;
  /** How many problems of a JSON message are told. @default 20 */
  maxProblems?: number;
}

/** Whether a message is one of its schema. */
export type ValueCheck =
  | { valid: true; schemaId?: number }
  | { valid: false; problems: ValueProblem[]; schemaId?: number };

/**
 * Checks a message against a schema and says in words what is wrong with it, and where.
 *
 * A JSON message is checked as it is: numbers in quotes are no numbers, members that are no fields
 * are errors, a field with a default may be missing from plain JSON, bytes are written as the
 * characters U+0000 to U+00FF. Logical types are checked as what they stand on. Read a text
 * with `parseValue` first, so that longs keep their digits.
 *
 * @param value JavaScript values as JSON has them, or bytes in Avro's binary encoding
 * @returns of bytes only the first problem, as nothing after it has a meaning; `schemaId` is that
 *   of the prefix, if the bytes were read with one
 * @throws SchemaError `not_supported`, `too_large`
 */
export function checkValue(
  schema: ParsedSchema,
  value: unknown,
  options: CheckValueOptions = {},
): ValueCheck {
  switch (schema.type) {
    case 'AVRO':
      return checkAvroValue(schema, value, options);
    case 'JSON':
      return checkJsonValue(schema, value, options);
    case 'PROTOBUF':
      return checkProtobufValue(schema, value, options);
  }
}

import type { AvroType } from '../avro/model.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { checkBytes } from './avro/check-bytes.ts';
import type { ValueEncoding } from './avro/fit-message.ts';
import { fitMessage } from './avro/fit-message.ts';
import { nameTypes } from './avro/value-tree.ts';
import { requireAvro } from './require-avro.ts';
import type { ValueProblem } from './value-problem.ts';
import { countBytes } from './value-problem.ts';
import { PREFIX_LENGTH, readWirePrefix } from './wire-prefix.ts';

/** How a message is read. */
export interface CheckValueOptions {
  /** Of a JSON message. @default whichever fits; a message with two meanings is refused */
  encoding?: ValueEncoding;
  /** Of bytes: whether the id of a schema stands before the value. @default 'optional' */
  wirePrefix?: 'optional' | 'required' | 'none';
  /** How many problems of a JSON message are told. @default 20 */
  maxProblems?: number;
}

/** Whether a message is one of its schema. */
export type ValueCheck =
  | { valid: true; schemaId?: number }
  | { valid: false; problems: ValueProblem[]; schemaId?: number };

const DEFAULT_PROBLEMS = 20;

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
 * @throws SchemaError `not_supported` for a schema that is not Avro
 */
export function checkValue(
  schema: ParsedSchema,
  value: unknown,
  options: CheckValueOptions = {},
): ValueCheck {
  const { root } = requireAvro(schema);
  if (value instanceof Uint8Array) return locateValue(root, value, options.wirePrefix).check;
  const limit = Math.max(1, options.maxProblems ?? DEFAULT_PROBLEMS);
  const fitted = fitMessage(root, nameTypes(), value, options.encoding, limit, false);
  return 'tree' in fitted ? { valid: true } : { valid: false, problems: fitted.problems };
}

/** Checks bytes, and finds out where in them the value begins. */
export function locateValue(
  root: AvroType,
  bytes: Uint8Array,
  wirePrefix: CheckValueOptions['wirePrefix'] = 'optional',
): { start: number; check: ValueCheck } {
  const prefix = wirePrefix === 'none' ? undefined : readWirePrefix(bytes);
  if (prefix === undefined) {
    const problem = wirePrefix === 'required' ? missingPrefix(bytes) : checkBytes(root, bytes, 0);
    return { start: 0, check: verdict(problem) };
  }
  const { schemaId } = prefix;
  const prefixed = checkBytes(root, bytes, PREFIX_LENGTH);
  if (prefixed === undefined || wirePrefix === 'required') {
    return { start: PREFIX_LENGTH, check: { ...verdict(prefixed), schemaId } };
  }
  const bare = checkBytes(root, bytes, 0);
  // Of two readings that both fail, the one that came further is told.
  if (bare === undefined || (bare.offset ?? 0) > (prefixed.offset ?? 0)) {
    return { start: 0, check: verdict(bare) };
  }
  return { start: PREFIX_LENGTH, check: { ...verdict(prefixed), schemaId } };
}

function verdict(problem: ValueProblem | undefined): ValueCheck {
  return problem === undefined ? { valid: true } : { valid: false, problems: [problem] };
}

function missingPrefix(bytes: Uint8Array): ValueProblem {
  return {
    path: '/',
    message:
      'The bytes do not begin with the prefix of a registry: a zero byte and the id of the schema in four bytes.',
    expected: 'a zero byte and four more',
    found: bytes.length < PREFIX_LENGTH ? countBytes(bytes.length) : `the byte ${bytes[0]}`,
    offset: 0,
  };
}

import type { ValueProblem } from './value-problem.ts';
import { countBytes } from './value-problem.ts';
import { PREFIX_LENGTH } from './wire-prefix.ts';

/** The problem of bytes that have to begin with a registry's prefix and do not. */
export function missingPrefix(bytes: Uint8Array): ValueProblem {
  return {
    path: '/',
    message:
      'The bytes do not begin with the prefix of a registry: a zero byte and the id of the schema in four bytes.',
    expected: 'a zero byte and four more',
    found: bytes.length < PREFIX_LENGTH ? countBytes(bytes.length) : `the byte ${bytes[0]}`,
    offset: 0,
  };
}

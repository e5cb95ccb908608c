import { SchemaError } from '../../schema-error.ts';

/** How deep messages, options and types may nest; real files stay far below. */
export const MAX_DEPTH = 500;

const MAX_LENGTH = 5_000_000;
const MAX_NAME_LENGTH = 10_000;
const MAX_NAMES_LENGTH = 50_000_000;

/** How long the full names of messages are. */
export interface NameSizes {
  readonly depth: number;
  /** Of the full name. */
  readonly length: number;
  /** Of all full names together, so far. */
  readonly names: { length: number };
}

/** The error for a file that nests too deep to be handled safely. */
export function refuseNesting(what: 'messages' | 'options' | 'types'): SchemaError {
  return tooLarge(`The ${what} nest deeper than ${MAX_DEPTH} levels`);
}

/**
 * @throws SchemaError `too_large` for a text that takes too long to read
 */
export function checkLength(source: string): void {
  if (source.length > MAX_LENGTH)
    throw tooLarge(`The text is longer than ${MAX_LENGTH} characters`);
}

/**
 * Counts one more message.
 *
 * @throws SchemaError `too_large` where messages nest too deep, or have names too long to be kept
 */
export function checkNames({ depth, length, names }: NameSizes): void {
  names.length += length;
  if (depth > MAX_DEPTH) throw refuseNesting('messages');
  if (length > MAX_NAME_LENGTH)
    throw tooLarge(`The full name of a message is longer than ${MAX_NAME_LENGTH} characters`);
  if (names.length > MAX_NAMES_LENGTH)
    throw tooLarge(`The full names of messages are longer than ${MAX_NAMES_LENGTH} characters`);
}

/** The error for a file that is too much to handle. */
export function tooLarge(details: string): SchemaError {
  return new SchemaError(`${details}. Split or flatten the file.`, { code: 'too_large', details });
}

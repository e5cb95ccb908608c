import { Buffer } from 'node:buffer';
import { parseLosslessJson } from '../lossless-json/parse.ts';
import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonValue } from '../lossless-json/value.ts';
import { isSchemaError, SchemaError } from '../schema-error.ts';
import { isMembers, plainValue } from './plain-value.ts';

const GREATEST_LENGTH = 20_000_000;
const GREATEST_DEPTH = 1000;

/**
 * Reads a message in JSON as `JSON.parse` does, except that integers beyond 2^53 become bigints and
 * so keep all their digits.
 *
 * @throws SchemaError `invalid_value` with line and column, or `too_large` beyond 20 million
 *   characters; with such integers also beyond 1000 levels
 */
export function parseValue(text: string): unknown {
  // Only a long row of digits can be an integer that a number does not hold.
  if (text.length <= GREATEST_LENGTH && !/[0-9]{16}/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // The other reader knows the place.
    }
  }
  try {
    return plainValue(
      parseLosslessJson(text, { maxDepth: GREATEST_DEPTH, maxLength: GREATEST_LENGTH }),
    );
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    const { details, line, column } = error;
    const tooLarge = error.code === 'too_large';
    const message = tooLarge ? `${details}. Shorten the message.` : error.message;
    const code = tooLarge ? 'too_large' : 'invalid_value';
    throw new SchemaError(message, {
      code,
      details,
      cause: error,
      ...(line !== undefined && column !== undefined ? { line, column } : {}),
    });
  }
}

/**
 * Prints a message as JSON without white space: bigints with all their digits, bytes as the
 * characters U+0000 to U+00FF, what JSON has no number for as `"NaN"` and `"Infinity"`.
 *
 * @throws SchemaError `too_large` where it nests deeper than 1000 levels
 */
export function printValue(value: unknown): string {
  return printLosslessJson(jsonValue(value, 0));
}

function jsonValue(value: unknown, depth: number): JsonValue {
  if (depth > GREATEST_DEPTH) {
    const details = `The message nests deeper than ${GREATEST_DEPTH} levels`;
    throw new SchemaError(`${details}. Flatten it.`, { code: 'too_large', details });
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return { number: String(value) };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return String(value);
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (Array.isArray(value)) return value.map((element) => jsonValue(element, depth + 1));
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  const members = new Map<string, JsonValue>();
  if (!isMembers(value)) return null;
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.set(key, jsonValue(member, depth + 1));
  }
  return members;
}

import { readLosslessJson } from '../lossless-json/parse.ts';
import { printLosslessJson } from '../lossless-json/print.ts';
import { isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema, ParseOptions } from '../parsed-schema.ts';
import { SchemaError } from '../schema-error.ts';
import { spellBigDecimal } from './decimal-spelling.ts';

const GREATEST_DEPTH = 1000;

/**
 * Reads a JSON Schema as far as its text goes: it must be JSON with an object or a boolean at the
 * top. Keywords and references are not looked at yet.
 *
 * @throws SchemaError `invalid_schema` or `too_large`
 */
export function parseJsonSchema(
  text: string,
  { references = [], validation = 'new' }: ParseOptions = {},
): JsonSchema {
  const { value, end } = readLosslessJson(text, {
    maxDepth: GREATEST_DEPTH,
    spellNumber: spellBigDecimal,
  });
  const rest = text.slice(end).trim();
  if (rest !== '') throw refuse(`There is more text after the end of the schema: ${rest}`);
  if (!isJsonObject(value) && typeof value !== 'boolean') {
    throw refuse('A JSON Schema is an object, true or false');
  }
  return {
    type: 'JSON',
    text: printLosslessJson(value),
    value,
    draft: 'draft-07',
    references,
    validation,
  };
}

/** The text that a registry stores for `normalize=true`: the keys of every object sorted. */
export function normalizeJsonSchema({ value }: JsonSchema): string {
  return printLosslessJson(value, { sortKeys: true });
}

function refuse(details: string): SchemaError {
  return new SchemaError(`The JSON Schema is not valid. ${details}`, {
    code: 'invalid_schema',
    details,
  });
}

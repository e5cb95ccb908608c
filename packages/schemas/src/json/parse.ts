import { parseLosslessJson, readLosslessJson } from '../lossless-json/parse.ts';
import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema, ParseOptions } from '../parsed-schema.ts';
import { isSchemaError, SchemaError } from '../schema-error.ts';
import { checkJsonSchema } from './check-schema.ts';
import { spellBigDecimal } from './decimal-spelling.ts';
import { writtenDraft } from './draft.ts';
import { refuseJson } from './refuse.ts';

const GREATEST_DEPTH = 1000;

/**
 * Reads a JSON Schema of the draft that its `$schema` names, or else of draft 7.
 *
 * With `validation: 'new'` every schema that can be reached from the top must be one: keywords with
 * values of their type, `$ref`s that lead to a schema, regular expressions that Java understands.
 * Unknown keywords, formats and drafts are taken. `stored` takes any object and any boolean.
 *
 * @throws SchemaError `invalid_schema` or `too_large`
 */
export function parseJsonSchema(
  text: string,
  { references = [], validation = 'new' }: ParseOptions = {},
): JsonSchema {
  const value = readText(text);
  if (!isJsonObject(value) && typeof value !== 'boolean') {
    throw refuseJson('A JSON Schema is an object, true or false');
  }
  const schema: JsonSchema = {
    type: 'JSON',
    text: printLosslessJson(value),
    value,
    draft: writtenDraft(value) ?? 'draft-07',
    references,
    validation,
  };
  if (validation === 'new') checkJsonSchema(schema);
  return schema;
}

/** The text that a registry stores for `normalize=true`: the keys of every object sorted. */
export function normalizeJsonSchema({ value }: JsonSchema): string {
  return printLosslessJson(value, { sortKeys: true });
}

function readText(text: string): JsonValue | undefined {
  try {
    const { value, end } = readLosslessJson(text, {
      maxDepth: GREATEST_DEPTH,
      spellNumber: spellBigDecimal,
    });
    // Says what is wrong with an empty text, or with more text after the end.
    if (!/^[ \t\r\n]*$/.test(text.slice(end)) || value === undefined)
      parseLosslessJson(text, { maxDepth: GREATEST_DEPTH });
    return value;
  } catch (error) {
    if (!isSchemaError(error, 'invalid_schema')) throw error;
    const { message, line, column } = error;
    throw new SchemaError(message, {
      code: 'invalid_schema',
      details: `Invalid JSON ${text}`,
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    });
  }
}

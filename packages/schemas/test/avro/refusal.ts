import type { ParseOptions, SchemaType } from '../../src/index.ts';
import { parseSchema, SchemaError } from '../../src/index.ts';

/** The error with which a schema is refused; fails where it is taken. */
export function refusal(
  schema: unknown,
  options: ParseOptions = {},
  type: SchemaType = 'AVRO',
): SchemaError {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  try {
    parseSchema(type, text, options);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error(`taken: ${text}`);
}

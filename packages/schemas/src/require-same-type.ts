import type { ParsedSchema } from './parsed-schema.ts';
import { SchemaError } from './schema-error.ts';

/**
 * The earlier schema, if it is of the later one's type.
 *
 * @throws SchemaError `not_supported` where it is not
 */
export function requireSameType<Schema extends ParsedSchema>(
  before: ParsedSchema,
  after: Schema,
): Schema {
  if (before.type === after.type) return before as Schema;
  const details = `A schema of type ${before.type} has nothing in common with one of type ${after.type}`;
  throw new SchemaError(`${details}. Compare two schemas of one type.`, {
    code: 'not_supported',
    details,
  });
}

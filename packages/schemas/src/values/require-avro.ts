import type { AvroSchema, ParsedSchema } from '../parsed-schema.ts';
import { SchemaError } from '../schema-error.ts';

/** The schema as one of the types whose values are understood. */
export function requireAvro(schema: ParsedSchema): AvroSchema {
  if (schema.type === 'AVRO') return schema;
  const details = `Messages of type ${schema.type} are not understood yet`;
  throw new SchemaError(`${details}, only those of Avro schemas.`, {
    code: 'not_supported',
    details,
  });
}

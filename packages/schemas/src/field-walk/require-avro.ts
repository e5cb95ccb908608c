import type { AvroSchema, ParsedSchema } from '../parsed-schema.ts';
import { SchemaError } from '../schema-error.ts';

/**
 * The schema if it is Avro.
 *
 * @param question what cannot be answered yet, as in "The fields of JSON schemas are not known yet"
 * @throws SchemaError `not_supported`
 */
export function requireAvro(schema: ParsedSchema, question: string): AvroSchema {
  if (schema.type === 'AVRO') return schema;
  const details = `${question} of ${schema.type} schemas are not known yet`;
  throw new SchemaError(`${details}. Only AVRO is understood so far.`, {
    code: 'not_supported',
    details,
  });
}

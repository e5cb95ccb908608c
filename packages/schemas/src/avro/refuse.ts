import { SchemaError } from '../schema-error.ts';

/**
 * The error for an Avro schema that is refused.
 *
 * @param details the reason, in the words of Avro's Java parser where those are a plain template
 * @param explanation says it better where Java's words help nobody
 */
export function refuse(details: string, explanation = details): SchemaError {
  return new SchemaError(`The Avro schema is not valid. ${explanation}`, {
    code: 'invalid_schema',
    details,
  });
}

/** The error for a schema that is too much to handle. */
export function refuseSize(details: string): SchemaError {
  return new SchemaError(`${details}. Split or flatten the schema.`, {
    code: 'too_large',
    details,
  });
}

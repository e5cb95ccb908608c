import { SchemaError } from '../../schema-error.ts';

/** The error for schemas that are too much to compare. */
export function refuseSize(details: string): SchemaError {
  return new SchemaError(`${details}. Split or flatten the schema.`, {
    code: 'too_large',
    details,
  });
}

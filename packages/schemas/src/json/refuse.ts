import { SchemaError } from '../schema-error.ts';

/**
 * The error for a schema that is JSON and no JSON Schema. The registry says no more than that; what
 * is wrong stands in the message.
 */
export function refuseJson(reason: string): SchemaError {
  return new SchemaError(`The JSON Schema is not valid. ${reason}.`, {
    code: 'invalid_schema',
    details: 'Invalid JSON',
  });
}

import { SchemaError } from './schema-error.ts';

/** The error for a question that cannot be answered yet. */
export function notKnownYet(what: string): SchemaError {
  const details = `${what} are not known yet`;
  return new SchemaError(`${details}.`, { code: 'not_supported', details });
}

import { SchemaError } from '../../../schema-error.ts';
import type { NoExample } from './maker.ts';

/** The error where every message would be too much. */
export function refuseSize(what: string): SchemaError {
  const details = `Every message of this schema has ${what}, or nearly so`;
  const message = `${details}, which is too much for an example. Take a part of the schema.`;
  return new SchemaError(message, { code: 'too_large', details });
}

/** The error where there is no example. */
export function refuseExample({ isProved, isTooMuch, where, why }: NoExample): SchemaError {
  if (isTooMuch === true) return refuseSize(why);
  const at = where === '' ? '' : `at ${where}, `;
  const details = `${isProved ? 'The schema has no message' : 'No example was found'}: ${at}${why}`;
  const advice = isProved ? 'Correct that part.' : 'Write an example there, under "examples".';
  return new SchemaError(`${details}. ${advice}`, {
    code: isProved ? 'invalid_schema' : 'not_supported',
    details,
  });
}

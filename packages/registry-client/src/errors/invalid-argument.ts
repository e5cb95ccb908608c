import { clientErrors } from './error-code.ts';
import { RegistryError } from './registry-error.ts';

/** The error for an argument that cannot be sent. */
export function invalidArgument(message: string): RegistryError {
  return new RegistryError({
    code: 'invalid_argument',
    message,
    advice: clientErrors.invalid_argument.advice,
  });
}

import { type ContextName, contextName, isProtocolError } from '@srkit/registry-protocol';
import { invalidArgument } from './errors/invalid-argument.ts';

/**
 * Reads a context as people write it: `staging`, `.staging` and `:.staging:` are the same, `.` is the default one.
 *
 * @throws RegistryError `invalid_argument`
 */
export function readContextName(written: string): ContextName {
  try {
    return contextName(written);
  } catch (error) {
    if (isProtocolError(error)) throw invalidArgument(error.message);
    throw error;
  }
}

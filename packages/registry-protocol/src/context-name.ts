import { hasControlCharacters } from './control-characters.ts';
import { ProtocolError } from './protocol-error.ts';

/** A context as the registry lists it: `.` is the default one, every other begins with a dot (`.staging`). */
export type ContextName = string;

/** The context that unqualified subjects live in. */
export const defaultContext: ContextName = '.';

/** Not a context that holds schemas: its config and mode are what every context without its own falls back to. */
export const globalContext: ContextName = '.__GLOBAL';

/** Stands for every context at once, in a subject prefix only (`:*:`). */
export const everyContext = '*';

/**
 * Reads a context as people write it: `staging`, `.staging` and `:.staging:` are the same, `.` (and `:.:`) is the default one.
 *
 * @returns the name as the registry lists it, with its leading dot
 * @throws ProtocolError `invalid_context_name` when it is empty, holds a colon inside, or a control character
 */
export function contextName(written: string): ContextName {
  const bare = written.replace(/^:/, '').replace(/:$/, '');
  if (bare === '' || bare.includes(':') || hasControlCharacters(bare) || bare === everyContext) {
    throw new ProtocolError(
      'invalid_context_name',
      `${JSON.stringify(written)} is not the name of a context. Write it like 'staging' or '.staging'; '.' is the default context.`,
    );
  }
  return bare.startsWith('.') ? bare : `.${bare}`;
}

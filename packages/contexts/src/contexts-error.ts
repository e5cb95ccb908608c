/** What can go wrong with contexts themselves; what goes wrong with a registry is a RegistryError of the client. */
export type ContextsErrorCode =
  | 'invalid_argument'
  | 'contexts_unsupported'
  | 'view_only'
  | 'read_only'
  | 'not_empty'
  | 'blocked';

/** Thrown for what cannot be done with a context; nothing was changed then. Branch on `code`, never on `message`. */
export class ContextsError extends Error {
  override readonly name = 'ContextsError';
  readonly code: ContextsErrorCode;

  constructor(code: ContextsErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Recognises a {@link ContextsError} by name, so that two copies of this package understand each other.
 *
 * @param code only this code, if given
 */
export function isContextsError<Code extends ContextsErrorCode>(
  error: unknown,
  code?: Code,
): error is ContextsError & { readonly code: Code } {
  return (
    error instanceof Error &&
    error.name === 'ContextsError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}

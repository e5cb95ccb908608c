/** What can be wrong with a value of the registry's vocabulary. */
export type ProtocolErrorCode =
  | 'invalid_context_name'
  | 'invalid_subject_name'
  | 'invalid_compatibility_level'
  | 'invalid_mode';

/** Thrown for a name or word that no registry takes. Branch on `code`, never on `message`. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: ProtocolErrorCode;

  constructor(code: ProtocolErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Recognises a {@link ProtocolError} by name, so that two copies of this package understand each other.
 *
 * @param code only this code, if given
 */
export function isProtocolError(error: unknown, code?: ProtocolErrorCode): error is ProtocolError {
  return (
    error instanceof Error &&
    error.name === 'ProtocolError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}

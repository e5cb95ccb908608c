/** What can go wrong with a snapshot itself; what goes wrong with a registry is a RegistryError of the client. */
export type SnapshotErrorCode =
  | 'invalid_argument'
  | 'aborted'
  | 'context_not_found'
  | 'subject_not_found'
  | 'version_not_found'
  | 'reference_not_found'
  | 'text_unknown'
  | 'closed'
  | 'invalid_file'
  | 'newer_file'
  | 'file_failed';

/** Thrown for what is wrong with a snapshot. Branch on `code`, never on `message`. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly code: SnapshotErrorCode;

  constructor(code: SnapshotErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Recognises a {@link SnapshotError} by name, so that two copies of this package understand each other.
 *
 * @param code only this code, if given
 */
export function isSnapshotError<Code extends SnapshotErrorCode>(
  error: unknown,
  code?: Code,
): error is SnapshotError & { readonly code: Code } {
  return (
    error instanceof Error &&
    error.name === 'SnapshotError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}

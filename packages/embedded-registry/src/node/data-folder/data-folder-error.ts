/** What can be wrong with a data folder. */
export type DataFolderErrorCode =
  /** Another registry has it open. */
  | 'folder_in_use'
  /** The folder cannot be made, read or written. */
  | 'folder_unusable'
  /** A file is not as it was written. */
  | 'file_damaged'
  /** A file of the sequence is not there. */
  | 'file_missing'
  /** A newer version of this package wrote it. */
  | 'format_too_new'
  /** A change could not be kept; the folder takes none any more. */
  | 'write_failed'
  /** It was closed. */
  | 'folder_closed';

/** Thrown for a data folder that cannot be opened or written. Branch on `code`, never on `message`. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  readonly code: DataFolderErrorCode;
  /** The file that it is about. */
  readonly file: string | undefined;
  /** Where in the file, in bytes from its beginning. */
  readonly offset: number | undefined;

  constructor(
    code: DataFolderErrorCode,
    message: string,
    { file, offset, cause }: { file?: string; offset?: number; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.file = file;
    this.offset = offset;
  }
}

/**
 * Recognises a {@link DataFolderError} by name, so that two copies of this package understand each other.
 *
 * @param code only this code, if given
 */
export function isDataFolderError(
  error: unknown,
  code?: DataFolderErrorCode,
): error is DataFolderError {
  return (
    error instanceof Error &&
    error.name === 'DataFolderError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}

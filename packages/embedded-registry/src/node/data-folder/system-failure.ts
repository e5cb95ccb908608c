/** What the system means, in words. */
const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would become larger than is allowed',
  EROFS: 'the file system is read-only',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EIO: 'the disk reports an error',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** The system's code of an error, for example `ENOSPC`; undefined for an error of another kind. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** What an error of the file system means, in words with the system's code: `the disk is full (ENOSPC)`. */
export function describeFailure(error: unknown): string {
  const code = systemCode(error);
  const known = code === undefined ? undefined : words[code];
  if (known !== undefined) return `${known} (${code})`;
  return error instanceof Error ? error.message : String(error);
}

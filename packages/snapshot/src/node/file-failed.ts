import { SnapshotError } from '../index.ts';

/** The error for what a file system refuses. */
export function fileFailed(what: string, cause: unknown): SnapshotError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SnapshotError('file_failed', `It is not possible to ${what}: ${why}.`, { cause });
}

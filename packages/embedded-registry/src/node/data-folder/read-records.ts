import { basename } from 'node:path';
import { DataFolderError } from './data-folder-error.ts';
import { fieldOf } from './field-of.ts';
import type { FileKind } from './file-names.ts';
import { type Line, readLines } from './read-lines.ts';
import { formatVersion, readLine } from './record-line.ts';

/** A record of a file, with its place. */
export interface PlacedRecord {
  line: Line;
  /** What was written; undefined when the line is not as it was written. */
  value: unknown;
}

/**
 * Reads the records of a file after its header.
 *
 * @throws DataFolderError `file_damaged` or `format_too_new` for a header that is not that of such a file
 */
export async function* readRecords(
  path: string,
  kind: FileKind,
  generation: number,
): AsyncGenerator<PlacedRecord> {
  let isHeader = true;
  for await (const line of readLines(path)) {
    const value = line.isEnded ? readLine(line.bytes) : undefined;
    if (isHeader) checkHeader(path, kind, generation, value);
    else yield { line, value };
    isHeader = false;
  }
  if (isHeader) throw damaged(path, 0, 'the file is empty');
}

function checkHeader(path: string, kind: FileKind, generation: number, value: unknown): void {
  const format = fieldOf(value, 'format');
  const version = fieldOf(value, 'version');
  if (format !== `srkit-registry-${kind}` || typeof version !== 'number')
    throw damaged(path, 0, `it does not begin as a ${kind} of srkit-registry`);
  if (version > formatVersion) throw tooNew(path, 0, `format ${version}`);
  if (fieldOf(value, 'generation') !== generation)
    throw damaged(path, 0, 'its name is not the one that it was written under');
}

/** Says that a file is not as it was written. */
export function damaged(
  path: string,
  offset: number,
  reason: string,
  advice = 'Restore the folder from a backup.',
): DataFolderError {
  return new DataFolderError(
    'file_damaged',
    `${path} is damaged at byte ${offset}: ${reason}. ${advice}`,
    { file: basename(path), offset },
  );
}

/** Says that a newer version wrote a file. */
export function tooNew(path: string, offset: number, what: string): DataFolderError {
  return new DataFolderError(
    'format_too_new',
    `${path} was written by a newer version (${what} at byte ${offset}). Open the folder with that version of @srkit/embedded-registry or a later one.`,
    { file: basename(path), offset },
  );
}

import type { Change } from '../../state/change.ts';
import { fieldOf } from './field-of.ts';
import { readChanges } from './read-changes.ts';
import type { Line } from './read-lines.ts';
import { damaged, type PlacedRecord, readRecords } from './read-records.ts';
import { isBeginning, isPartlyUnwritten } from './record-line.ts';

/** What a log holds. */
export interface LogContents {
  changes: Change[];
  /** Where its whole records end, in bytes, when something follows that was not written to its end. */
  cutOffAt: number | undefined;
}

/**
 * Reads a log. Only the last one may end within a record: nobody was answered about what was being written then. A file that was
 * made longer before it was written has NULs there, and whole records may follow, but only of the same group.
 *
 * @throws DataFolderError `file_damaged`, `format_too_new`
 */
export async function readLog(
  path: string,
  generation: number,
  { isLast }: { isLast: boolean },
): Promise<LogContents> {
  const changes: Change[] = [];
  let cutOffAt: number | undefined;
  for await (const placed of readRecords(path, 'log', generation)) {
    const { line, value } = placed;
    if (cutOffAt !== undefined) {
      if (value !== undefined && groupOf(path, placed) > cutOffAt) throw broken(path, cutOffAt);
    } else if (value !== undefined) {
      groupOf(path, placed);
      for (const change of readChanges(path, line.offset, value)) changes.push(change);
    } else if (isLast && isCutOff(line)) cutOffAt = line.offset;
    else throw broken(path, line.offset);
  }
  return { changes, cutOffAt };
}

function isCutOff(line: Line): boolean {
  return isPartlyUnwritten(line.bytes) || (!line.isEnded && isBeginning(line.bytes));
}

function groupOf(path: string, { line, value }: PlacedRecord): number {
  const group = fieldOf(value, 'group');
  if (typeof group !== 'number') throw damaged(path, line.offset, 'a record is in no group');
  return group;
}

function broken(path: string, offset: number): Error {
  return damaged(
    path,
    offset,
    'a record is not as it was written, and it is not the end of what was being written',
    `Restore the folder from a backup; or, to go on with what was kept before, cut the file off there (truncate -s ${offset} ${path}) and remove the logs with a higher number.`,
  );
}

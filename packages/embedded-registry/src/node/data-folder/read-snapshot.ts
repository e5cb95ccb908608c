import type { Change } from '../../state/change.ts';
import { fieldOf } from './field-of.ts';
import { readChanges } from './read-changes.ts';
import { damaged, readRecords } from './read-records.ts';

/**
 * Reads a snapshot.
 *
 * @throws DataFolderError `file_damaged`, `format_too_new`
 */
export async function readSnapshot(path: string, generation: number): Promise<Change[]> {
  const changes: Change[] = [];
  let length = 0;
  let isEnded = false;
  for await (const { line, value } of readRecords(path, 'snapshot', generation)) {
    const { offset } = line;
    if (value === undefined) throw damaged(path, offset, 'a record is not as it was written');
    if (isEnded) throw damaged(path, offset, 'something follows its end');
    const end = fieldOf(value, 'end');
    isEnded = end !== undefined;
    if (isEnded && end !== changes.length)
      throw damaged(path, offset, `${changes.length} of ${end} changes are there`);
    if (!isEnded) for (const change of readChanges(path, offset, value)) changes.push(change);
    length = offset + line.bytes.length + 1;
  }
  if (!isEnded) throw damaged(path, length, 'its end is missing');
  return changes;
}

import { readdir, rm, stat, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Change } from '../../state/change.ts';
import { DataFolderError } from './data-folder-error.ts';
import { fileName } from './file-names.ts';
import { planReading } from './plan-reading.ts';
import { readLog } from './read-log.ts';
import { readSnapshot } from './read-snapshot.ts';

/** What a folder holds. */
export interface FolderContents {
  changes: Change[];
  /** The generation of the newest log; undefined for a folder without one. */
  generation: number | undefined;
  /** The length of the snapshot in bytes; 0 without one. */
  snapshotBytes: number;
  /** The length of the logs before the newest one, in bytes. */
  olderLogBytes: number;
}

/**
 * Reads all that a folder holds, and tidies it: what a compaction left over goes, and so does the end of a record that was not written
 * to its end.
 *
 * @param onNotice told of what goes
 * @throws DataFolderError `file_damaged`, `file_missing`, `format_too_new`; the system's error
 */
export async function readDataFolder(
  folder: string,
  onNotice: (message: string) => void,
): Promise<FolderContents> {
  const { snapshot, logs, leftovers, missing } = planReading(await readdir(folder));
  if (missing !== undefined) throw fileMissing(folder, missing);
  const changes =
    snapshot === undefined
      ? []
      : await readSnapshot(join(folder, fileName('snapshot', snapshot)), snapshot);
  const newest = logs.at(-1);
  for (const generation of logs) {
    const path = join(folder, fileName('log', generation));
    const log = await readLog(path, generation, { isLast: generation === newest });
    for (const change of log.changes) changes.push(change);
    if (log.cutOffAt !== undefined) await cutOff(path, log.cutOffAt, onNotice);
  }
  for (const name of leftovers) await rm(join(folder, name), { force: true });
  const lengths = await Promise.all(
    logs.slice(0, -1).map((generation) => lengthOf(join(folder, fileName('log', generation)))),
  );
  return {
    changes,
    generation: newest,
    snapshotBytes:
      snapshot === undefined ? 0 : await lengthOf(join(folder, fileName('snapshot', snapshot))),
    olderLogBytes: lengths.reduce((sum, length) => sum + length, 0),
  };
}

async function cutOff(
  path: string,
  at: number,
  onNotice: (message: string) => void,
): Promise<void> {
  const dropped = (await lengthOf(path)) - at;
  await truncate(path, at);
  onNotice(
    `${basename(path)} ended within a record that was not written to its end, and that nobody was answered about: ${dropped} bytes from byte ${at} on are dropped`,
  );
}

async function lengthOf(path: string): Promise<number> {
  return (await stat(path)).size;
}

function fileMissing(folder: string, name: string): DataFolderError {
  return new DataFolderError(
    'file_missing',
    `${join(folder, name)} is missing, but files that build on it are there. Put it back, or restore the folder from a backup.`,
    { file: name },
  );
}

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import {
  isSnapshotError,
  type ReadSnapshotOptions,
  readSnapshot,
  type Snapshot,
  writeSnapshot,
} from '../index.ts';
import { fileFailed } from './file-failed.ts';

/**
 * Writes a snapshot into a file. One that is there already is replaced, once the new one is whole and on the disk.
 *
 * @throws SnapshotError `file_failed`, `closed`
 */
export async function writeSnapshotFile(snapshot: Snapshot, path: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      for await (const piece of writeSnapshot(snapshot)) await file.write(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw isSnapshotError(error) ? error : fileFailed(`write ${path}`, error);
  }
}

/**
 * Reads a snapshot from a file.
 *
 * @throws SnapshotError `file_failed`, and what `readSnapshot` throws
 */
export async function readSnapshotFile(
  path: string,
  options: ReadSnapshotOptions = {},
): Promise<Snapshot> {
  try {
    return await readSnapshot(createReadStream(path), options);
  } catch (error) {
    throw isSnapshotError(error) ? error : fileFailed(`read ${path}`, error);
  }
}

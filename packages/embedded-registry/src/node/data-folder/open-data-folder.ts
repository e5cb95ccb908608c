import { mkdir } from 'node:fs/promises';
import type { ChangeLog } from '../../change-log.ts';
import type { Change } from '../../state/change.ts';
import { type Compaction, createCompaction } from './compaction.ts';
import { DataFolderError, isDataFolderError } from './data-folder-error.ts';
import { lockFolder } from './lock-folder.ts';
import { beginLog, openLogWriter } from './log-writer.ts';
import { readDataFolder } from './read-data-folder.ts';
import { describeFailure, systemCode } from './system-failure.ts';

/** Choices for a data folder; each has a sensible default. */
export interface DataFolderOptions {
  /**
   * A new snapshot replaces the logs once they are longer than this and longer than the last snapshot, in bytes.
   *
   * @default 16_777_216
   */
  compactAfterBytes?: number;
  /** Told of what is worth a line and stops nothing, for example a last record that was cut off by a crash. */
  onNotice?: (message: string) => void;
}

/** A folder that keeps a registry: the `log` of `createEmbeddedRegistry`, for one registry. */
export interface DataFolder extends ChangeLog {
  /** Waits until everything is safe, then lets others open the folder. Nothing can be written any more. */
  close(): Promise<void>;
}

/**
 * Opens the folder in which a registry is kept; makes it, with access for its owner only, when it is not there. A change is answered when
 * it is on the disk, so that the process can be killed at any moment. Only one registry at a time has a folder open.
 *
 * @throws DataFolderError
 *
 * @example
 * const log = await openDataFolder('./registry-data');
 * const registry = createEmbeddedRegistry({ log });
 * // …
 * await log.close();
 */
export async function openDataFolder(
  folder: string,
  options: DataFolderOptions = {},
): Promise<DataFolder> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const release = await lockFolder(folder);
    try {
      return await openLocked(folder, options, release);
    } catch (error) {
      await release();
      throw error;
    }
  } catch (error) {
    if (isDataFolderError(error) || systemCode(error) === undefined) throw error;
    const message = `${folder} cannot be used as a data folder: ${describeFailure(error)}. Choose another folder, or make this one writable.`;
    throw new DataFolderError('folder_unusable', message, { cause: error });
  }
}

async function openLocked(
  folder: string,
  { compactAfterBytes = 16 * 1024 * 1024, onNotice = () => {} }: DataFolderOptions,
  release: () => Promise<void>,
): Promise<DataFolder> {
  const { changes, generation, ...lengths } = await readDataFolder(folder, onNotice);
  if (generation === undefined) await beginLog(folder, 1);
  const writer = await openLogWriter(folder, generation ?? 1);
  let kept: Change[] | undefined = changes;
  let compaction: Compaction | undefined;
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    await compaction?.end();
    await writer.close();
    await release();
  }

  return {
    open(dump) {
      if (kept === undefined)
        throw new DataFolderError(
          'folder_in_use',
          `${folder} keeps a registry already. Open another folder for another one.`,
        );
      compaction = createCompaction({
        folder,
        writer,
        dump,
        compactAfterBytes,
        onNotice,
        ...lengths,
      });
      const taken = kept;
      // Only the registry knows them from now on.
      kept = undefined;
      return taken;
    },
    append(changes) {
      const safe = writer.append(changes);
      compaction?.beginIfDue();
      return safe;
    },
    pending: writer.pending,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

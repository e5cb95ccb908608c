import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../../state/change.ts';
import { parseFileName } from './file-names.ts';
import type { LogWriter } from './log-writer.ts';
import { describeFailure } from './system-failure.ts';
import { writeSnapshot } from './write-snapshot.ts';

/** What a compaction works on. */
export interface CompactionOptions {
  folder: string;
  writer: LogWriter;
  /** Changes that make an empty registry equal to this one, with all that was appended and nothing else. */
  dump: () => readonly Change[];
  /** Logs up to this long are left alone, in bytes; and so are those that are shorter than the snapshot. */
  compactAfterBytes: number;
  snapshotBytes: number;
  /** The length of the logs before the one that is written, in bytes. */
  olderLogBytes: number;
  onNotice: (message: string) => void;
}

/** Replaces logs by a snapshot once they have grown long. */
export interface Compaction {
  /** Begins one if it is time; to be called when everything that has happened was appended. */
  beginIfDue(): void;
  /** Gives up the one that runs. */
  end(): Promise<void>;
}

/**
 * Creates what replaces logs by a snapshot. The next log begins at the moment of which the snapshot tells; the snapshot is written while
 * requests go on, and what it stands for is removed when it is in place.
 */
export function createCompaction(options: CompactionOptions): Compaction {
  const { folder, writer, dump, onNotice } = options;
  const ending = new AbortController();
  let { snapshotBytes, olderLogBytes, compactAfterBytes } = options;
  let running: Promise<void> | undefined;

  async function compact(changes: readonly Change[]): Promise<void> {
    await writer.rotate();
    const { generation } = writer;
    snapshotBytes = await writeSnapshot(folder, generation, changes, ending.signal);
    olderLogBytes = 0;
    compactAfterBytes = options.compactAfterBytes;
    await removeBefore(folder, generation);
  }

  async function run(): Promise<void> {
    const before = olderLogBytes + writer.bytes;
    try {
      await compact(dump());
    } catch (error) {
      if (ending.signal.aborted) return;
      olderLogBytes = before;
      compactAfterBytes = 2 * before;
      onNotice(`the log could not be compacted and goes on growing: ${describeFailure(error)}`);
    } finally {
      running = undefined;
    }
  }

  return {
    beginIfDue() {
      if (running || ending.signal.aborted) return;
      if (olderLogBytes + writer.bytes <= Math.max(compactAfterBytes, snapshotBytes)) return;
      running = run();
    },
    async end() {
      ending.abort();
      await running;
    },
  };
}

async function removeBefore(folder: string, first: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = parseFileName(name);
    if (file !== undefined && file.generation < first)
      await rm(join(folder, name), { force: true });
  }
}

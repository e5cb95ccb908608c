import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../../state/change.ts';
import { DataFolderError } from './data-folder-error.ts';
import { fileName } from './file-names.ts';
import { formatVersion, writeLine } from './record-line.ts';
import { describeFailure } from './system-failure.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Writes the newest log. */
export interface LogWriter {
  /** Keeps the changes of one request; resolves when they are safe, rejects when they, or any before, could not be kept. */
  append(changes: readonly Change[]): Promise<void>;
  /** When everything that was appended so far is safe; undefined when it is. */
  pending(): Promise<void> | undefined;
  /** What was appended before stays in this log, what is appended after goes to the next one. Resolves when that is so. */
  rotate(): Promise<void>;
  /** The generation of the log that is written. */
  readonly generation: number;
  /** The length of the log that is written, in bytes. */
  readonly bytes: number;
  /** Waits until everything is safe. */
  close(): Promise<void>;
}

/** Something that waits for its turn: changes to be written, or, without any, the next log. */
interface Waiting {
  changes: readonly Change[] | undefined;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** About how much is written at once at most, in bytes. */
const groupBytes = 4 * 1024 * 1024;

/**
 * Continues a log. One group is written at a time; what arrives meanwhile goes into the next one, so that one flush of the
 * disk serves many requests.
 *
 * @throws the system's error
 */
export async function openLogWriter(folder: string, first: number): Promise<LogWriter> {
  let generation = first;
  let file = await openLog(folder, generation);
  let bytes = (await file.stat()).size;
  let waiting: Waiting[] = [];
  let last: Promise<void> | undefined;
  let running: Promise<void> | undefined;
  let failure: DataFolderError | undefined;
  let isClosed = false;

  function enqueue(changes: readonly Change[] | undefined): Promise<void> {
    if (failure) return Promise.reject(failure);
    if (isClosed)
      return Promise.reject(new DataFolderError('folder_closed', 'the folder is closed'));
    const safe = new Promise<void>((resolve, reject) => waiting.push({ changes, resolve, reject }));
    // Whoever asks for it is told; a failure that nobody asks for must not end the process.
    safe.catch(() => {});
    last = safe;
    running ??= run();
    return safe;
  }

  async function run(): Promise<void> {
    // Requests of the same turn share the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      let taken = 1;
      try {
        const lines = takeLines();
        taken = Math.max(1, lines.length);
        await (lines.length > 0 ? write(Buffer.concat(lines)) : beginNext());
      } catch (error) {
        await fail(error);
        break;
      }
      const group = waiting.slice(0, taken);
      waiting = waiting.slice(taken);
      for (const { resolve } of group) resolve();
    }
    running = undefined;
  }

  /** The lines of the next group; none when the next log is to be begun. */
  function takeLines(): Buffer[] {
    const lines: Buffer[] = [];
    let size = 0;
    for (const { changes } of waiting) {
      if (changes === undefined || size > groupBytes) break;
      const line = writeLine({ group: bytes, changes });
      lines.push(line);
      size += line.length;
    }
    return lines;
  }

  async function write(group: Buffer): Promise<void> {
    await file.appendFile(group);
    await file.datasync();
    bytes += group.length;
  }

  async function beginNext(): Promise<void> {
    await beginLog(folder, generation + 1);
    const next = await openLog(folder, generation + 1);
    const { size } = await next.stat();
    await file.close();
    file = next;
    generation += 1;
    bytes = size;
  }

  async function fail(error: unknown): Promise<void> {
    failure = new DataFolderError(
      'write_failed',
      `${fileName('log', generation)} could not be written: ${describeFailure(error)}`,
      { file: fileName('log', generation), offset: bytes, cause: error },
    );
    // What nobody was told of should not be there after a restart. If this fails too, it is an unknown outcome.
    await file.truncate(bytes).catch(() => {});
    for (const { reject } of waiting) reject(failure);
    waiting = [];
  }

  return {
    append: enqueue,
    pending: () => (failure ? Promise.reject(failure) : running && last),
    rotate: () => enqueue(undefined),
    get generation() {
      return generation;
    },
    get bytes() {
      return bytes;
    },
    async close() {
      isClosed = true;
      await running;
      await file.close();
    },
  };
}

/** Puts an empty log in place. */
export async function beginLog(folder: string, generation: number): Promise<void> {
  const header = writeLine({ format: 'srkit-registry-log', version: formatVersion, generation });
  await writeWholeFile(folder, fileName('log', generation), (file) => file.appendFile(header));
}

function openLog(folder: string, generation: number): Promise<FileHandle> {
  return open(join(folder, fileName('log', generation)), 'a');
}

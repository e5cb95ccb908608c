import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SnapshotError, type TextStore } from '../index.ts';
import { fileFailed } from './file-failed.ts';

const pieceBytes = 262_144;

/** Where texts go. */
export interface FolderTextStoreOptions {
  /** A folder that exists. What is written goes into a folder of its own in it, which `close` removes. */
  folder: string;
}

/**
 * Makes a store of texts in a folder, for `takeSnapshot(client, scope, { texts })`. Nothing is written before the first text
 * comes, which is not before memory is full.
 *
 * @throws SnapshotError `file_failed`, by each of its methods
 */
export function createFolderTextStore({ folder }: FolderTextStoreOptions): TextStore {
  // Where each text begins, in order, and the end of the last one.
  const starts: number[] = [0];
  const places = new Map<string, number>();
  let opened: Promise<{ own: string; file: FileHandle }> | undefined;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let written = 0;
  let flushed: Promise<void> = Promise.resolve();
  let closed = false;

  async function fileOf(): Promise<{ own: string; file: FileHandle }> {
    opened ??= openIn(folder);
    return opened;
  }

  async function flush(): Promise<void> {
    // One after the other: each piece goes to the end of the one before it.
    flushed = flushed.then(async () => {
      if (waiting.length === 0) return;
      const piece = Buffer.concat(waiting);
      waiting = [];
      waitingBytes = 0;
      const { file } = await fileOf();
      await file.write(piece, 0, piece.length, written);
      written += piece.length;
    });
    return flushed;
  }

  async function tried<T>(what: string, work: () => Promise<T>): Promise<T> {
    if (closed) throw new SnapshotError('closed', `The texts in ${folder} are closed.`);
    try {
      return await work();
    } catch (error) {
      throw fileFailed(`${what} texts of a snapshot in ${folder}`, error);
    }
  }

  return {
    write: async (guid, text) =>
      tried('write', async () => {
        // At once, so that a folder that cannot be written to is no surprise at the end.
        await fileOf();
        // As JSON, half of a surrogate pair survives; in UTF-8 it would not.
        const bytes = Buffer.from(`${JSON.stringify(text)}\n`);
        places.set(guid, starts.length - 1);
        starts.push((starts.at(-1) ?? 0) + bytes.length);
        waiting.push(bytes);
        waitingBytes += bytes.length;
        if (waitingBytes >= pieceBytes) await flush();
      }),
    read: async (guid) =>
      tried('read', async () => {
        const place = places.get(guid);
        if (place === undefined) return undefined;
        await flush();
        const [start = 0, end = 0] = starts.slice(place, place + 2);
        const bytes = Buffer.alloc(end - start);
        await (await opened)?.file.read(bytes, 0, bytes.length, start);
        return JSON.parse(bytes.toString('utf8')) as string;
      }),
    async close() {
      if (closed) return;
      closed = true;
      await flushed.catch(() => {});
      const at = await opened?.catch(() => undefined);
      await at?.file.close();
      if (at) await rm(at.own, { recursive: true, force: true });
    },
  };
}

async function openIn(folder: string): Promise<{ own: string; file: FileHandle }> {
  const own = await mkdtemp(join(folder, 'srkit-texts-'));
  return { own, file: await open(join(own, 'texts.jsonl'), 'wx+') };
}

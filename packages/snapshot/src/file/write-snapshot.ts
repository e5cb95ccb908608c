import { createHash } from 'node:crypto';
import type { Snapshot, SnapshotVersion } from '../snapshot.ts';
import { isSnapshotError } from '../snapshot-error.ts';
import { formatName, formatVersion, noCounts } from './format.ts';

const pieceLength = 65_536;

/**
 * Writes a snapshot as lines of JSON, with its texts, piece by piece: `for await (const piece of writeSnapshot(snapshot))`.
 * A file of it is written by `writeSnapshotFile` of `@srkit/snapshot/node`.
 *
 * @throws SnapshotError `closed`; what the store of its texts throws
 */
export async function* writeSnapshot(snapshot: Snapshot): AsyncGenerator<string, void, undefined> {
  const { contexts, subjects, unreadable, texts, close: _, ...facts } = snapshot;
  const counts = noCounts();
  const hash = createHash('sha256');
  const known = new Set<string>();
  let piece = '';

  function add(line: unknown): void {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    piece += text;
  }

  async function addText({ guid }: SnapshotVersion): Promise<void> {
    if (known.has(guid)) return;
    const schema = await textOf(snapshot, guid);
    if (schema === undefined) return;
    known.add(guid);
    counts.texts += 1;
    add({ text: { guid, schema } });
  }

  add({ format: formatName, version: formatVersion, ...facts });
  for (const context of contexts) {
    counts.contexts += 1;
    add({ context });
  }
  for (const { name, config, mode, versions } of subjects) {
    counts.subjects += 1;
    add({ subject: { name, config, mode } });
    for (const version of versions) {
      if (snapshot.detail === 'schemas') await addText(version);
      counts.versions += 1;
      add({ version });
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
  }
  for (const one of unreadable) {
    counts.unreadable += 1;
    add({ unreadable: one });
  }
  yield `${piece}${JSON.stringify({ end: { ...counts, sha256: hash.digest('hex') } })}\n`;
}

/** @returns undefined for a text that the snapshot does not have */
async function textOf({ texts }: Snapshot, guid: string): Promise<string | undefined> {
  try {
    return await texts.read(guid);
  } catch (error) {
    if (isSnapshotError(error, 'text_unknown')) return undefined;
    throw error;
  }
}

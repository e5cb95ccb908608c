import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../../state/change.ts';
import { fileName } from './file-names.ts';
import { formatVersion, writeLine } from './record-line.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** About how much is written at once, in bytes; other work is done in between. */
const chunkBytes = 512 * 1024;

/**
 * Writes a snapshot, a chunk at a time.
 *
 * @param signal ends it early; nothing is left then
 * @returns its length in bytes
 */
export async function writeSnapshot(
  folder: string,
  generation: number,
  changes: readonly Change[],
  signal: AbortSignal,
): Promise<number> {
  const name = fileName('snapshot', generation);
  await writeWholeFile(folder, name, async (file) => {
    for (const chunk of chunksOf(generation, changes)) {
      signal.throwIfAborted();
      await file.appendFile(chunk);
      // Little by little: the log's flushes would wait for a large one.
      await file.datasync();
    }
  });
  return (await stat(join(folder, name))).size;
}

function* chunksOf(generation: number, changes: readonly Change[]): Generator<Buffer> {
  let lines = [
    writeLine({ format: 'srkit-registry-snapshot', version: formatVersion, generation }),
  ];
  let size = 0;
  for (const change of changes) {
    const line = writeLine({ changes: [change] });
    lines.push(line);
    size += line.length;
    if (size < chunkBytes) continue;
    yield Buffer.concat(lines);
    lines = [];
    size = 0;
  }
  yield Buffer.concat([...lines, writeLine({ end: changes.length })]);
}

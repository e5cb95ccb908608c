import { type FileHandle, open } from 'node:fs/promises';

/** A line of a file, with its place. */
export interface Line {
  /** In bytes from the beginning of the file. */
  offset: number;
  /** Without the line break. */
  bytes: Buffer;
  /** Whether there is a line break; only the last line can lack it. */
  isEnded: boolean;
}

const newline = 10;
const chunkBytes = 1024 * 1024;

/** Reads a file line by line, a chunk at a time. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const file = await open(path, 'r');
  try {
    yield* linesOf(file);
  } finally {
    await file.close();
  }
}

async function* linesOf(file: FileHandle): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  let offset = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes);
    if (bytesRead === 0) break;
    let from = 0;
    for (;;) {
      const at = buffer.subarray(0, bytesRead).indexOf(newline, from);
      if (at === -1) break;
      const bytes = join(begun, buffer.subarray(from, at));
      begun = [];
      yield { offset, bytes, isEnded: true };
      offset += bytes.length + 1;
      from = at + 1;
    }
    if (from < bytesRead) begun.push(buffer.subarray(from, bytesRead));
  }
  if (begun.length > 0) yield { offset, bytes: Buffer.concat(begun), isEnded: false };
}

function join(begun: Buffer[], rest: Buffer): Buffer {
  return begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
}

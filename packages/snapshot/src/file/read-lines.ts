import { SnapshotError } from '../snapshot-error.ts';

/** A line and its number, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** What can be read as a file: pieces of text, or of bytes in UTF-8, however they are cut. */
export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

// A text of a schema is one line, and no registry takes one of this size.
const longestLine = 256 * 1024 * 1024;

/**
 * Reads pieces as lines; empty ones are left out.
 *
 * @throws SnapshotError `invalid_file` for what is no UTF-8, or has a line that is too long
 */
export async function* readLines(pieces: Pieces): AsyncGenerator<Line, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: string[] = [];
  let length = 0;
  let number = 1;
  const decode = (piece: Uint8Array | undefined): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch (cause) {
      throw invalidFile(number, 'it holds bytes that are no UTF-8', { cause });
    }
  };
  for await (const piece of pieces) {
    const lines = (typeof piece === 'string' ? piece : decode(piece)).split('\n');
    for (const [index, part] of lines.entries()) {
      if (index > 0) {
        yield* lineOf(number, rest);
        rest = [];
        length = 0;
        number += 1;
      }
      rest.push(part);
      length += part.length;
      if (length > longestLine) throw invalidFile(number, 'it is longer than any schema can be');
    }
  }
  rest.push(decode(undefined));
  yield* lineOf(number, rest);
}

/** The error for a file that is damaged, with the place. */
export function invalidFile(
  line: number,
  what: string,
  options?: { cause?: unknown },
): SnapshotError {
  return new SnapshotError(
    'invalid_file',
    `The file is no whole snapshot: line ${line} is wrong, ${what}. Write the snapshot again.`,
    options,
  );
}

function* lineOf(number: number, parts: readonly string[]): Generator<Line, void, undefined> {
  const text = parts.join('').replace(/\r$/, '');
  if (text !== '') yield { number, text };
}

import { isUtf8 } from 'node:buffer';
import type { ValuePath, ValueProblem } from '../value-problem.ts';
import { countBytes, pointer } from '../value-problem.ts';

/** One walk through the bytes of a message. */
export interface ByteReader {
  readonly bytes: Uint8Array;
  /** The first byte that was not read yet. */
  position: number;
  readonly path: ValuePath;
  depth: number;
  steps: number;
  /** The first one, after which nothing means anything. */
  problem: ValueProblem | undefined;
}

/** Begins a walk at a position. */
export function newByteReader(bytes: Uint8Array, position: number): ByteReader {
  return { bytes, position, path: [], depth: 0, steps: 0, problem: undefined };
}

/** Notes what is wrong, and where; answers undefined. */
export function tellBytes(
  reader: ByteReader,
  offset: number,
  { message, expected, found }: Pick<ValueProblem, 'message' | 'expected' | 'found'>,
): undefined {
  reader.problem ??= { path: pointer(reader.path), message, expected, found, offset };
}

/** Notes that the bytes end too early. */
function tellEnd(reader: ByteReader, expected: string): undefined {
  const { bytes } = reader;
  return tellBytes(reader, bytes.length, {
    message: `The bytes end after ${bytes.length}, where ${expected} is needed.`,
    expected,
    found: 'the end of the bytes',
  });
}

/**
 * Reads an int or a long as Avro writes them. Beyond 2^53 the answer is rounded, which is enough
 * to tell that a length is too great.
 */
export function readInteger(reader: ByteReader, what: string, bits: 32 | 64): number | undefined {
  const { bytes } = reader;
  const start = reader.position;
  const most = bits === 32 ? 5 : 10;
  let value = 0;
  let scale = 1;
  for (let count = 1; count <= most; count += 1) {
    const byte = bytes[reader.position];
    if (byte === undefined) return tellEnd(reader, what);
    reader.position += 1;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) {
      // The last byte has room for four bits of 32, and for one of 64.
      if (count === most && byte > (bits === 32 ? 0x0f : 0x01)) break;
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
  }
  return tellBytes(reader, start, {
    message: `The integer for ${what} at offset ${start} does not fit into ${bits} bits.`,
    expected: what,
    found: 'an integer that is too long',
  });
}

/** Skips so many bytes; false where they are not there. */
export function skipBytes(reader: ByteReader, count: number, what: string): boolean {
  const left = reader.bytes.length - reader.position;
  if (count <= left) {
    reader.position += count;
    return true;
  }
  tellBytes(reader, reader.position, {
    message: `The bytes end too early: ${what} at offset ${reader.position} takes ${countBytes(count)}, ${countBytes(left)} ${left === 1 ? 'is' : 'are'} left.`,
    expected: countBytes(count),
    found: countBytes(left),
  });
  return false;
}

/** Skips bytes with their length before them; where they begin, or undefined. */
export function skipSized(reader: ByteReader, what: string): number | undefined {
  const start = reader.position;
  const length = readInteger(reader, `the length of ${what}`, 64);
  if (length === undefined) return undefined;
  if (length >= 0) {
    const begin = reader.position;
    return skipBytes(reader, length, what) ? begin : undefined;
  }
  return tellBytes(reader, start, {
    message: `The length of ${what} at offset ${start} is negative: ${length}.`,
    expected: 'a length',
    found: String(length),
  });
}

/** Skips a text, whose bytes it answers. */
export function skipText(reader: ByteReader, what: string): Uint8Array | undefined {
  const begin = skipSized(reader, what);
  if (begin === undefined) return undefined;
  const text = reader.bytes.subarray(begin, reader.position);
  if (isUtf8(text)) return text;
  return tellBytes(reader, begin, {
    message: `The text at offset ${begin} is not UTF-8.`,
    expected: what,
    found: 'other bytes',
  });
}

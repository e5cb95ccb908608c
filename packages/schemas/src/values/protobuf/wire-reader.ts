import type { Buffer } from 'node:buffer';
import type { ValuePath, ValueProblem } from '../value-problem.ts';
import { countBytes, pointer } from '../value-problem.ts';

/** One walk through the bytes of a message. */
export interface WireReader {
  readonly bytes: Buffer;
  /** The first byte that was not read yet. */
  position: number;
  /** Where that ends which is being read. */
  end: number;
  /** Whether a field that is laid out otherwise is passed over, as parsers do with unknown ones. */
  readonly isLenient: boolean;
  readonly path: ValuePath;
  depth: number;
  steps: number;
  /** The first one, after which nothing means anything. */
  problem: ValueProblem | undefined;
}

/** Levels of messages, groups and entries of maps, as protoc and its libraries take them. */
export const GREATEST_DEPTH = 100;

/** Values of a message. */
export const GREATEST_EFFORT = 10_000_000;

/** What a value that holds others costs besides. */
export const NESTED_EFFORT = 3;

const WORD = 2 ** 32;
const LONGEST_VARINT = 10;
// Of 7 bits each; so many fit into a number without loss.
const BYTES_OF_NUMBER = 7;

/** Begins a walk at a position. */
export function newWireReader(bytes: Buffer, position: number, isLenient: boolean): WireReader {
  const end = bytes.length;
  return { bytes, position, end, isLenient, path: [], depth: 0, steps: 0, problem: undefined };
}

/** Notes what is wrong, and where; answers undefined. */
export function tellBytes(
  reader: WireReader,
  offset: number,
  { message, expected, found }: Pick<ValueProblem, 'message' | 'expected' | 'found'>,
): undefined {
  reader.problem ??= { path: pointer(reader.path), message, expected, found, offset };
}

/** Reads a varint of at most 64 bits; up to 2^49 it is a number. */
export function readVarint(reader: WireReader, what: string): number | bigint | undefined {
  const { bytes, end } = reader;
  const start = reader.position;
  let value = 0;
  let scale = 1;
  for (let count = 1; count <= LONGEST_VARINT; count += 1) {
    if (reader.position >= end) {
      return tellBytes(reader, end, {
        message: `${theEnd(reader)}, in the middle of ${what} at offset ${start}.`,
        expected: what,
        found: 'the end',
      });
    }
    const byte = bytes[reader.position] ?? 0;
    reader.position += 1;
    if (count <= BYTES_OF_NUMBER) {
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
    if (byte < 0x80) return count <= BYTES_OF_NUMBER ? value : wideVarint(reader, start);
  }
  return tellBytes(reader, start, {
    message: `The varint of ${what} at offset ${start} is longer than ${LONGEST_VARINT} bytes.`,
    expected: what,
    found: 'a varint that does not end',
  });
}

/** Reads a varint that has to fit into 32 bits. */
export function readWord(reader: WireReader, what: string): number | undefined {
  const start = reader.position;
  const value = readVarint(reader, what);
  if (value === undefined) return undefined;
  if (value < WORD) return Number(value);
  return tellBytes(reader, start, {
    message: `The varint of ${what} at offset ${start} does not fit into 32 bits: ${value}.`,
    expected: what,
    found: `the number ${value}`,
  });
}

/**
 * Moves on by so many bytes.
 *
 * @returns where they begin; undefined where they are not there
 */
export function takeBytes(reader: WireReader, count: number, what: string): number | undefined {
  const start = reader.position;
  const left = reader.end - start;
  if (count <= left) {
    reader.position += count;
    return start;
  }
  const [needed, there] = [countBytes(count), countBytes(left)];
  return tellBytes(reader, start, {
    message: `${theEnd(reader)} too early: ${what} at offset ${start} takes ${needed}, ${there} ${left === 1 ? 'is' : 'are'} left.`,
    expected: needed,
    found: there,
  });
}

/**
 * Moves on over bytes with their length before them.
 *
 * @returns where they begin; they end at the reader's position
 */
export function takeSized(reader: WireReader, what: string): number | undefined {
  const size = readWord(reader, 'a length');
  return size === undefined ? undefined : takeBytes(reader, size, what);
}

/**
 * Begins what has its length before it: the reader then ends where it ends.
 *
 * @returns where the reader ended before, which it has to be set to afterwards
 */
export function enterSized(reader: WireReader, what: string): number | undefined {
  const start = takeSized(reader, what);
  if (start === undefined) return undefined;
  const { position, end } = reader;
  reader.position = start;
  reader.end = position;
  return end;
}

/** Counts one more value; false, with a problem, where there are too many. */
export function countStep(reader: WireReader): boolean {
  reader.steps += 1;
  if (reader.steps <= GREATEST_EFFORT) return true;
  const found = 'millions of values';
  tellBytes(reader, reader.position, {
    message: `The message holds ${found}, which is too much to read. Check a part of it.`,
    expected: 'a message of a usual size',
    found,
  });
  return false;
}

/** Goes one level down; false, with a problem, where it is one too many. */
export function descend(reader: WireReader): boolean {
  reader.depth += 1;
  reader.steps += NESTED_EFFORT;
  return reader.depth <= GREATEST_DEPTH || tellDepth(reader);
}

/** Notes that a message is too deep; answers false. */
export function tellDepth(reader: WireReader): false {
  tellBytes(reader, reader.position, {
    message: `The message nests deeper than ${GREATEST_DEPTH} levels, which readers of Protobuf refuse.`,
    expected: `at most ${GREATEST_DEPTH} levels`,
    found: 'more',
  });
  return false;
}

function wideVarint({ bytes, position }: WireReader, start: number): bigint {
  let value = 0n;
  for (let at = position - 1; at >= start; at -= 1) {
    value = (value << 7n) | BigInt((bytes[at] ?? 0) & 0x7f);
  }
  return BigInt.asUintN(64, value);
}

function theEnd({ bytes, end }: WireReader): string {
  return end === bytes.length
    ? `The bytes end after ${end}`
    : `What is around it ends at offset ${end}`;
}

import { Buffer } from 'node:buffer';
import type { Scalar, ScalarType, WireType } from './scalar-types.ts';
import { scalarTraits } from './scalar-types.ts';

/** Bytes that grow. */
export interface WireWriter {
  bytes: Buffer;
  length: number;
}

const FIRST_SIZE = 256;
const LONGEST_VARINT = 10;

/** Begins with no bytes. */
export function newWireWriter(): WireWriter {
  return { bytes: Buffer.allocUnsafe(FIRST_SIZE), length: 0 };
}

/** What was written, apart from the writer. */
export function writtenBytes({ bytes, length }: WireWriter): Uint8Array {
  return Uint8Array.from(bytes.subarray(0, length));
}

/** Writes what stands before a value: the number of its field and how it is laid out. */
export function writeTag(writer: WireWriter, number: number, wireType: WireType): void {
  writeVarint(writer, number * 8 + wireType);
}

/** Writes a whole number from 0 to 2^53. */
function writeVarint(writer: WireWriter, value: number): void {
  makeRoom(writer, LONGEST_VARINT);
  let left = value;
  while (left >= 0x80) {
    writer.bytes[writer.length] = (left % 0x80) + 0x80;
    writer.length += 1;
    left = Math.floor(left / 0x80);
  }
  writer.bytes[writer.length] = left;
  writer.length += 1;
}

/** Writes a value without its tag. */
export function writeScalar(writer: WireWriter, type: ScalarType, value: Scalar): void {
  if (typeof value === 'string') writeText(writer, value);
  else if (value instanceof Uint8Array) writeBlob(writer, value);
  else if (scalarTraits(type).wireType === 0) writeInteger(writer, type, value);
  else writeFixed(writer, type, value);
}

/** Writes bytes as they are. */
export function writeBytes(writer: WireWriter, bytes: Uint8Array): void {
  makeRoom(writer, bytes.length);
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

/**
 * Begins what has its length before it.
 *
 * @returns what {@link endSized} is told
 */
export function beginSized(writer: WireWriter): number {
  makeRoom(writer, 1);
  writer.length += 1;
  return writer.length;
}

/** Ends it and puts in its length, for which one byte was left free. */
export function endSized(writer: WireWriter, begin: number): void {
  const size = writer.length - begin;
  if (size < 0x80) {
    writer.bytes[begin - 1] = size;
    return;
  }
  const more = Math.ceil((32 - Math.clz32(size)) / 7) - 1;
  makeRoom(writer, more + LONGEST_VARINT);
  const end = writer.length;
  writer.bytes.copyWithin(begin + more, begin, end);
  writer.length = begin - 1;
  writeVarint(writer, size);
  writer.length = end + more;
}

function writeInteger(
  writer: WireWriter,
  type: ScalarType,
  value: number | bigint | boolean,
): void {
  if (type === 'sint32' || type === 'sint64') {
    const whole = BigInt(value);
    writeWide(writer, whole < 0n ? -2n * whole - 1n : 2n * whole);
  } else if (typeof value === 'bigint' || Number(value) < 0) {
    writeWide(writer, BigInt.asUintN(64, BigInt(value)));
  } else writeVarint(writer, Number(value));
}

function writeWide(writer: WireWriter, value: bigint): void {
  makeRoom(writer, LONGEST_VARINT);
  let left = value;
  while (left > BigInt(Number.MAX_SAFE_INTEGER)) {
    writer.bytes[writer.length] = Number(left & 0x7fn) | 0x80;
    writer.length += 1;
    left >>= 7n;
  }
  writeVarint(writer, Number(left));
}

function writeFixed(writer: WireWriter, type: ScalarType, value: number | bigint | boolean): void {
  makeRoom(writer, 8);
  const { bytes, length } = writer;
  switch (type) {
    case 'double':
      writer.length = bytes.writeDoubleLE(Number(value), length);
      break;
    case 'float':
      writer.length = bytes.writeFloatLE(Number(value), length);
      break;
    case 'fixed64':
    case 'sfixed64':
      writer.length = bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)), length);
      break;
    default:
      writer.length = bytes.writeUInt32LE(Number(value) >>> 0, length);
  }
}

function writeText(writer: WireWriter, text: string): void {
  const size = Buffer.byteLength(text);
  writeVarint(writer, size);
  makeRoom(writer, size);
  writer.length += writer.bytes.write(text, writer.length);
}

function writeBlob(writer: WireWriter, blob: Uint8Array): void {
  writeVarint(writer, blob.length);
  writeBytes(writer, blob);
}

function makeRoom(writer: WireWriter, more: number): void {
  const needed = writer.length + more;
  if (needed <= writer.bytes.length) return;
  const grown = Buffer.allocUnsafe(Math.max(needed, writer.bytes.length * 2));
  writer.bytes.copy(grown, 0, 0, writer.length);
  writer.bytes = grown;
}

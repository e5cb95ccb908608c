import { isUtf8 } from 'node:buffer';
import type { Scalar, ScalarType } from './scalar-types.ts';
import type { WireReader } from './wire-reader.ts';
import { readVarint, takeBytes, takeSized, tellBytes } from './wire-reader.ts';

/** Reads a value without its tag; 64-bit integers as numbers up to 2^53, and as bigints beyond. */
export function readScalar(reader: WireReader, type: ScalarType): Scalar | undefined {
  switch (type) {
    case 'string':
      return readText(reader);
    case 'bytes': {
      const start = takeSized(reader, 'bytes');
      return start === undefined ? undefined : reader.bytes.subarray(start, reader.position);
    }
    case 'float':
    case 'fixed32':
    case 'sfixed32':
      return readFixed32(reader, type);
    case 'double':
    case 'fixed64':
    case 'sfixed64':
      return readFixed64(reader, type);
    default: {
      const value = readVarint(reader, `a value of type ${type}`);
      return value === undefined ? undefined : fromVarint(value, type);
    }
  }
}

/** The 32 lowest bits with their sign: so an enum and an int32 are read, however long they are written. */
export function lowestBits(value: number | bigint): number {
  return typeof value === 'number' ? value | 0 : Number(BigInt.asIntN(32, value));
}

/** A bigint as a number where that is exact. */
function shorten(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function fromVarint(
  value: number | bigint,
  type: Exclude<ScalarType, 'string' | 'bytes' | 'float' | 'double' | `${string}fixed${string}`>,
): number | bigint | boolean {
  switch (type) {
    case 'bool':
      return value !== 0 && value !== 0n;
    case 'int32':
      return lowestBits(value);
    case 'uint32':
      return lowestBits(value) >>> 0;
    case 'sint32': {
      const bits = lowestBits(value);
      return (bits >>> 1) ^ -(bits & 1);
    }
    case 'int64':
      return typeof value === 'number' ? value : shorten(BigInt.asIntN(64, value));
    case 'uint64':
      return typeof value === 'number' ? value : shorten(value);
    case 'sint64': {
      if (typeof value === 'number') return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      return shorten(value % 2n === 0n ? value / 2n : -(value + 1n) / 2n);
    }
  }
}

function readFixed32(
  reader: WireReader,
  type: 'float' | 'fixed32' | 'sfixed32',
): number | undefined {
  const start = takeBytes(reader, 4, `a value of type ${type}`);
  if (start === undefined) return undefined;
  const { bytes } = reader;
  if (type === 'float') return bytes.readFloatLE(start);
  return type === 'fixed32' ? bytes.readUInt32LE(start) : bytes.readInt32LE(start);
}

function readFixed64(
  reader: WireReader,
  type: 'double' | 'fixed64' | 'sfixed64',
): number | bigint | undefined {
  const start = takeBytes(reader, 8, `a value of type ${type}`);
  if (start === undefined) return undefined;
  const { bytes } = reader;
  if (type === 'double') return bytes.readDoubleLE(start);
  return shorten(type === 'fixed64' ? bytes.readBigUInt64LE(start) : bytes.readBigInt64LE(start));
}

function readText(reader: WireReader): string | undefined {
  const start = takeSized(reader, 'a string');
  if (start === undefined) return undefined;
  const text = reader.bytes.subarray(start, reader.position);
  if (isUtf8(text)) return text.toString();
  return tellBytes(reader, start, {
    message: `The string at offset ${start} is not UTF-8.`,
    expected: 'a string',
    found: 'other bytes',
  });
}

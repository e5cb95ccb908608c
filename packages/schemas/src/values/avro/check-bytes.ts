import type { AvroArray, AvroMap, AvroType } from '../../avro/model.ts';
import type { ValueProblem } from '../value-problem.ts';
import { countBytes } from '../value-problem.ts';
import type { ByteReader } from './byte-reader.ts';
import {
  newByteReader,
  readInteger,
  skipBytes,
  skipSized,
  skipText,
  tellBytes,
} from './byte-reader.ts';
import { branchLabel, describeType } from './describe-type.ts';
import { GREATEST_DEPTH } from './fit.ts';

const GREATEST_EFFORT = 20_000_000;
// Nulls and empty records take no bytes, so any number of them can be claimed.
const FREE_EFFORT = 1_000_000;
const EFFORT_OF_BYTE = 16;

const decoder = /* @__PURE__ */ new TextDecoder();

/**
 * Checks bytes in Avro's binary encoding against a type, without making anything of them: so a
 * claimed length costs nothing.
 *
 * @param start where the value begins
 * @returns the first problem, after which the rest has no meaning; undefined where there is none
 */
export function checkBytes(
  root: AvroType,
  bytes: Uint8Array,
  start: number,
): ValueProblem | undefined {
  const reader = newByteReader(bytes, start);
  if (skipValue(root, reader) && reader.position < bytes.length) {
    const left = bytes.length - reader.position;
    tellBytes(reader, reader.position, {
      message: `The value ends at offset ${reader.position}, but ${countBytes(left)} more ${left === 1 ? 'follows' : 'follow'}. The bytes may be of another schema.`,
      expected: 'the end of the bytes',
      found: `${countBytes(left)} more`,
    });
  }
  return reader.problem;
}

/** Goes over one value; false, with a problem, where it is none of the type. */
function skipValue(type: AvroType, reader: ByteReader): boolean {
  reader.steps += 1;
  const most = Math.min(GREATEST_EFFORT, FREE_EFFORT + reader.bytes.length * EFFORT_OF_BYTE);
  if (reader.steps > most) {
    tellSize(reader, `more than ${most} values`);
    return false;
  }
  switch (type.type) {
    case 'null':
      return true;
    case 'boolean':
      return skipBoolean(reader);
    case 'int':
      return readInteger(reader, 'an int', 32) !== undefined;
    case 'long':
      return readInteger(reader, 'a long', 64) !== undefined;
    case 'float':
      return skipBytes(reader, 4, 'a float');
    case 'double':
      return skipBytes(reader, 8, 'a double');
    case 'bytes':
      return skipSized(reader, 'bytes') !== undefined;
    case 'string':
      return skipText(reader, 'a string') !== undefined;
    case 'fixed':
      return skipBytes(reader, type.size, `fixed ${type.name.fullName}`);
    case 'enum':
      return (
        readChoice(type, type.symbols, `the symbol of enum ${type.name.fullName}`, reader) !==
        undefined
      );
    default:
      return skipNested(type, reader);
  }
}

function skipNested(
  type: Extract<AvroType, { type: 'array' | 'map' | 'record' | 'union' }>,
  reader: ByteReader,
): boolean {
  reader.depth += 1;
  if (reader.depth > GREATEST_DEPTH) {
    tellSize(reader, `more than ${GREATEST_DEPTH} levels`);
    return false;
  }
  const fits = skipInner(type, reader);
  reader.depth -= 1;
  return fits;
}

function skipInner(
  type: Extract<AvroType, { type: 'array' | 'map' | 'record' | 'union' }>,
  reader: ByteReader,
): boolean {
  switch (type.type) {
    case 'array':
    case 'map':
      return skipBlocks(type, reader);
    case 'union': {
      const branch = readChoice(type, type.branches, 'the branch of a union', reader);
      return branch !== undefined && skipValue(branch, reader);
    }
    case 'record':
      for (const field of type.fields) {
        reader.path.push(field.name);
        if (!skipValue(field.type, reader)) return false;
        reader.path.pop();
      }
      return true;
  }
}

/** Arrays and maps come in blocks; one of no elements is the last. */
function skipBlocks(type: AvroArray | AvroMap, reader: ByteReader): boolean {
  const what = `the number of elements of ${type.type === 'array' ? 'an array' : 'a map'}`;
  let index = 0;
  for (;;) {
    const written = readInteger(reader, what, 64);
    if (written === undefined) return false;
    if (written === 0) return true;
    // A negative number is followed by the size of the block, for those who skip it.
    if (written < 0 && readInteger(reader, 'the size of a block', 64) === undefined) return false;
    for (let left = Math.abs(written); left > 0; left -= 1) {
      if (!skipElement(type, index, reader)) return false;
      index += 1;
    }
  }
}

function skipElement(type: AvroArray | AvroMap, index: number, reader: ByteReader): boolean {
  if (type.type === 'array') {
    reader.path.push(index);
    if (!skipValue(type.items, reader)) return false;
  } else {
    const key = skipText(reader, 'the key of a map');
    if (key === undefined) return false;
    reader.path.push(decoder.decode(key));
    if (!skipValue(type.values, reader)) return false;
  }
  reader.path.pop();
  return true;
}

function skipBoolean(reader: ByteReader): boolean {
  const offset = reader.position;
  if (!skipBytes(reader, 1, 'a boolean')) return false;
  const byte = reader.bytes[offset];
  if (byte === 0 || byte === 1) return true;
  tellBytes(reader, offset, {
    message: `The boolean at offset ${offset} is ${byte}, and neither 0 nor 1.`,
    expected: '0 or 1',
    found: String(byte),
  });
  return false;
}

/** Reads a position in a list of choices and answers what stands there. */
function readChoice<Choice extends string | AvroType>(
  type: AvroType,
  choices: readonly Choice[],
  what: string,
  reader: ByteReader,
): Choice | undefined {
  const offset = reader.position;
  const index = readInteger(reader, what, 32);
  if (index === undefined) return undefined;
  const choice = choices[index];
  if (choice !== undefined) return choice;
  const expected =
    type.type === 'union' ? type.branches.map(branchLabel).join(' or ') : describeType(type);
  return tellBytes(reader, offset, {
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)} at offset ${offset} is number ${index}, but there are ${choices.length}, counted from 0.`,
    expected,
    found: `number ${index}`,
  });
}

function tellSize(reader: ByteReader, found: string): void {
  tellBytes(reader, reader.position, {
    message: `The bytes at offset ${reader.position} claim ${found}, which is too much to read.`,
    expected: 'a message of a usual size',
    found,
  });
}

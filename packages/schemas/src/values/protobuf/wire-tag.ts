import type { WireType } from './scalar-types.ts';
import type { WireReader } from './wire-reader.ts';
import { readWord, tellBytes } from './wire-reader.ts';

/** What stands before a value. */
export interface Tag {
  /** Of the field. */
  readonly number: number;
  readonly wireType: WireType;
  /** Where it begins. */
  readonly offset: number;
}

const NAMES: Readonly<Record<WireType, string>> = {
  0: 'a varint',
  1: '8 bytes',
  2: 'bytes with their length',
  3: 'a group',
  4: 'the end of a group',
  5: '4 bytes',
};

/** A layout in words. */
export function describeWireType(wireType: WireType): string {
  return NAMES[wireType];
}

/** Reads what stands before a value. */
export function readTag(reader: WireReader): Tag | undefined {
  const offset = reader.position;
  const tag = readWord(reader, 'the number of a field');
  if (tag === undefined) return undefined;
  const number = tag >>> 3;
  const wireType = tag & 7;
  if (number > 0 && isWireType(wireType)) return { number, wireType, offset };
  const found = number === 0 ? 'the field number 0' : `the wire type ${wireType}`;
  return tellBytes(reader, offset, {
    message: `At offset ${offset} stands ${found}, which there is not. The bytes may be no Protobuf.`,
    expected: 'a field',
    found,
  });
}

/** Notes that a group ends that has not begun; answers false. */
export function tellStrayEnd(reader: WireReader, { number, offset }: Tag): false {
  tellBytes(reader, offset, {
    message: `At offset ${offset} ends the group ${number}, which has not begun there.`,
    expected: 'a field',
    found: 'the end of a group',
  });
  return false;
}

function isWireType(value: number): value is WireType {
  return value <= 5;
}

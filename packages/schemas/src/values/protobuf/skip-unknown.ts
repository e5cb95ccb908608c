import type { WireReader } from './wire-reader.ts';
import {
  countStep,
  GREATEST_DEPTH,
  readVarint,
  takeBytes,
  takeSized,
  tellDepth,
} from './wire-reader.ts';
import type { Tag } from './wire-tag.ts';
import { readTag, tellStrayEnd } from './wire-tag.ts';

/** Passes over a field that is not known; false, with a problem, where it is broken. */
export function skipUnknown(reader: WireReader, tag: Tag): boolean {
  const groups: number[] = [];
  for (let next: Tag | undefined = tag; next !== undefined; next = readTag(reader)) {
    if (!countStep(reader)) return false;
    if (next.wireType === 3) {
      groups.push(next.number);
      if (reader.depth + groups.length > GREATEST_DEPTH) return tellDepth(reader);
    } else if (next.wireType === 4) {
      if (groups.pop() !== next.number) return tellStrayEnd(reader, next);
    } else if (skipValue(reader, next) === undefined) return false;
    if (groups.length === 0) return true;
  }
  return false;
}

function skipValue(reader: WireReader, { number, wireType }: Tag): unknown {
  const what = `the unknown field ${number}`;
  switch (wireType) {
    case 0:
      return readVarint(reader, what);
    case 1:
      return takeBytes(reader, 8, what);
    case 5:
      return takeBytes(reader, 4, what);
    default:
      return takeSized(reader, what);
  }
}

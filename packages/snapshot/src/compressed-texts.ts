import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { TextStore } from './text-store.ts';

// Schemas that stand near each other are much alike, so together they take a tenth to a thirtieth of their size. Larger blocks
// take a little less, and longer to read one text from.
const blockLength = 65_536;
const level = 3;
const mostOpen = 8;
// A block holds no more texts than this, even if each is empty.
const placesOfBlock = blockLength;

/** Texts in memory. */
export interface CompressedTexts extends TextStore {
  has(guid: string): boolean;
  /** How much memory they take, about. */
  bytes(): number;
}

/**
 * Keeps texts in memory, in compressed blocks. Texts that were written one after the other are read fastest in that order.
 */
export function createCompressedTexts(): CompressedTexts {
  const blocks: Uint8Array[] = [];
  // The number of its block and its place there, as one number: an object for each would take more than its text.
  const places = new Map<string, number>();
  const open = new Map<number, readonly string[]>();
  let filling: string[] = [];
  let length = 0;
  let bytes = 0;

  function closeBlock(): void {
    // Copied, since what zlib gives is the beginning of a piece of memory that is much larger. As JSON, half of a surrogate pair survives; in UTF-8 it would not.
    const block = Uint8Array.from(deflateRawSync(JSON.stringify(filling), { level }));
    blocks.push(block);
    bytes += block.length;
    filling = [];
    length = 0;
  }

  function textsOf(number: number): readonly string[] {
    if (number === blocks.length) return filling;
    const known = open.get(number);
    open.delete(number);
    const block = blocks[number];
    const texts: readonly string[] =
      known ?? (block ? JSON.parse(inflateRawSync(block).toString('utf8')) : []);
    open.set(number, texts);
    const [oldest] = open.keys();
    if (open.size > mostOpen && oldest !== undefined) open.delete(oldest);
    return texts;
  }

  return {
    async write(guid, text) {
      places.set(guid, blocks.length * placesOfBlock + filling.length);
      filling.push(text);
      length += text.length + 1;
      if (length >= blockLength) closeBlock();
    },
    async read(guid) {
      const place = places.get(guid);
      if (place === undefined) return undefined;
      return textsOf(Math.floor(place / placesOfBlock))[place % placesOfBlock];
    },
    async close() {
      blocks.length = 0;
      places.clear();
      open.clear();
      filling = [];
    },
    has: (guid) => places.has(guid),
    bytes: () => bytes + length,
  };
}

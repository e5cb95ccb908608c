/** A set of names kept in order, in which the names with a prefix are found without looking at the others. */
export interface SortedNames {
  has(name: string): boolean;
  add(name: string): void;
  delete(name: string): void;
  clear(): void;
  /** The names that begin with a prefix, in order. */
  withPrefix(prefix: string): string[];
}

/** How many names a block takes before it is cut in two: moving so many costs less than finding the place. */
const blockSize = 1024;

/** Creates an empty set of names, ordered by UTF-16 units as Java orders strings. */
export function createSortedNames(): SortedNames {
  const members = new Set<string>();
  /** In order, each in order; none is empty, unless there is only one. */
  const blocks: string[][] = [[]];

  /** The block that a name is in, or would be put into. */
  function blockOf(name: string): number {
    const next = firstPlace(blocks, (block) => (block[0] ?? '') > name);
    return Math.max(0, next - 1);
  }

  return {
    has: (name) => members.has(name),
    add(name) {
      if (members.has(name)) return;
      members.add(name);
      const place = blockOf(name);
      const block = blocks[place] ?? [];
      block.splice(placeOf(block, name), 0, name);
      if (block.length > blockSize) blocks.splice(place + 1, 0, block.splice(blockSize / 2));
    },
    delete(name) {
      if (!members.delete(name)) return;
      const place = blockOf(name);
      const block = blocks[place] ?? [];
      block.splice(placeOf(block, name), 1);
      if (block.length === 0 && blocks.length > 1) blocks.splice(place, 1);
    },
    clear() {
      members.clear();
      blocks.splice(0, blocks.length, []);
    },
    withPrefix(prefix) {
      const found: string[] = [];
      for (let place = blockOf(prefix); place < blocks.length; place += 1) {
        const block = blocks[place] ?? [];
        for (let index = placeOf(block, prefix); index < block.length; index += 1) {
          const name = block[index] ?? '';
          if (!name.startsWith(prefix)) return found;
          found.push(name);
        }
      }
      return found;
    },
  };
}

function placeOf(names: readonly string[], name: string): number {
  return firstPlace(names, (each) => each >= name);
}

/** The place of the first item of which something is true that is true of all after it, or the end. */
export function firstPlace<Item>(
  items: readonly Item[],
  isBehind: (item: Item) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

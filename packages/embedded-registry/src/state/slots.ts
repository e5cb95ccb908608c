/**
 * A cache with a place for each number: what is put there goes when another takes its place. Unlike a map from which the oldest
 * is dropped, it leaves nothing behind that keeps what went in memory.
 */
export interface Slots<Entry> {
  get(number: number): Entry | undefined;
  set(number: number, entry: Entry): void;
}

/** Creates an empty cache with so many places. */
export function createSlots<Entry>(count: number): Slots<Entry> {
  const entries = new Array<Entry | undefined>(count).fill(undefined);
  return {
    get: (number) => entries[number % count],
    set(number, entry) {
      entries[number % count] = entry;
    },
  };
}

/** A number for a text, the same for equal texts; made of some of its characters, so that it costs little. */
export function numberOfText(text: string): number {
  let number = text.length;
  const step = Math.max(1, text.length >> 5);
  for (let index = text.length - 1; index >= 0; index -= step)
    number = (Math.imul(31, number) + text.charCodeAt(index)) >>> 0;
  return number;
}

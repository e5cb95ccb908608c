import { hashTableSize, placeInHashTable } from './java-hash-order.ts';

/** Knows which key a Java hash map would hold first, without walking through all of them each time. */
export interface FirstOfHashMap {
  /** The first key of a map's keys. */
  of(keys: ReadonlyMap<string, unknown>): string | undefined;
  /** A key was added as the last one. */
  added(key: string, count: number): void;
  /** A key was taken away. */
  removed(key: string): void;
}

/** Knows nothing yet. */
export function createFirstOfHashMap(): FirstOfHashMap {
  let first: { key: string; place: number; tableSize: number } | undefined;

  return {
    of(keys) {
      const tableSize = hashTableSize(keys.size);
      if (first?.tableSize === tableSize) return first.key;
      first = undefined;
      for (const key of keys.keys()) {
        const place = placeInHashTable(key, tableSize);
        if (first === undefined || place < first.place) first = { key, place, tableSize };
      }
      return first?.key;
    },
    added(key, count) {
      if (first === undefined) return;
      if (first.tableSize !== hashTableSize(count)) {
        first = undefined;
        return;
      }
      const place = placeInHashTable(key, first.tableSize);
      if (place < first.place) first = { ...first, key, place };
    },
    removed(key) {
      if (first?.key === key) first = undefined;
    },
  };
}

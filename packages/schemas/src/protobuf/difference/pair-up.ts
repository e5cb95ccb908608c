import { javaHashOrder } from '../../java-hash-order.ts';
import type { Comparison } from './comparison.ts';

/** What two lists have under a key. */
export interface Match<Key, Part> {
  readonly key: Key;
  readonly reader: Part | undefined;
  readonly writer: Part | undefined;
}

/**
 * Finds what belongs together in two lists, in the order in which the registry goes through it.
 *
 * @param keyOf the name or the number that parts go by; of two with the same one the last counts
 * @throws SchemaError `too_large` where that is too much work, with all that came before
 */
export function pairUp<Part, Key extends string | number>(
  comparison: Comparison,
  reader: readonly Part[],
  writer: readonly Part[],
  keyOf: (part: Part) => Key,
): Match<Key, Part>[] {
  comparison.count(reader.length + writer.length + 1);
  const writers = byKey(writer, keyOf);
  const readers = byKey(reader, keyOf);
  const keys = [...writers.keys()];
  for (const key of readers.keys()) if (!writers.has(key)) keys.push(key);
  return javaHashOrder(keys, { reserved: writers.size }).map((key) => ({
    key,
    reader: readers.get(key),
    writer: writers.get(key),
  }));
}

function byKey<Part, Key>(parts: readonly Part[], keyOf: (part: Part) => Key): Map<Key, Part> {
  const found = new Map<Key, Part>();
  for (const part of parts) found.set(keyOf(part), part);
  return found;
}

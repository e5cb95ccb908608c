const SMALLEST_CAPACITY = 16;
const LOAD = 0.75;

/** How a Java hash table came to be. */
export interface JavaHashOptions<Key> {
  /** How many keys it was made for, which can make it larger. @default 0 */
  reserved?: number;
  /** The hash of a key. @default Java's own of a text or whole number */
  hashOf?: (key: Key) => number;
}

/**
 * Keys in the order in which Java walks through a `HashMap` or `HashSet` of them. The registry
 * compares in this order, and so do we, or our messages would stand in another. (Java reorders slots
 * that hold more than eight keys, as numbers in steps of 32 fill them. We do not.)
 *
 * @param keys each once, in the order in which they came into the table
 */
export function javaHashOrder<Key extends string | number>(
  keys: Iterable<Key>,
  { reserved = 0, hashOf = javaHash }: JavaHashOptions<Key> = {},
): Key[] {
  const list = [...keys];
  let capacity = SMALLEST_CAPACITY;
  while (capacity < Math.floor(reserved / LOAD) + 1) capacity *= 2;
  while (list.length > capacity * LOAD) capacity *= 2;
  const slots: Key[][] = [];
  for (const key of list) {
    const hash = hashOf(key);
    const slot = (hash ^ (hash >>> 16)) & (capacity - 1);
    const held = slots[slot];
    if (held === undefined) slots[slot] = [key];
    else held.push(key);
  }
  // `flat` skips what was never set.
  return slots.flat();
}

/** `String.hashCode` and `Integer.hashCode`. */
export function javaHash(key: string | number): number {
  if (typeof key === 'number') return key;
  let hash = 0;
  for (let index = 0; index < key.length; index += 1) {
    hash = (Math.imul(31, hash) + key.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The items in an order in which each comes after all that it refers to, and what could not be ordered. */
export interface ReferenceOrder<T> {
  /** Every item once; those outside a circle after all that they refer to, otherwise in the order in which they came. */
  ordered: T[];
  /** References to a key that no item has. */
  missing: { item: T; reference: string }[];
  /** Items that refer to each other in a circle, one list for each circle found. */
  cycles: T[][];
}

/**
 * Orders schemas so that what is referred to comes first; reversed, it is the order in which they can be deleted.
 * Takes time in proportion to items and references, and any depth.
 *
 * @param items in any order; of two with the same key the first counts as the one that is referred to
 * @param keyOf what references name an item by, for example `subject/version`
 * @param referencesOf the keys that an item refers to; a reference to itself does not count
 */
export function orderByReference<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  referencesOf: (item: T) => readonly string[],
): ReferenceOrder<T> {
  const byKey = new Map<string, number>();
  items.forEach((item, index) => {
    if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), index);
  });
  const order: ReferenceOrder<T> = { ordered: [], missing: [], cycles: [] };
  const targets = items.map((item, index) => {
    const found: number[] = [];
    for (const reference of referencesOf(item)) {
      const target = byKey.get(reference);
      if (target === undefined) order.missing.push({ item, reference });
      else if (target !== index) found.push(target);
    }
    return found;
  });

  const state = new Uint8Array(items.length); // 0 not seen, 1 on the path, 2 done
  for (let start = 0; start < items.length; start += 1) {
    if (state[start] !== 0) continue;
    // A stack of its own instead of recursion: chains of references can be long.
    const path: { index: number; next: number }[] = [{ index: start, next: 0 }];
    state[start] = 1;
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = targets[top.index]?.[top.next];
      top.next += 1;
      if (target === undefined) {
        state[top.index] = 2;
        order.ordered.push(items[top.index] as T);
        path.pop();
      } else if (state[target] === 0) {
        state[target] = 1;
        path.push({ index: target, next: 0 });
      } else if (state[target] === 1) {
        const from = path.findIndex((step) => step.index === target);
        order.cycles.push(path.slice(from).map((step) => items[step.index] as T));
      }
    }
  }
  return order;
}

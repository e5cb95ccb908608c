/** The items in an order in which each comes after all that it refers to, and what could not be ordered. */
export interface ReferenceOrder<T> {
  /** Every item once; those outside a circle after all that they refer to, otherwise in the order in which they came. */
  ordered: T[];
  /** References to a key that no item has. */
  missing: { item: T; reference: string }[];
  /** Items that refer to each other in a circle, one list for each group of them. */
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

  // Tarjan's algorithm with a stack of its own instead of recursion: groups come out after all that they refer to.
  const seen = new Int32Array(items.length); // the order of the first visit, from 1
  const lowest = new Int32Array(items.length); // the earliest item that is still open and can be reached
  const isOpen = new Uint8Array(items.length);
  const open: number[] = [];
  let visits = 0;
  const path: { index: number; next: number }[] = [];
  for (let start = 0; start < items.length; start += 1) {
    if (seen[start] === 0) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = targets[top.index]?.[top.next];
      top.next += 1;
      if (target === undefined) leave(top.index);
      else if (seen[target] === 0) enter(target);
      else if (isOpen[target] === 1) lower(top.index, seen[target] ?? 0);
    }
  }
  return order;

  function enter(index: number): void {
    visits += 1;
    seen[index] = visits;
    lowest[index] = visits;
    isOpen[index] = 1;
    open.push(index);
    path.push({ index, next: 0 });
  }

  function lower(index: number, reached: number): void {
    lowest[index] = Math.min(lowest[index] ?? 0, reached);
  }

  function leave(index: number): void {
    path.pop();
    const before = path.at(-1);
    if (before) lower(before.index, lowest[index] ?? 0);
    if (lowest[index] !== seen[index]) return;
    const group = open.splice(open.lastIndexOf(index));
    for (const member of group) isOpen[member] = 0;
    const members = group.map((member) => items[member] as T);
    order.ordered.push(...members);
    if (members.length > 1) order.cycles.push(members);
  }
}

/** Keeps the greatest of many, greatest first; of equals those that came first. */
export interface Greatest<Item> {
  /** @param make makes the item, where it is kept. What has no weight is not */
  add(weight: number, make: () => Item): void;
  items(): Item[];
}

/**
 * Begins a list of the greatest.
 *
 * @param most how many are kept
 */
export function keepGreatest<Item>(most: number): Greatest<Item> {
  const kept: { weight: number; item: Item }[] = [];
  return {
    add(weight, make) {
      if (weight <= 0 || (kept.length >= most && (kept.at(-1)?.weight ?? weight) >= weight)) return;
      const place = kept.findIndex((other) => other.weight < weight);
      kept.splice(place < 0 ? kept.length : place, 0, { weight, item: make() });
      if (kept.length > most) kept.pop();
    },
    items: () => kept.map(({ item }) => item),
  };
}

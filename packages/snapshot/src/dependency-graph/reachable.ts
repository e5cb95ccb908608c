/**
 * What can be reached from some versions, and in how many steps at least; what is begun with takes none.
 *
 * @param next of each version those that are one step away
 * @returns by number, nearest first
 */
export function reachableFrom(
  start: readonly number[],
  next: readonly (readonly number[])[],
): Map<number, number> {
  const distances = new Map(start.map((number) => [number, 0]));
  // A map is walked in the order in which it grows, also by what is added meanwhile.
  for (const [number, distance] of distances) {
    for (const reached of next[number] ?? []) {
      if (!distances.has(reached)) distances.set(reached, distance + 1);
    }
  }
  return distances;
}

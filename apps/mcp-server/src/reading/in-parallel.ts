/** Reads pay in parallel; a registry's patience ends somewhere, and one such reading may be within another. */
const width = 4;

/** Does the same for every item, some at a time, and keeps the order. The first failure ends it. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += width) {
    results.push(...(await Promise.all(items.slice(start, start + width).map(work))));
  }
  return results;
}

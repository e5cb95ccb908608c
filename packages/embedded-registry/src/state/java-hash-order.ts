/**
 * Orders keys as a Java hash map walks through them: by the hash's place in the table, then by insertion.
 * The real registry names the first subject of such a map where a schema id belongs to several; so do we.
 */
export function javaHashOrder(keys: Iterable<string>): string[] {
  const list = [...keys];
  const size = hashTableSize(list.length);
  return list
    .map((key, index) => ({ key, index, place: placeInHashTable(key, size) }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ key }) => key);
}

/** How large the table is that holds so many keys. */
export function hashTableSize(count: number): number {
  let size = 16;
  while (count > size * 0.75) size *= 2;
  return size;
}

/** The place of a key in a table. */
export function placeInHashTable(key: string, size: number): number {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1)
    hash = (Math.imul(31, hash) + key.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 16)) & (size - 1);
}

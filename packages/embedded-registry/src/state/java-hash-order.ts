/**
 * Orders keys as a Java hash map walks through them: by the hash's place in the table, then by insertion.
 * The real registry names the first subject of such a map where a schema id belongs to several; so do we.
 */
export function javaHashOrder(keys: Iterable<string>): string[] {
  const list = [...keys];
  let size = 16;
  while (list.length > size * 0.75) size *= 2;
  return list
    .map((key, index) => ({ key, index, place: spread(hashCode(key)) & (size - 1) }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ key }) => key);
}

function hashCode(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 16);
}

/** Every way of naming the subject of a file, with what it gives for `shop/Order.avsc` that defines `com.shop.Order`. */
export const subjectNamings = {
  path: 'shop/Order',
  file: 'Order',
  topic: 'Order-value',
  record: 'com.shop.Order',
} as const;

/** How the subject of a file is named. */
export type SubjectNaming = keyof typeof subjectNamings;

/** Whether a word is a way of naming subjects. */
export function isSubjectNaming(word: string): word is SubjectNaming {
  return Object.hasOwn(subjectNamings, word);
}

/**
 * Names the subject of a file.
 *
 * @param defines the names that the file defines; the last one of an Avro file is its own
 */
export function subjectFor(
  naming: SubjectNaming,
  path: string,
  defines: readonly string[],
): string {
  const withoutEnding = path.replace(/\.[^./]+$/, '');
  const name = withoutEnding.slice(withoutEnding.lastIndexOf('/') + 1);
  switch (naming) {
    case 'path':
      return withoutEnding;
    case 'file':
      return name;
    case 'topic':
      return `${name}-value`;
    case 'record':
      return defines[0] ?? name;
  }
}

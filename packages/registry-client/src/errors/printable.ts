/**
 * Brings text from outside into a form that can stand in a message: no control or direction-changing characters, and not
 * longer than the limit.
 *
 * @param limit in UTF-16 units
 */
export function printable(text: string, limit: number): string {
  const plain = text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ').trim();
  if (plain.length <= limit) return plain;
  const cut = plain.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

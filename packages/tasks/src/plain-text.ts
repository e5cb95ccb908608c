// Controls would move a terminal's cursor, marks of direction let a text show what it does not say, half a pair is no text.
const hidden = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Makes a text fit to be shown in one line: control characters become spaces, what is too long is cut with an ellipsis.
 *
 * @param text any text
 * @param limit how many UTF-16 units are left at most
 */
export function plainText(text: string, limit: number): string {
  // Cut before it is searched: what is thrown can be of any length.
  const clean = text
    .slice(0, limit * 2)
    .replace(hidden, ' ')
    .trim();
  if (clean.length <= limit && text.length <= limit * 2) return clean;
  return `${clean.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

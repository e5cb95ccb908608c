// Control characters (with ANSI sequences), characters that turn the direction of text, and invisible ones.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ansi = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?/g;
const unseen = /[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\u2060\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Brings text that somebody else wrote into a form that shows what it says: without control characters, terminal sequences,
 * characters that turn its direction or cannot be seen, and not longer than the limit. Line breaks and tabs stay.
 *
 * @param limit in UTF-16 units; the answer says how many are left out
 */
export function plainText(text: string, limit: number): string {
  const plain = text
    .replace(ansi, '')
    .replace(unseen, (character) => (/[\n\t]/.test(character) ? character : ''));
  if (plain.length <= limit) return plain;
  const end = isHighSurrogate(plain.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return `${plain.slice(0, end)}… (${plain.length - end} more characters)`;
}

/** Writes characters that a reader would not see as `\uXXXX`, which means the same in JSON. */
export function escapeUnseen(json: string): string {
  return json.replace(unseen, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Whether a UTF-16 unit is the first half of a pair. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

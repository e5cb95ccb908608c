import { foldCase, unfoldPlace } from './fold-case.ts';

/** Where in a text a match stands. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Looks for something in texts. */
export interface TextMatcher {
  /**
   * Finds the first match.
   *
   * @param reach a match must end behind this place; for a path, where the field's own name begins
   */
  find(text: string, reach?: number): Match | undefined;
  /**
   * Letters and digits that stand together, folded, in whatever has a match: what has not all of them somewhere has none.
   * Empty where nothing of the kind is known.
   */
  readonly pieces: readonly string[];
}

/** Looks for a text anywhere, in any case. */
export function substringMatcher(text: string): TextMatcher {
  const wanted = foldCase(text);
  return {
    find(searched, reach = 0) {
      const folded = foldCase(searched);
      const isLonger = folded.length !== searched.length;
      const least = isLonger ? foldCase(searched.slice(0, reach)).length : reach;
      const start = folded.indexOf(wanted, Math.max(0, least + 1 - wanted.length));
      if (start < 0) return undefined;
      const end = start + wanted.length;
      return isLonger
        ? { start: unfoldPlace(searched, start), end: unfoldPlace(searched, end) }
        : { start, end };
    },
    pieces: piecesOf(text),
  };
}

/**
 * Looks for words, in any case and order; those of `customerEmail` and `customer_email` are the same.
 *
 * @returns undefined where the text has none
 */
export function wordsMatcher(text: string): TextMatcher | undefined {
  const wanted = new Set(wordsOf(text).map(({ word }) => word));
  if (wanted.size === 0) return undefined;
  return {
    find(searched, reach = 0) {
      const missing = new Set(wanted);
      let match: Match | undefined;
      for (const { word, start, end } of wordsOf(searched)) {
        if (!wanted.has(word)) continue;
        missing.delete(word);
        if (end > reach) match ??= { start, end };
      }
      return missing.size === 0 ? match : undefined;
    },
    pieces: text.includes('~') ? [] : [...wanted].flatMap(piecesOf),
  };
}

/** The words of a text, folded, and where they stand: `userId`, `user_id` and `UserID` are `user` and `id`. */
function wordsOf(text: string): (Match & { word: string })[] {
  const words: (Match & { word: string })[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    words.push({ word: foldCase(found), start: index, end: index + found.length });
  }
  return words;
}

const word =
  /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}\p{N}]+|\p{Lu}[\p{Lu}\p{M}]*\p{N}*|[\p{Lo}\p{Lm}\p{Lt}\p{M}\p{N}]+/gu;

/** The parts of a text that consist of letters and digits, folded; numbers alone are not said everywhere that they are meant. */
export function piecesOf(text: string): string[] {
  // In a pointer `~1` stands for a slash.
  if (text.includes('~')) return [];
  const parts = foldCase(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return parts.filter((part) => !/^\p{N}+$/u.test(part));
}

import type { Pattern } from '../../../json/pattern/pattern.ts';
import { knownFormats } from '../../json/formats/known-formats.ts';
import { newRun } from '../../json/run.ts';
import type { Run, SchemaParts } from '../../json/schema-part.ts';
import { plausibleText } from '../plausible-text.ts';
import type { Random } from '../random.ts';
import { textFromLooks, textFromPattern } from './text-from-pattern.ts';
import { textOfFormat } from './text-of-format.ts';
import type { Wish } from './wish.ts';

const TRIES = 12;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Beyond this length no text is made up. */
export const LONGEST_TEXT = 100_000;

/**
 * Makes up a text that fits the words of its name if it can, and its lengths, patterns and formats.
 *
 * @returns undefined where none was found
 */
export function makeText(
  wish: Wish,
  words: string,
  random: Random,
  parts: SchemaParts,
  effort: Run['effort'],
): string | undefined {
  const run = newRun(effort);
  const patterns = [...new Set(wish.patterns)].map((pattern) => parts.pattern(pattern, run));
  const fits = (text: string): boolean => {
    const { length } = Array.from(text);
    if (length < wish.minLength || length > wish.maxLength) return false;
    if (!wish.formats.every((format) => knownFormats.get(format)?.fits(text) ?? true)) return false;
    return patterns.every((pattern) => pattern.matches(text, effort));
  };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    for (const text of candidates(wish, patterns, words, random, attempt)) {
      if (text !== undefined && fits(text)) return text;
    }
  }
  return undefined;
}

/** Texts that may do, those that look best first. */
function* candidates(
  wish: Wish,
  patterns: readonly Pattern[],
  words: string,
  random: Random,
  attempt: number,
): Iterable<string | undefined> {
  for (const format of wish.formats) {
    const text = textOfFormat(format, words, random);
    if (text !== undefined) yield text;
  }
  const plausible = plausibleText(words, random);
  yield plausible;
  const [first, ...rest] = patterns;
  if (first !== undefined) {
    const stretch = attempt % 3 === 2 ? Math.min(wish.minLength, 1000) + attempt : 3;
    const text = textFromPattern(random.pick([first, ...rest]).tree, random, stretch);
    yield text;
    if (text !== undefined) yield stretched(text, wish, random);
    // Passwords are looked through for one character of each kind.
    for (const { tree } of patterns) {
      yield stretched(`${textFromLooks(tree, random)}${text ?? ''}`, wish, random);
    }
  }
  if (attempt > 0 || first === undefined) {
    yield stretched(plausible, wish, random);
    yield stretched(random.digits(Math.max(1, wish.minLength), 10), wish, random);
  }
}

/** A text cut or filled up to the length that it should have. */
function stretched(text: string, { minLength, maxLength }: Wish, random: Random): string {
  const characters = Array.from(text).slice(0, maxLength);
  while (characters.length < minLength)
    characters.push(LETTERS.charAt(random.below(LETTERS.length)));
  return characters.join('');
}

import type { SchemaPart } from '../../json/schema-part.ts';
import { isMembers } from '../../plain-value.ts';
import type { Made, Maker } from './maker.ts';

const NOTHING_TOLD = /^(?:unknown|undefined|unspecified|none|null|)$/i;

/** One of the values that `const` or `enum` name, one that says something if there are any. */
export function pickWord(
  words: readonly unknown[],
  all: readonly SchemaPart[],
  where: string,
  { random, fits }: Maker,
): Made {
  const telling = words.filter((word) => !NOTHING_TOLD.test(String(word)));
  for (const choices of [telling, words]) {
    // From a place by chance on, all of them.
    const start = random.below(choices.length);
    for (let index = 0; index < choices.length; index += 1) {
      const word = choices[(start + index) % choices.length];
      if (all.every((part) => fits(part, word))) return { value: word };
    }
  }
  return { isProved: true, where, why: 'none of the values that are named fits' };
}

/** Half of the time a value that `default` or `examples` give, if it says something and fits. */
export function pickSuggestion(
  suggestions: readonly unknown[],
  all: readonly SchemaPart[],
  { random, fits }: Maker,
): Made | undefined {
  const [first, ...rest] = suggestions.filter((value) => !isEmpty(value));
  if (first === undefined || random.below(2) === 0) return undefined;
  const value = random.pick([first, ...rest]);
  return all.every((part) => fits(part, value)) ? { value } : undefined;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isMembers(value)) return Object.keys(value).length === 0;
  return value === null || value === '' || value === 0 || value === false;
}

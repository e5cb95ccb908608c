import { RE2JS } from 're2js';
import { SnapshotError } from '../snapshot-error.ts';
import type { TextMatcher } from './text-matcher.ts';

const longestPattern = 1000;
/** How many steps the compiled pattern may have; the time for each letter grows with it. */
const largestProgram = 1000;
/** Letters times steps, up to which the place of a match is looked for: that takes longer than to see whether there is one. */
const mostWork = 2_000_000;

/** What other engines have and RE2 has not. */
const unsupported: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\(\?<?[=!]/, 'lookahead and lookbehind'],
  [/\\[1-9]|\\k[<{']|\(\?P=/, 'backreferences'],
  [/[*+?}]\+/, 'possessive quantifiers'],
  [/\(\?>/, 'atomic groups'],
  [/\(\?\(/, 'conditions'],
  [/\(\?#/, 'comments'],
  [/\(\?(?:R|&|\d)/, 'recursion'],
  [/\\[ZGKXR]/, '\\Z, \\G, \\K, \\X and \\R'],
];

/**
 * Looks for a regular expression, in time proportional to what is searched.
 *
 * @param name of the argument, for the message
 * @throws SnapshotError `invalid_argument` for a pattern that is not one of RE2, or too large
 */
export function regexMatcher(name: string, pattern: string): TextMatcher {
  const expression = compile(name, pattern);
  const size = expression.programSize();
  return {
    find(text, reach = 0) {
      if (!expression.test(text)) return undefined;
      if (text.length * size > mostWork) return { start: 0, end: 0 };
      for (const match of expression.matchAll(text)) {
        const start = match.index ?? 0;
        const end = start + match[0].length;
        if (end > reach || reach === 0) return { start, end };
      }
      return undefined;
    },
    pieces: [],
  };
}

function compile(name: string, pattern: string): RE2JS {
  if (pattern.length === 0 || pattern.length > longestPattern) {
    refuse(`${name} must have from 1 to ${longestPattern} characters; it has ${pattern.length}.`);
  }
  let expression: RE2JS;
  try {
    expression = RE2JS.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuse(`${name} is no regular expression of RE2: ${reason}.${explain(pattern)}`, error);
  }
  const size = expression.programSize();
  if (size > largestProgram) {
    refuse(
      `${name} is too large: it has ${size} steps, and at most ${largestProgram} are taken. Repeat less in it, as in {1,10}.`,
    );
  }
  return expression;
}

function explain(pattern: string): string {
  const found = unsupported.filter(([written]) => written.test(pattern)).map(([, name]) => name);
  if (found.length === 0) return '';
  return ` RE2 has no ${found.join(', no ')}: so every search ends soon. Write it without.`;
}

function refuse(message: string, cause?: unknown): never {
  throw new SnapshotError('invalid_argument', message, cause === undefined ? {} : { cause });
}

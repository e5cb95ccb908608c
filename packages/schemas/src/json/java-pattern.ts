import { skipCharacterClass } from './java-character-class.ts';
import { readEscape } from './java-escape.ts';
import { PatternProblem } from './pattern-problem.ts';

interface Group {
  /** Whether what it holds must have a greatest length, as in a look-behind. */
  readonly bounded: boolean;
  /** How many things it is made of so far. */
  size: number;
  /** Whether blanks and what follows a `#` are passed over; `(?x)` changes it on the way. */
  comments: boolean;
}

const GREATEST_REPETITION = 2_147_483_647;
const OPENING =
  /\(\?(?:[:=!>]|<[=!]|<([A-Za-z][A-Za-z0-9]*)>|([idmsuxU]*(?:-[idmsuxU]*)?)([:)]))|\(/y;
const COMMENTS = /(?:[ \t\n\f\r\v]|#[^\n\r\u0085\u2028\u2029]*)*/y;
const REPETITION = /[?*+]|\{([0-9]+)(?:,([0-9]*))?\}/y;

/**
 * Says what is wrong with a regular expression, as the registry reads it with Java. Names of
 * character properties are taken from JavaScript, too.
 *
 * @returns undefined where nothing is wrong
 */
export function problemOfPattern(pattern: string): string | undefined {
  try {
    readPattern(unquoted(pattern));
    return undefined;
  } catch (error) {
    if (error instanceof PatternProblem) return error.message;
    throw error;
  }
}

function readPattern(pattern: string): void {
  const groups: Group[] = [];
  const names = new Set<string>();
  let group: Group = { bounded: false, size: 0, comments: false };
  let position = 0;
  for (;;) {
    if (group.comments) position = skipComments(pattern, position);
    if (position >= pattern.length) break;
    const start = position;
    const character = pattern.charAt(position);
    if (character === '(') {
      const opened = openGroup(pattern, position, names, group);
      position = opened.end;
      if (opened.inner === undefined) continue;
      groups.push(group);
      group = opened.inner;
      continue;
    }
    group.size += 1;
    if (character === '|') {
      position += 1;
      continue;
    }
    let isLong = false;
    if (character === ')') {
      const outer = groups.pop();
      if (outer === undefined) throw new PatternProblem("a ')' has no '('");
      // The parenthesis has been counted, too.
      isLong = group.size > 2;
      group = outer;
      position += 1;
    } else if (character === '?' || character === '*' || character === '+') {
      throw new PatternProblem(`nothing stands before a '${character}'`);
    } else if (character === '\\') {
      if (group.bounded && /[1-9k]/.test(pattern.charAt(position + 1))) throw endless();
      position = readEscape(pattern, position, names).end;
    } else if (character === '[') position = skipCharacterClass(pattern, position);
    else if (character !== '{') position += 1;
    if (group.comments) position = skipComments(pattern, position);
    const end = skipRepetition(pattern, position, group.bounded && isLong);
    if (end > position) group.size += 1;
    position = end;
    if (position === start) throw new PatternProblem("a '{' begins no repetition");
  }
  if (groups.length > 0) throw new PatternProblem("a '(' is not closed");
}

function skipComments(pattern: string, position: number): number {
  COMMENTS.lastIndex = position;
  COMMENTS.test(pattern);
  return COMMENTS.lastIndex;
}

/** What opens at a `(`: a group, or flags for the rest of the one around it. */
function openGroup(
  pattern: string,
  position: number,
  names: Set<string>,
  outer: Group,
): { end: number; inner?: Group } {
  OPENING.lastIndex = position;
  const match = OPENING.exec(pattern);
  const end = OPENING.lastIndex;
  if (match === null || (match[0] === '(' && pattern.charAt(end) === '?')) {
    throw new PatternProblem("a '(?' begins no group that is known");
  }
  const [text, name, flags = '', closing] = match;
  const [on = '', off = ''] = flags.split('-');
  const comments = !off.includes('x') && (on.includes('x') || outer.comments);
  if (closing === ')') {
    outer.comments = comments;
    return { end };
  }
  if (name !== undefined) {
    if (names.has(name)) throw new PatternProblem(`two groups are named ${name}`);
    names.add(name);
  }
  if (text === '(?<=' || text === '(?<!')
    return { end, inner: { bounded: true, size: 0, comments } };
  // The length of a look-ahead is no part of what is around it.
  const isLookAhead = text === '(?=' || text === '(?!';
  return { end, inner: { bounded: outer.bounded && !isLookAhead, size: 0, comments } };
}

/** @param isLimited whether a repetition must have an end */
function skipRepetition(pattern: string, position: number, isLimited: boolean): number {
  REPETITION.lastIndex = position;
  const match = REPETITION.exec(pattern);
  if (match === null) {
    if (pattern.charAt(position) === '{') throw new PatternProblem("a '{' begins no repetition");
    return position;
  }
  const [text, least, most = least] = match;
  if (isLimited && (text === '*' || text === '+' || most === '')) throw endless();
  const greatest = most === '' ? Number.POSITIVE_INFINITY : Number(most);
  if (least !== undefined && (greatest < Number(least) || Number(least) > GREATEST_REPETITION)) {
    throw new PatternProblem(`${text} is no range of a repetition`);
  }
  const end = REPETITION.lastIndex;
  const suffix = pattern.charAt(end);
  return suffix === '?' || suffix === '+' ? end + 1 : end;
}

function endless(): PatternProblem {
  return new PatternProblem('a look-behind has no greatest length');
}

/** Writes what stands between `\Q` and `\E` with escapes, as it is read before all else. */
function unquoted(pattern: string): string {
  if (!pattern.includes('\\Q')) return pattern;
  return pattern.replace(/\\Q(.*?)(?:\\E|$)|\\./gs, (all: string, quoted?: string) =>
    quoted === undefined ? all : quoted.replace(/[^A-Za-z0-9]/g, '\\$&'),
  );
}

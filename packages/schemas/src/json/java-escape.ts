import { PatternProblem } from './pattern-problem.ts';

const ANYWHERE = 'DHSVWadefhnrstvw';
const OUTSIDE_CLASSES = 'ABGRXZbz123456789';
const PROPERTY = /[pP](?:([A-Z])|\{([^{}]+)\})/y;
const WITH_DIGITS =
  /0(?:[0-3]?[0-7])?[0-7]|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|N\{[^{}]+\}|c./sy;
const NAMED_REFERENCE = /k<([A-Za-z][A-Za-z0-9]*)>/y;
const POSIX_NAMES =
  /^(?:lower|upper|ascii|alpha|digit|alnum|punct|graph|print|blank|cntrl|xdigit|space|all|l1|lc|ld|java[a-z]+)$/i;

/** An escape: where it ends, and the character that it stands for, if it is one. */
export interface Escape {
  readonly end: number;
  /** Undefined for a class of characters or a place. */
  readonly character: number | undefined;
}

/**
 * Reads an escape of a regular expression, as Java does.
 *
 * @param position where its backslash stands
 * @param groups names of the groups before it; undefined within a class of characters
 * @throws PatternProblem for one that Java does not know
 */
export function readEscape(
  pattern: string,
  position: number,
  groups: ReadonlySet<string> | undefined,
): Escape {
  const start = position + 1;
  const letter = pattern.charAt(start);
  if (letter === '') throw new PatternProblem('a backslash stands at the end');
  if (!/[A-Za-z0-9]/.test(letter)) return plain(pattern, start);
  if (letter === 'p' || letter === 'P')
    return { end: propertyEnd(pattern, start), character: undefined };
  const digits = matchAt(WITH_DIGITS, pattern, start);
  if (digits !== undefined) return { end: start + digits.length, character: codeOf(digits) };
  if (ANYWHERE.includes(letter)) {
    const control = 'aefnrt'.indexOf(letter);
    const character = control === -1 ? undefined : [7, 27, 12, 10, 13, 9][control];
    return { end: start + 1, character };
  }
  if (groups !== undefined) {
    if (OUTSIDE_CLASSES.includes(letter)) {
      const isCluster = letter === 'b' && pattern.startsWith('{g}', start + 1);
      return { end: start + (isCluster ? 4 : 1), character: undefined };
    }
    NAMED_REFERENCE.lastIndex = start;
    const name = NAMED_REFERENCE.exec(pattern)?.[1];
    if (name !== undefined && groups.has(name)) {
      return { end: NAMED_REFERENCE.lastIndex, character: undefined };
    }
  }
  throw new PatternProblem(`\\${letter} is no escape here`);
}

function plain(pattern: string, start: number): Escape {
  const character = pattern.codePointAt(start) ?? 0;
  return { end: start + (character > 0xffff ? 2 : 1), character };
}

function matchAt(expression: RegExp, text: string, position: number): string | undefined {
  expression.lastIndex = position;
  return expression.exec(text)?.[0];
}

function codeOf(written: string): number | undefined {
  const digits = written.slice(1).replace(/[{}]/g, '');
  switch (written.charAt(0)) {
    case '0':
      return Number.parseInt(digits, 8);
    case 'c':
      return (digits.codePointAt(0) ?? 0) ^ 64;
    case 'N':
      return undefined;
    default: {
      const code = Number.parseInt(digits, 16);
      if (code > 0x10ffff) throw new PatternProblem(`\\${written} is no character`);
      return code;
    }
  }
}

function propertyEnd(pattern: string, start: number): number {
  PROPERTY.lastIndex = start;
  const match = PROPERTY.exec(pattern);
  const name = match?.[1] ?? match?.[2];
  if (name === undefined) throw new PatternProblem('a \\p names no property');
  if (!isProperty(name)) throw new PatternProblem(`\\p{${name}} names no property that is known`);
  return PROPERTY.lastIndex;
}

/** Java knows most of them as JavaScript does, and some under `Is` or with a script's bare name. */
function isProperty(name: string): boolean {
  if (POSIX_NAMES.test(name) || /^In\w/.test(name)) return true;
  const bare = name.replace(/^Is/, '');
  const written = bare.replace(/^(?:sc|script)=/i, 'Script=');
  return [written, `Script=${bare}`].some(isUnicodeProperty);
}

function isUnicodeProperty(name: string): boolean {
  try {
    return new RegExp(`\\p{${name}}`, 'u').unicode;
  } catch {
    return false;
  }
}

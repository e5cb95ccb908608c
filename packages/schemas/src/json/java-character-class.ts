import { readEscape } from './java-escape.ts';
import { PatternProblem } from './pattern-problem.ts';

/**
 * Finds the end of a class of characters, `[…]`. In Java classes stand in classes, so a `[` opens
 * another one.
 *
 * @param start where its `[` stands
 * @throws PatternProblem where it is wrong
 */
export function skipCharacterClass(pattern: string, start: number): number {
  let position = start;
  let depth = 0;
  /** A `]` closes nothing while the class holds nothing. */
  let empty = true;
  while (position < pattern.length) {
    const character = pattern.charAt(position);
    if (character === '[') {
      depth += 1;
      position += pattern.charAt(position + 1) === '^' ? 2 : 1;
      empty = true;
    } else if (character === ']' && !empty) {
      depth -= 1;
      position += 1;
      if (depth === 0) return position;
    } else {
      const isIntersection = pattern.startsWith('&&', position);
      position = isIntersection ? skipAmpersands(pattern, position) : skipRange(pattern, position);
      empty = isIntersection && empty;
    }
  }
  throw new PatternProblem("a '[' is not closed");
}

function skipAmpersands(pattern: string, position: number): number {
  let end = position;
  while (pattern.charAt(end) === '&') end += 1;
  return end;
}

function skipRange(pattern: string, position: number): number {
  const first = readMember(pattern, position);
  const next = pattern.charAt(first.end + 1);
  if (first.character === undefined || pattern.charAt(first.end) !== '-') return first.end;
  if (next === '' || next === '[' || next === ']') return first.end;
  const last = readMember(pattern, first.end + 1);
  if (last.character === undefined || last.character < first.character) {
    throw new PatternProblem(`${pattern.slice(position, last.end)} is no range of characters`);
  }
  return last.end;
}

function readMember(
  pattern: string,
  position: number,
): { end: number; character: number | undefined } {
  if (pattern.charAt(position) === '\\') return readEscape(pattern, position, undefined);
  const character = pattern.codePointAt(position) ?? 0;
  return { end: position + (character > 0xffff ? 2 : 1), character };
}

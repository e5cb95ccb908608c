import { SchemaError } from '../../schema-error.ts';
import { quote } from '../../values/value-problem.ts';

/** The text of a regular expression while it is read, one code point after the other. */
export interface PatternSource {
  atEnd(): boolean;
  /** The character that comes next, empty at the end. */
  peek(): string;
  next(): string;
  /** Goes over a text if it comes next. */
  take(text: string): boolean;
  /** Goes over what a sticky expression matches here. */
  match(sticky: RegExp): string | undefined;
  /** Goes over everything up to a character and over that. */
  upTo(end: string): string;
  /** The error for a pattern that is none. */
  refuse(why: string): SchemaError;
}

/** Begins to read a regular expression. */
export function patternSource(text: string): PatternSource {
  let position = 0;
  const peek = (): string => {
    const code = text.codePointAt(position);
    return code === undefined ? '' : String.fromCodePoint(code);
  };
  const refuse = (why: string): SchemaError => {
    const details = `The pattern ${quote(text)} cannot be read at character ${position + 1}: ${why}`;
    return new SchemaError(`${details}. Write it as a regular expression of ECMA-262.`, {
      code: 'not_supported',
      details,
    });
  };
  return {
    atEnd: () => position >= text.length,
    peek,
    next: () => {
      const character = peek();
      if (character === '') throw refuse('it ends too early');
      position += character.length;
      return character;
    },
    take: (wanted) => {
      const comes = text.startsWith(wanted, position);
      if (comes) position += wanted.length;
      return comes;
    },
    match: (sticky) => {
      sticky.lastIndex = position;
      const [found] = sticky.exec(text) ?? [];
      if (found !== undefined) position += found.length;
      return found;
    },
    upTo: (end) => {
      const at = text.indexOf(end, position);
      if (at === -1) throw refuse(`it has no ${quote(end)}`);
      const between = text.slice(position, at);
      position = at + end.length;
      return between;
    },
    refuse,
  };
}

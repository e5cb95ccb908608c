import type { SchemaError } from '../../schema-error.ts';
import { placeOf, placeText, refuse, type SourcePlace, startCursor, unexpected } from './cursor.ts';
import type { Positions } from './places.ts';
import { readDocumentation, readTrailingDocumentation, skipComments } from './read-comments.ts';
import { readQuoted } from './read-quoted.ts';

/** Walks over the text of a .proto file, in words, names, numbers, texts and comments. */
export interface SourceReader {
  isExhausted(): boolean;
  /** Where the reader is; the place of an error unless another is given. */
  place(): SourcePlace;
  /** The next character that is neither blank nor in a comment; it is not consumed. */
  peek(): string;
  take(): string;
  takeIf(character: string): boolean;
  require(character: string): void;
  /** Letters, digits, `_`, `-` and `.`, as many as there are. */
  word(leadingDigit?: 'taken' | 'refused'): string;
  /** A word, in round or square brackets or in none. */
  name(options?: { leadingDigit?: 'taken' | 'refused'; keepBrackets?: boolean }): string;
  integer(): number;
  /** The last number of a range. */
  lastNumber(): number | 'max';
  /** A text in quotes. */
  quoted(): string;
  /** The comments that come next, without their marks. */
  documentation(): string;
  /** The comment on the rest of a line behind a declaration, added to the one before it. */
  trailingDocumentation(documentation: string): string;
  /** Notes where a part of the file was read, and returns it. */
  at<Part extends object>(place: SourcePlace, part: Part): Part;
  unexpected(why: string, place?: SourcePlace): SchemaError;
  /** The error for a name that is defined a second time. */
  definedTwice(name: string, place: SourcePlace, before: SourcePlace): SchemaError;
}

const WORD = /[A-Za-z0-9_.-]*/y;
const DECIMAL = /^-?\d+$/;
const HEXADECIMAL = /^-?[0-9A-Fa-f]+$/;
const MAX_FIELD_NUMBER = 536_870_911;

/**
 * A reader at the start of a text.
 *
 * @param positions where it is noted at which position the parts of the file are read
 */
export function sourceReader(source: string, positions?: Positions): SourceReader {
  const cursor = startCursor(source);
  const fail = (why: string, place = placeOf(cursor)) => unexpected(cursor, why, place);

  function peek(): string {
    skipComments(cursor);
    const next = source[cursor.at];
    if (next === undefined) throw fail('unexpected end of file');
    return next;
  }

  function take(): string {
    const next = peek();
    cursor.at += 1;
    return next;
  }

  function takeIf(character: string): boolean {
    if (peek() !== character) return false;
    cursor.at += 1;
    return true;
  }

  function require(character: string): void {
    const read = take();
    if (read !== character) throw fail(`expected '${character}' but was '${read}'`);
  }

  function word(leadingDigit: 'taken' | 'refused' = 'taken'): string {
    skipComments(cursor);
    WORD.lastIndex = cursor.at;
    const found = WORD.exec(source)?.[0] ?? '';
    const start = placeOf(cursor);
    cursor.at += found.length;
    if (found === '') throw fail('expected a word');
    if (leadingDigit === 'refused' && /^\d/.test(found)) {
      const before = { ...start, countedColumn: start.countedColumn - 1 };
      throw fail('field and constant names cannot start with a digit', before);
    }
    return found;
  }

  function name({
    leadingDigit,
    keepBrackets = false,
  }: {
    leadingDigit?: 'taken' | 'refused';
    keepBrackets?: boolean;
  } = {}): string {
    const opening = peek();
    const closing = opening === '(' ? ')' : opening === '[' ? ']' : undefined;
    if (closing === undefined) return word(leadingDigit);
    cursor.at += 1;
    const found = word(leadingDigit);
    if (take() !== closing) throw fail(`expected '${closing}'`);
    return keepBrackets ? `${opening}${found}${closing}` : found;
  }

  function integer(): number {
    const written = word();
    const isHexadecimal = /^0x/i.test(written);
    const digits = isHexadecimal ? written.slice(2) : written;
    const isInteger = (isHexadecimal ? HEXADECIMAL : DECIMAL).test(digits);
    const value = isInteger ? asInteger(digits, isHexadecimal ? 16 : 10) : undefined;
    if (value === undefined) throw fail(`expected an integer but was ${digits}`);
    return value;
  }

  function lastNumber(): number | 'max' {
    const start = placeOf(cursor);
    const written = word();
    if (written === 'max') return 'max';
    const value = DECIMAL.test(written) ? asInteger(written, 10) : undefined;
    if (value !== undefined) return value === MAX_FIELD_NUMBER ? 'max' : value;
    const why = `expected a number, found '${written}'`;
    throw refuse(cursor, `For input string: "${written}"`, start, why);
  }

  return {
    isExhausted: () => cursor.at >= source.length,
    place: () => placeOf(cursor),
    peek,
    take,
    takeIf,
    require,
    word,
    name,
    integer,
    lastNumber,
    quoted: () => readQuoted(cursor),
    documentation: () => readDocumentation(cursor),
    trailingDocumentation: (documentation) => readTrailingDocumentation(cursor, documentation),
    at: ({ position }, part) => {
      positions?.set(part, position);
      return part;
    },
    unexpected: fail,
    definedTwice: (twice, place, before) => {
      const details = `${twice} (${placeText(place)}) is already defined at ${placeText(before)}`;
      return refuse(cursor, details, place, `${twice} is defined a second time`);
    },
  };
}

/** A number of 32 bits; undefined beyond those. */
function asInteger(digits: string, radix: number): number | undefined {
  const value = Number.parseInt(digits, radix);
  // Adding zero makes -0 a plain zero.
  return value > 0x7fffffff || value < -0x80000000 ? undefined : value + 0;
}

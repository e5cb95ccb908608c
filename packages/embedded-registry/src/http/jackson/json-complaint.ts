import type { Cursor } from './cursor.ts';

/** The classes of Jackson's exceptions, below `com.fasterxml.jackson.core`. */
type ComplaintKind =
  | 'JsonParseException'
  | 'io.JsonEOFException'
  | 'exc.StreamConstraintsException';

const longestWord = 256;

/** What is wrong with a text that is not JSON, in the words of Jackson, which reads it in the real registry. */
export class JsonComplaint extends Error {
  override readonly name = 'JsonComplaint';
  readonly kind: ComplaintKind;
  /** Where Jackson says it is; undefined where it does not. */
  readonly place: string | undefined;

  constructor(kind: ComplaintKind, message: string, place?: string) {
    super(message);
    this.kind = kind;
    this.place = place;
  }
}

/** How Jackson writes where something is. */
export function placeOf({ text, source }: Cursor, index: number): string {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  const last = before.at(-1) ?? '';
  const column = (source === 'body' ? Buffer.byteLength(last) : last.length) + 1;
  return `[Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${before.length}, column: ${column}]`;
}

/** For something wrong at an index. */
export function complain(cursor: Cursor, message: string, index: number): JsonComplaint {
  return new JsonComplaint('JsonParseException', message, placeOf(cursor, index));
}

/** For a text that ends too early. */
export function complainOfEnd(cursor: Cursor, rest: string): JsonComplaint {
  const place = placeOf(cursor, cursor.text.length);
  return new JsonComplaint('io.JsonEOFException', `Unexpected end-of-input${rest}`, place);
}

/** For a text that is over a limit. */
export function complainOfLimit(what: string, limit: number, getter: string): JsonComplaint {
  const message = `${what} exceeds the maximum allowed (${limit}, from \`StreamReadConstraints.${getter}()\`)`;
  return new JsonComplaint('exc.StreamConstraintsException', message);
}

/** For a character that cannot be where it is. */
export function complainOfCharacter(
  cursor: Cursor,
  expected: string,
  place: { at?: number; shownAt?: number } = {},
): JsonComplaint {
  const { text, source } = cursor;
  const { at = cursor.at, shownAt = at } = place;
  const code = source === 'body' ? (bytesAt(text, at)[0] ?? 0) : text.charCodeAt(at);
  return complain(cursor, `Unexpected character (${describeCharacter(code)})${expected}`, shownAt);
}

/** The same for a character that Jackson has read whole, and not only its first byte. */
export function complainOfReadCharacter(cursor: Cursor, expected: string): JsonComplaint {
  const described = describeCharacter(codeAt(cursor, cursor.at));
  return complain(cursor, `Unexpected character (${described})${expected}`, cursor.at);
}

/** A character as Jackson reads it: in a body it keeps the lower half of one that takes four bytes. */
export function codeAt({ text, source }: Cursor, at: number): number {
  return source === 'body' ? (text.codePointAt(at) ?? 0) & 0xffff : text.charCodeAt(at);
}

/** For a character with which no value begins. */
export function complainOfValue(cursor: Cursor): JsonComplaint {
  return complainOfCharacter(cursor, `: expected a valid value ${tokensOf(cursor)}`);
}

/** For a word that stands for nothing. */
export function complainOfWord(cursor: Cursor, word: string): JsonComplaint {
  const shown = word.length > longestWord ? `${word.slice(0, longestWord)}...` : word;
  const message = `Unrecognized token '${shown}': was expecting ${tokensOf(cursor)}`;
  return complain(cursor, message, cursor.at);
}

/** For a byte that is none of UTF-8, in a body. */
export function complainOfByte(
  cursor: Cursor,
  what: 'start' | 'middle',
  byte: number | undefined,
): JsonComplaint {
  const message = `Invalid UTF-8 ${what} byte 0x${(byte ?? 0).toString(16)}`;
  return complain(cursor, message, cursor.at);
}

/** A character in UTF-8. */
export function bytesAt(text: string, at: number): Uint8Array {
  return new TextEncoder().encode(text.slice(at, at + 2));
}

function tokensOf({ source }: Cursor): string {
  const number = source === 'body' ? `Number (or 'NaN'/'+INF'/'-INF')` : 'Number';
  return `(JSON String, ${number}, Array, Object or token 'null', 'true' or 'false')`;
}

/** How Jackson writes a character. */
export function describeCharacter(code: number): string {
  if (code < 32 || (code >= 127 && code < 160)) return `(CTRL-CHAR, code ${code})`;
  const hex = code > 255 ? ` / 0x${code.toString(16)}` : '';
  return `'${String.fromCharCode(code)}' (code ${code}${hex})`;
}

import type { Cursor } from './cursor.ts';
import {
  codeAt,
  complain,
  complainOfCharacter,
  complainOfEnd,
  complainOfLimit,
  describeCharacter,
} from './json-complaint.ts';

const maxNameLength = 50_000;
/** All but quotes, backslashes and control characters. */
const plain = /[ !#-[\]-\uffff]*/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads the string that begins here.
 *
 * @throws JsonComplaint
 */
export function readString(cursor: Cursor): string {
  const ending =
    cursor.source === 'body'
      ? ' in VALUE_STRING'
      : ': was expecting closing quote for a string value';
  return readQuoted(cursor, 'string value', ending);
}

/**
 * Reads the name of a field.
 *
 * @throws JsonComplaint
 */
export function readName(cursor: Cursor): string {
  const isCut = cursor.source === 'body' && cursor.at + 1 === cursor.text.length;
  const ending = isCut ? `: was expecting closing '"' for name` : ' in field name';
  const name = readQuoted(cursor, 'name', ending);
  if (name.length > maxNameLength)
    throw complainOfLimit(`Name length (${name.length})`, maxNameLength, 'getMaxNameLength');
  return name;
}

function readQuoted(cursor: Cursor, what: string, ending: string): string {
  const { text } = cursor;
  let value = '';
  cursor.at += 1;
  for (;;) {
    plain.lastIndex = cursor.at;
    plain.test(text);
    const end = plain.lastIndex;
    value += text.slice(cursor.at, end);
    cursor.at = end + 1;
    const stop = text[end];
    if (stop === undefined) throw complainOfEnd(cursor, ending);
    if (stop === '"') return value;
    if (stop !== '\\')
      throw complain(
        cursor,
        `Illegal unquoted character ((CTRL-CHAR, code ${stop.charCodeAt(0)})): has to be escaped using backslash to be included in ${what}`,
        end,
      );
    value += readEscape(cursor);
  }
}

function readEscape(cursor: Cursor): string {
  const { text, at } = cursor;
  const letter = text[at];
  if (letter === undefined) throw complainOfEnd(cursor, ' in character escape sequence');
  cursor.at += 1;
  const meaning = escapes[letter];
  if (meaning !== undefined) return meaning;
  if (letter !== 'u') {
    const message = `Unrecognized character escape ${describeCharacter(codeAt(cursor, at))}`;
    throw complain(cursor, message, at);
  }
  for (let index = at + 1; index < at + 5; index += 1) {
    if (index >= text.length) throw complainOfEnd(cursor, ' in character escape sequence');
    if (!/[0-9a-fA-F]/.test(text[index] ?? '')) {
      const expected = ': expected a hex-digit for character escape sequence';
      throw complainOfCharacter(cursor, expected, { at: index });
    }
  }
  cursor.at += 4;
  return String.fromCharCode(Number.parseInt(text.slice(at + 1, at + 5), 16));
}

import type { Cursor } from './cursor.ts';
import {
  complain,
  complainOfCharacter,
  complainOfEnd,
  complainOfLimit,
  complainOfValue,
  type JsonComplaint,
} from './json-complaint.ts';
import { type SpelledNumber, spelledNumber } from './spelled-number.ts';

const maxNumberLength = 1000;

/**
 * Reads the number that begins here with a digit or a sign.
 *
 * @param isRoot whether it stands for itself: then white space or nothing comes after it
 * @throws JsonComplaint
 */
export function readNumber(cursor: Cursor, isRoot: boolean): SpelledNumber {
  const { text, at: start } = cursor;
  const noDigit = readWhole(cursor);
  if (text[cursor.at] === '.') {
    cursor.at += 1;
    requireDigit(cursor, noDigit, 'Decimal point not followed by a digit', undefined);
  }
  if (text[cursor.at] === 'e' || text[cursor.at] === 'E') {
    cursor.at += 1;
    if (text[cursor.at] === '+' || text[cursor.at] === '-') cursor.at += 1;
    requireDigit(
      cursor,
      noDigit,
      'Exponent indicator not followed by a digit',
      'expected a digit for number exponent',
    );
  }
  if (isRoot && cursor.at < text.length && !/[ \t\r\n]/.test(text[cursor.at] ?? ''))
    throw complainOfCharacter(cursor, ': Expected space separating root-level values');
  const number = text.slice(start, cursor.at);
  const { length } = number.replace('-', '');
  if (length > maxNumberLength)
    throw complainOfLimit(`Number value length (${length})`, maxNumberLength, 'getMaxNumberLength');
  return spelledNumber(number);
}

/**
 * Reads the digits before a point.
 *
 * @returns where Jackson says that a digit is missing after them; undefined for the place itself
 */
function readWhole(cursor: Cursor): number | undefined {
  const { text } = cursor;
  if (text[cursor.at] === '-') cursor.at += 1;
  const first = text[cursor.at];
  if (first === undefined)
    throw complainOfEnd(
      cursor,
      cursor.source === 'body' ? ` in ${cursor.token}` : 'No digit following sign',
    );
  if (first === '.') throw complainOfValue(cursor);
  if (!isDigit(first))
    throw complainOfCharacter(
      cursor,
      ' in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value',
    );
  cursor.at += 1;
  if (first === '0') {
    if (!isDigit(text[cursor.at])) return undefined;
    throw complain(cursor, 'Invalid numeric value: Leading zeroes not allowed', cursor.at);
  }
  skipDigits(cursor);
  return cursor.at;
}

function requireDigit(
  cursor: Cursor,
  shownAt: number | undefined,
  message: string,
  atEnd: string | undefined,
): void {
  const { text, at } = cursor;
  if (!isDigit(text[at])) {
    const isOver = at >= text.length;
    if (isOver && atEnd !== undefined)
      throw complainOfEnd(cursor, cursor.source === 'body' ? ` in ${cursor.token}` : atEnd);
    const expected = ` in numeric value: ${message}`;
    if (isOver) throw complainOfCharacter(cursor, expected, { at: at - 1 });
    throw complainOfCharacter(cursor, expected, { shownAt: shownAt ?? at });
  }
  skipDigits(cursor);
}

/** For what begins with a sign and is neither a number nor infinity. */
export function complainOfSign(cursor: Cursor): JsonComplaint {
  const { text, at } = cursor;
  const isInfinity = text[at + 1] === 'I';
  if (at + (isInfinity ? 2 : 1) >= text.length) return complainOfEnd(cursor, ' in a Number value');
  const expected =
    text[at] === '+'
      ? 'JSON spec does not allow numbers to have plus signs: enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow'
      : 'expected digit (0-9) to follow minus sign, for valid numeric value';
  return complainOfCharacter(cursor, ` in numeric value: ${expected}`, {
    at: text[at] === '+' ? at : at + 2,
    shownAt: at + (isInfinity ? 2 : 1),
  });
}

function skipDigits(cursor: Cursor): void {
  while (isDigit(cursor.text[cursor.at])) cursor.at += 1;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

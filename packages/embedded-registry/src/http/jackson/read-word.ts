import type { Cursor } from './cursor.ts';
import {
  bytesAt,
  codeAt,
  complain,
  complainOfByte,
  complainOfValue,
  complainOfWord,
} from './json-complaint.ts';
import { spelledNumber } from './spelled-number.ts';

const wordStart = /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u;
const wordPart = /[\p{L}\p{Nl}\p{Nd}\p{Sc}\p{Pc}\p{Mn}\p{Mc}\p{Cf}]/u;
/** What each stands for; undefined for what is no number and stands where one may. */
const words = new Map<string, boolean | null | undefined>([
  ['true', true],
  ['false', false],
  ['null', null],
  ...['NaN', 'Infinity', '+Infinity', '-Infinity', '+INF', '-INF'].map(
    (word): [string, undefined] => [word, undefined],
  ),
]);

/** Whether a word begins here, or infinity with a sign. */
export function isSignedWord({ text, at }: Cursor): boolean {
  return text[at + 1] === 'I' && (text[at + 2] === 'N' || text[at + 2] === 'n');
}

/**
 * Reads the word that begins here, with a sign or without.
 *
 * @throws JsonComplaint
 */
export function readWord(cursor: Cursor): unknown {
  const { text, at: start, source } = cursor;
  const first = text[start] ?? '';
  if (!/[+-]/.test(first) && !isStart(cursor, first)) throw complainOfValue(cursor);
  const literal = [...words.keys()].find((each) => text.startsWith(each, start));
  const end = literal === undefined ? start : start + literal.length;
  if (literal === undefined || goesOn(cursor, end)) throw complainOfWord(cursor, wholeWord(cursor));
  cursor.at = end;
  const meaning = words.get(literal);
  if (meaning !== undefined) return meaning;
  if (source === 'body') return spelledNumber(literal);
  const message = `Non-standard token '${literal}': enable \`JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS\` to allow`;
  throw complain(cursor, message, end);
}

/** Jackson looks no further than `0` in ASCII: `null$` is null, and something more. */
function goesOn(cursor: Cursor, end: number): boolean {
  const next = cursor.text[end] ?? '';
  if (cursor.source === 'body' && next > '\x7f')
    throw complainOfByte(cursor, 'middle', bytesAt(cursor.text, end)[0]);
  return next >= '0' && isWordPart(next);
}

function wholeWord(cursor: Cursor): string {
  const { text, at, source } = cursor;
  let word = text[at] ?? '';
  for (let index = at + 1; index < text.length; index += 1) {
    const character = String.fromCharCode(codeAt(cursor, index));
    if (!isWordPart(character)) break;
    word += character;
    if (source === 'body' && (text.codePointAt(index) ?? 0) > 0xffff) index += 1;
  }
  return word;
}

function isStart(cursor: Cursor, first: string): boolean {
  // Of what is not ASCII, Jackson takes the second byte for a first one here.
  if (cursor.source === 'body' && first > '\x7f')
    throw complainOfByte(cursor, 'start', bytesAt(cursor.text, cursor.at)[1]);
  return wordStart.test(first);
}

/** What Java takes in an identifier, control characters that are no space among it. */
function isWordPart(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 9 || (code > 13 && code < 28) || (code > 126 && code < 160)) return true;
  return wordPart.test(character);
}

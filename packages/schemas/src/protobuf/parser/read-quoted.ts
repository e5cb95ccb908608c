import { type Cursor, countLine, placeOf, refuse, unexpected } from './cursor.ts';
import { skipComments } from './read-comments.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Whether a character begins a text in quotes. */
export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

/** Reads a text in quotes; escapes are resolved, texts next to each other joined. */
export function readQuoted(cursor: Cursor): string {
  const { source } = cursor;
  skipComments(cursor);
  let quote = source[cursor.at];
  if (cursor.at === source.length) throw unexpected(cursor, 'unexpected end of file');
  if (!isQuote(quote))
    throw refuse(cursor, 'Check failed.', placeOf(cursor), 'expected a text in quotes');
  cursor.at += 1;
  let text = '';
  while (cursor.at < source.length) {
    const character = source.charAt(cursor.at);
    cursor.at += 1;
    if (character === quote) {
      skipComments(cursor);
      if (cursor.at === source.length) throw unexpected(cursor, 'unexpected end of file');
      quote = source[cursor.at];
      if (!isQuote(quote)) return text;
      cursor.at += 1;
      continue;
    }
    const meant = character === '\\' ? readEscape(cursor) : character;
    text += meant;
    // Escaped ones too, as the registry counts.
    if (meant === '\n') countLine(cursor, cursor.at);
  }
  throw unexpected(cursor, 'unterminated string');
}

function readEscape(cursor: Cursor): string {
  const character = cursor.source[cursor.at];
  if (character === undefined) throw unexpected(cursor, 'unexpected end of file');
  if (/[0-7]/.test(character)) return readCode(cursor, /[0-7]{1,3}/y, 8);
  cursor.at += 1;
  if (character === 'x' || character === 'X') return readCode(cursor, /[0-9A-Fa-f]{1,2}/y, 16);
  return ESCAPES[character] ?? character;
}

function readCode(cursor: Cursor, digits: RegExp, radix: number): string {
  digits.lastIndex = cursor.at;
  const found = digits.exec(cursor.source)?.[0];
  if (found === undefined) throw unexpected(cursor, 'expected a digit after \\x or \\X');
  cursor.at += found.length;
  return String.fromCharCode(Number.parseInt(found, radix));
}

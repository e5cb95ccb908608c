import type { Cursor } from './cursor.ts';
import {
  complain,
  complainOfCharacter,
  complainOfEnd,
  type JsonComplaint,
} from './json-complaint.ts';

/**
 * Skips white space, and comments where they are taken.
 *
 * @throws JsonComplaint
 */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === 0x2f) skipComment(cursor);
    else if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) cursor.at += 1;
    else if (code < 0x20) throw complainOfControl(cursor, cursor.at);
    else return;
  }
}

function skipComment(cursor: Cursor): void {
  const { text, at, source } = cursor;
  if (source === 'body')
    throw complainOfCharacter(
      cursor,
      `: maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)`,
    );
  const second = text[at + 1];
  if (second === undefined) throw complainOfEnd(cursor, ' in a comment');
  if (second === '/') {
    const end = text.slice(at).search(/[\r\n]/);
    skipTo(cursor, end < 0 ? text.length : at + end);
  } else if (second === '*') {
    const end = text.indexOf('*/', at + 2);
    skipTo(cursor, end < 0 ? text.length : end + 2);
    if (end < 0) throw complainOfEnd(cursor, ' in a comment');
  } else {
    const expected = `: was expecting either '*' or '/' for a comment`;
    throw complainOfCharacter(cursor, expected, { at: at + 1 });
  }
}

function skipTo(cursor: Cursor, end: number): void {
  const control = cursor.text.slice(cursor.at, end).split('').findIndex(isControl);
  if (control >= 0) throw complainOfControl(cursor, cursor.at + control);
  cursor.at = end;
}

function isControl(character: string): boolean {
  return character < ' ' && character !== '\t' && character !== '\n' && character !== '\r';
}

function complainOfControl(cursor: Cursor, at: number): JsonComplaint {
  const code = cursor.text.charCodeAt(at);
  const message = `Illegal character ((CTRL-CHAR, code ${code})): only regular white space (\\r, \\n, \\t) is allowed between tokens`;
  return complain(cursor, message, at + 1);
}

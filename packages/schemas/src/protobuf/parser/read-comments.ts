import { type Cursor, countLine, placeOf, refuse, skipBlanks, unexpected } from './cursor.ts';

/** Moves on over blanks and comments. */
export function skipComments(cursor: Cursor): void {
  skipBlanks(cursor);
  while (cursor.source[cursor.at] === '/') {
    readComment(cursor);
    skipBlanks(cursor);
  }
}

/** The comments that come next, without their marks. */
export function readDocumentation(cursor: Cursor): string {
  const comments: string[] = [];
  skipBlanks(cursor);
  while (cursor.source[cursor.at] === '/') {
    comments.push(readComment(cursor));
    skipBlanks(cursor);
  }
  return comments.join('\n');
}

/** The comment on the rest of a line behind a declaration, added to the one before it. */
export function readTrailingDocumentation(cursor: Cursor, before: string): string {
  const { source } = cursor;
  while (source[cursor.at] === ' ' || source[cursor.at] === '\t') cursor.at += 1;
  if (cursor.at < source.length) {
    if (source[cursor.at] !== '/') return before;
    cursor.at += 1;
  }
  const mark = source[cursor.at];
  if (mark !== '/' && mark !== '*') throw unexpected(cursor, "expected '//' or '/*'");
  cursor.at += 1;
  if (source[cursor.at] === ' ') cursor.at += 1;
  const said = withoutBlankEnd(mark === '/' ? restOfLine(cursor) : trailingBlock(cursor));
  if (said === '') return before;
  return before === '' ? said : `${before}\n${said}`;
}

/** Reads one comment and returns what it says. */
function readComment(cursor: Cursor): string {
  const { source } = cursor;
  const mark = source[cursor.at + 1];
  cursor.at = Math.min(cursor.at + 2, source.length);
  if (mark === '/') {
    if (source[cursor.at] === ' ') cursor.at += 1;
    if (cursor.at === source.length) {
      const details = `startIndex: ${cursor.at} > endIndex: ${cursor.at - 1}`;
      const why = 'the file ends with an empty comment; end it with a line break';
      throw refuse(cursor, details, placeOf(cursor), why);
    }
    return restOfLine(cursor);
  }
  if (mark !== '*') throw unexpected(cursor, "unexpected '/'");
  const end = source.indexOf('*/', cursor.at);
  const text = source.slice(cursor.at, end === -1 ? source.length - 1 : end);
  // Behind a comment of several lines the registry counts one column too many.
  for (let found = text.indexOf('\n'); found !== -1; found = text.indexOf('\n', found + 1))
    countLine(cursor, cursor.at + found);
  if (end === -1) {
    cursor.at = Math.max(cursor.at, source.length - 1);
    throw unexpected(cursor, 'unterminated comment');
  }
  cursor.at = end + 2;
  return withoutStars(text);
}

function restOfLine(cursor: Cursor): string {
  const { source, at } = cursor;
  const found = source.indexOf('\n', at);
  if (found === -1) {
    cursor.at = source.length;
    return source.slice(at);
  }
  cursor.at = found + 1;
  countLine(cursor, cursor.at);
  return source.slice(at, found);
}

/** A block comment behind a declaration, which only blanks may follow on its line. */
function trailingBlock(cursor: Cursor): string {
  const { source, at } = cursor;
  const end = source.indexOf('*/', at);
  if (end === -1) {
    cursor.at = source.length;
    throw unexpected(cursor, 'trailing comment must be closed');
  }
  cursor.at = end + 2;
  while (cursor.at < source.length) {
    const next = source[cursor.at];
    cursor.at += 1;
    if (next === '\n') {
      countLine(cursor, cursor.at);
      break;
    }
    if (next !== ' ' && next !== '\t')
      throw unexpected(cursor, 'no syntax may follow trailing comment');
  }
  return source.slice(at, end);
}

/** A text without the blanks at its end. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}

/** The text of a block comment without the stars that its lines begin with. */
function withoutStars(text: string): string {
  const lines = text.split('\n').map((each) => each.trimStart().replace(/^\* ?/, ''));
  return lines.join('\n').trim();
}

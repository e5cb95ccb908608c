import { SchemaError } from '../../schema-error.ts';
import { textPlace } from './places.ts';

/** A walk through the text of a file. */
export interface Cursor {
  readonly source: string;
  /** The first character that was not read yet. */
  at: number;
  /** The line as the registry counts it, which goes wrong behind an escaped line break. */
  countedLine: number;
  /** Where it thinks that the line begins. */
  lineStart: number;
}

/** A place in a text, and how the registry counts it. */
export interface SourcePlace {
  readonly position: number;
  readonly countedLine: number;
  readonly countedColumn: number;
}

const BLANK = /[ \t\r\n]*/y;

/** A walk that has not begun. */
export function startCursor(source: string): Cursor {
  return { source, at: 0, countedLine: 1, lineStart: 0 };
}

/** Where a walk has come to. */
export function placeOf({ at, countedLine, lineStart }: Cursor): SourcePlace {
  return { position: at, countedLine, countedColumn: at - lineStart + 1 };
}

/** A place as the registry writes it. */
export function placeText({ countedLine, countedColumn }: SourcePlace): string {
  return `:${countedLine}:${countedColumn}`;
}

/** The error for what stands where it cannot. */
export function unexpected(cursor: Cursor, why: string, place = placeOf(cursor)): SchemaError {
  return refuse(cursor, `Syntax error in ${placeText(place)}: ${why}`, place, why);
}

/**
 * The error for a text that cannot be read.
 *
 * @param details the registry's words
 * @param explanation what is wrong, where those help nobody
 */
export function refuse(
  { source }: Cursor,
  details: string,
  { position }: SourcePlace,
  explanation: string,
): SchemaError {
  const { line, column } = textPlace(source, position);
  return new SchemaError(
    `The Protobuf schema is not valid. Line ${line}, column ${column}: ${explanation}.`,
    { code: 'invalid_schema', details: `Could not parse Protobuf - ${details}`, line, column },
  );
}

/** Counts a line; the next one begins at a position. */
export function countLine(cursor: Cursor, nextLine: number): void {
  cursor.countedLine += 1;
  cursor.lineStart = nextLine;
}

/** Moves on to the next character that is no blank. */
export function skipBlanks(cursor: Cursor): void {
  BLANK.lastIndex = cursor.at;
  const blanks = BLANK.exec(cursor.source)?.[0] ?? '';
  for (let found = blanks.indexOf('\n'); found !== -1; found = blanks.indexOf('\n', found + 1))
    countLine(cursor, cursor.at + found + 1);
  cursor.at += blanks.length;
}

import type { Cursor, JsonSource } from './cursor.ts';
import {
  complain,
  complainOfCharacter,
  complainOfEnd,
  complainOfLimit,
  complainOfReadCharacter,
  JsonComplaint,
  placeOf,
} from './json-complaint.ts';
import { readScalar } from './read-scalar.ts';
import { readName } from './read-string.ts';
import { skipSpace } from './skip-space.ts';
import { tokenOf } from './token.ts';

/** What was read of a text. */
export interface ReadJson {
  /** What was read until the reading ended, in objects and lists that may not be whole; undefined for nothing. */
  value: unknown;
  /** What is wrong with the text. */
  complaint?: JsonComplaint;
  /** Where the reading ended. */
  cursor: Cursor;
}

/** An object or a list that did not end yet. */
interface Open {
  kind: 'Array' | 'Object';
  start: number;
  value: Record<string, unknown> | unknown[];
  /** Where the next value belongs. */
  name: string;
}

const maxDepth = 1000;

/**
 * Reads the first JSON value of a text as Jackson does, and keeps how numbers are written. In a loop, so that no stack is too
 * small for what nests deeply.
 */
export function readJson(text: string, source: JsonSource): ReadJson {
  const cursor: Cursor = { text, source, at: 0, token: 'null' };
  const roots: unknown[] = [];
  const complaint = complaintOf(() => {
    skipSpace(cursor);
    if (cursor.at < text.length) readValue(cursor, roots);
  });
  return { value: roots[0], cursor, ...(complaint && { complaint }) };
}

/**
 * Looks for one more value after the first, as Jackson does at the end of a body.
 *
 * @returns the name of its token, or what is wrong with what follows; undefined where nothing does
 */
export function readTrailing(cursor: Cursor): string | JsonComplaint | undefined {
  let token: string | undefined;
  cursor.token = 'null';
  const complaint = complaintOf(() => {
    skipSpace(cursor);
    const character = cursor.text[cursor.at];
    if (character === undefined) return;
    // No more than the token is read, and the end of a string is none of it.
    if (character === '"') token = tokenOf('');
    else token = tokenOf(openContainer(cursor, 0)?.value ?? readScalar(cursor, undefined));
  });
  return complaint ?? token;
}

function complaintOf(read: () => void): JsonComplaint | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof JsonComplaint) return error;
    throw error;
  }
}

function readValue(cursor: Cursor, roots: unknown[]): void {
  const open: Open[] = [];
  for (;;) {
    const parent = open.at(-1);
    const opened = openContainer(cursor, open.length);
    const value = opened ? opened.value : readScalar(cursor, parent?.kind);
    cursor.token = tokenOf(value);
    keep(parent, roots, value);
    if (opened) open.push(opened);
    let isFirst = opened !== undefined;
    for (;;) {
      const innermost = open.at(-1);
      if (innermost === undefined) return;
      if (findNext(cursor, innermost, isFirst)) break;
      open.pop();
      isFirst = false;
    }
  }
}

function keep(parent: Open | undefined, roots: unknown[], value: unknown): void {
  const container = parent?.value ?? roots;
  if (Array.isArray(container)) container.push(value);
  // Not by assignment: a name may be `__proto__`.
  else
    Object.defineProperty(container, parent?.name ?? '', {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
}

function openContainer(cursor: Cursor, depth: number): Open | undefined {
  const { text, at: start } = cursor;
  const character = text[start];
  if (character !== '{' && character !== '[') return undefined;
  if (depth === maxDepth)
    throw complainOfLimit(`Document nesting depth (${depth + 1})`, maxDepth, 'getMaxNestingDepth');
  cursor.at += 1;
  const opened = { start, name: '' };
  return character === '['
    ? { kind: 'Array', value: [], ...opened }
    : { kind: 'Object', value: {}, ...opened };
}

/** Goes to the next value of an object or a list, and past its end where there is none. */
function findNext(cursor: Cursor, open: Open, isFirst: boolean): boolean {
  const { text } = cursor;
  const { kind, start } = open;
  skipSpace(cursor);
  const next = text[cursor.at];
  if (next === undefined)
    throw complainOfEnd(
      cursor,
      `: expected close marker for ${kind} (start marker at ${placeOf(cursor, start)})`,
    );
  if (next === '}' || next === ']') {
    const close = kind === 'Array' ? ']' : '}';
    if (next !== close)
      throw complain(
        cursor,
        `Unexpected close marker '${next}': expected '${close}' (for ${kind} starting at ${placeOf(cursor, start)})`,
        cursor.at,
      );
    cursor.at += 1;
    cursor.token = kind === 'Array' ? 'END_ARRAY' : 'END_OBJECT';
    return false;
  }
  if (!isFirst) skipComma(cursor, kind, next);
  if (kind === 'Object') open.name = readNameAndColon(cursor);
  return true;
}

function skipComma(cursor: Cursor, kind: Open['kind'], next: string): void {
  if (next !== ',')
    throw complainOfCharacter(cursor, `: was expecting comma to separate ${kind} entries`);
  cursor.at += 1;
  skipSpace(cursor);
  const { text, at } = cursor;
  if (at >= text.length)
    throw complain(cursor, `Unexpected end-of-input within/between ${kind} entries`, at);
}

function readNameAndColon(cursor: Cursor): string {
  const { text } = cursor;
  if (text[cursor.at] !== '"')
    throw complainOfReadCharacter(cursor, ': was expecting double-quote to start field name');
  const name = readName(cursor);
  cursor.token = 'FIELD_NAME';
  skipSpaceInside(cursor);
  if (text[cursor.at] !== ':')
    throw complainOfCharacter(cursor, ': was expecting a colon to separate field name and value');
  cursor.at += 1;
  skipSpaceInside(cursor);
  return name;
}

function skipSpaceInside(cursor: Cursor): void {
  skipSpace(cursor);
  if (cursor.at >= cursor.text.length)
    throw complainOfEnd(cursor, ' within/between Object entries');
}

import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonValue } from '../lossless-json/value.ts';

const LONGEST = 120;

/** A value as JSON, cut where it is too long for a sentence. */
export function sayJson(value: JsonValue): string {
  return shorten(printLosslessJson(value));
}

/** A text cut to what fits into a sentence. */
export function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** How a sentence calls what it is about. */
export interface Subject {
  /** Where the sentence begins with it. */
  start: string;
  /** Further on. */
  within: string;
}

/** A place as the subject of a sentence. */
export function placeSubject(path: string): Subject {
  if (path === '') return { start: 'The schema', within: 'the schema' };
  return { start: `'${path}'`, within: `'${path}'` };
}

/** A named type as the subject of a sentence. */
export function typeSubject(kind: string, name: string): Subject {
  return { start: `The ${kind} ${name}`, within: `the ${kind} ${name}` };
}

/** Where something stands among its like, by the name of what comes before it. */
export function sayPosition(predecessor: string | undefined): string {
  return predecessor === undefined ? 'first' : `after '${predecessor}'`;
}

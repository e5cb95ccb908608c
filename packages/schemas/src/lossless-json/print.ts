import { SchemaError } from '../schema-error.ts';
import type { JsonValue } from './value.ts';
import { isJsonArray, isJsonObject } from './value.ts';

const NEEDS_ESCAPE = /[^ !#-[\]-\uffff]/;
const EVERY_ESCAPE = /[^ !#-[\]-\uffff]/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const GREATEST_DEPTH = 2000;

/** How {@link printLosslessJson} prints. */
export interface PrintLosslessJsonOptions {
  /** Sorts the keys of every object as Java sorts strings, by UTF-16 unit. @default false */
  sortKeys?: boolean;
}

/**
 * Prints JSON without white space. Only what JSON demands is escaped; lone surrogates stay as they
 * are, and numbers keep their spelling.
 *
 * @throws SchemaError `too_large` where it nests deeper than 2000 levels
 */
export function printLosslessJson(
  value: JsonValue,
  { sortKeys = false }: PrintLosslessJsonOptions = {},
): string {
  let out = '';
  function print(part: JsonValue, depth: number): void {
    if (depth > GREATEST_DEPTH) {
      const details = `The value nests deeper than ${GREATEST_DEPTH} levels`;
      throw new SchemaError(`${details}.`, { code: 'too_large', details });
    }
    if (typeof part === 'string') out += printJsonString(part);
    else if (part === null || typeof part === 'boolean') out += String(part);
    else if (isJsonArray(part)) {
      let separator = '[';
      for (const element of part) {
        out += separator;
        print(element, depth + 1);
        separator = ',';
      }
      out += separator === '[' ? '[]' : ']';
    } else if (isJsonObject(part)) {
      let separator = '{';
      for (const [key, member] of sortKeys ? sorted(part) : part) {
        out += `${separator}${printJsonString(key)}:`;
        print(member, depth + 1);
        separator = ',';
      }
      out += separator === '{' ? '{}' : '}';
    } else out += part.number;
  }
  print(value, 0);
  return out;
}

/** Prints a string with its quotes. */
export function printJsonString(value: string): string {
  if (!NEEDS_ESCAPE.test(value)) return `"${value}"`;
  return `"${value.replace(EVERY_ESCAPE, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function sorted(members: ReadonlyMap<string, JsonValue>): [string, JsonValue][] {
  return [...members].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

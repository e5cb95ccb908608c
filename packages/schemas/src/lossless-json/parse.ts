import { SchemaError } from '../schema-error.ts';
import type { KnownElements } from './known-elements.ts';
import type { JsonNumber, JsonValue } from './value.ts';

/** How much {@link parseLosslessJson} takes. */
export interface LosslessJsonOptions {
  /** Takes `// …` and `/* … *\/` where white space may stand. @default false */
  comments?: boolean;
  /** Levels of arrays and objects, at most 2000. @default 512 */
  maxDepth?: number;
  /** Length of the text in UTF-16 units. @default 20_000_000 */
  maxLength?: number;
}

/** What a reader that goes on after the value needs to know. */
export interface ReadJson {
  /** Undefined where the text holds nothing but white space and comments. */
  value: JsonValue | undefined;
  /** Where the value ends. */
  end: number;
}

interface ReadOptions extends LosslessJsonOptions {
  /** Respells each number while it is read, so that a tree need not be walked again for it. */
  spellNumber?: (written: string) => string;
}

const DEFAULT_DEPTH = 512;
const GREATEST_DEPTH = 2000;
const DEFAULT_LENGTH = 20_000_000;
const GREATEST_NUMBER_LENGTH = 1000;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const PLAIN_STRING = /[ !#-[\]-\uffff]*/y;
const SPECIAL = /[^ !#-[\]-\uffff]/;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const ESCAPES: Readonly<Record<string, string>> = {
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
 * Reads JSON (RFC 8259) and keeps what `JSON.parse` loses: numbers as written, the order of all
 * keys (`"2"` and `"__proto__"` included), lone surrogates. Of equal keys the last value counts, at
 * the place of the first.
 *
 * @throws SchemaError `invalid_schema` with line and column, or `too_large`
 */
export function parseLosslessJson(text: string, options: LosslessJsonOptions = {}): JsonValue {
  const { value, end } = readLosslessJson(text, options);
  if (value === undefined) throw broken(text, end, 'The text is empty');
  const rest = skipBlank(text, end, options.comments === true);
  if (rest < text.length) throw broken(text, rest, 'There is more text after the end of the value');
  return value;
}

/**
 * Reads one value from the start of the text and leaves what follows it.
 *
 * @param known what need not be read again
 */
export function readLosslessJson(
  text: string,
  options: ReadOptions = {},
  known?: KnownElements,
): ReadJson {
  const { comments = false, maxDepth = DEFAULT_DEPTH, maxLength = DEFAULT_LENGTH } = options;
  const { spellNumber } = options;
  const deepest = Math.min(maxDepth, GREATEST_DEPTH);
  if (text.length > maxLength) {
    throw tooLarge(`The text has ${text.length} characters, more than the ${maxLength} allowed`);
  }
  let position = 0;
  let depth = 0;

  function skip(): void {
    const code = text.charCodeAt(position);
    if (code <= 0x20 || code === 0x2f) position = skipBlank(text, position, comments);
  }

  function readValue(): JsonValue {
    const start = text.charCodeAt(position);
    if (start === 0x22) return readString();
    if (start === 0x7b) return readObject();
    if (start === 0x5b) return readArray();
    if (start === 0x2d || (start >= 0x30 && start <= 0x39)) return readNumber();
    for (const [word, value] of WORDS) {
      if (text.startsWith(word, position)) {
        position += word.length;
        return value;
      }
    }
    throw broken(text, position, 'Expected a value');
  }

  function enter(): void {
    position += 1;
    depth += 1;
    if (depth > deepest) throw tooLarge(`The text nests deeper than the ${deepest} levels allowed`);
    skip();
  }

  function readObject(): JsonValue {
    const members = new Map<string, JsonValue>();
    enter();
    if (text.charCodeAt(position) !== 0x7d) {
      for (;;) {
        if (text.charCodeAt(position) !== 0x22) {
          throw broken(text, position, 'Expected a member name in double quotes');
        }
        const key = readString();
        skip();
        if (text.charCodeAt(position) !== 0x3a) {
          throw broken(text, position, "Expected ':' after a member name");
        }
        position += 1;
        skip();
        members.set(key, readValue());
        skip();
        const next = text.charCodeAt(position);
        if (next === 0x7d) break;
        if (next !== 0x2c) throw broken(text, position, "Expected ',' or '}' in an object");
        position += 1;
        skip();
      }
    }
    position += 1;
    depth -= 1;
    return members;
  }

  function readArray(): JsonValue {
    const elements: JsonValue[] = [];
    enter();
    const read = depth === 2 && known !== undefined ? () => readUnlessKnown(known) : readValue;
    if (text.charCodeAt(position) !== 0x5d) {
      for (;;) {
        elements.push(read());
        skip();
        const next = text.charCodeAt(position);
        if (next === 0x5d) break;
        if (next !== 0x2c) throw broken(text, position, "Expected ',' or ']' in an array");
        position += 1;
        skip();
      }
    }
    position += 1;
    depth -= 1;
    return elements;
  }

  function readUnlessKnown(elements: KnownElements): JsonValue {
    const start = position;
    const found = elements.at(start);
    if (found !== undefined) {
      position = found.end;
      return found.json;
    }
    const value = readValue();
    elements.read(value, start, position);
    return value;
  }

  function readNumber(): JsonNumber {
    NUMBER.lastIndex = position;
    const written = NUMBER.exec(text)?.[0];
    const after = position + (written?.length ?? 0);
    if (written === undefined || /[0-9.eE+-]/.test(text.charAt(after))) {
      throw broken(text, position, 'This is no number');
    }
    if (written.length > GREATEST_NUMBER_LENGTH) {
      throw tooLarge(`A number has more than the ${GREATEST_NUMBER_LENGTH} characters allowed`);
    }
    position = after;
    return { number: spellNumber === undefined ? written : spellNumber(written) };
  }

  function readString(): string {
    position += 1;
    // Most strings hold nothing that is special, and finding their end is all there is to do.
    const quote = text.indexOf('"', position);
    if (quote !== -1) {
      const plain = text.slice(position, quote);
      if (!SPECIAL.test(plain)) {
        position = quote + 1;
        return plain;
      }
    }
    let value = '';
    for (;;) {
      PLAIN_STRING.lastIndex = position;
      PLAIN_STRING.test(text);
      const plainEnd = PLAIN_STRING.lastIndex;
      value += text.slice(position, plainEnd);
      position = plainEnd;
      const stop = text.charCodeAt(position);
      if (stop === 0x22) {
        position += 1;
        return value;
      }
      if (stop !== 0x5c) {
        const why = position < text.length ? 'A control character must be escaped' : "Missing '\"'";
        throw broken(text, position, `${why} in a string`);
      }
      value += readEscape();
    }
  }

  function readEscape(): string {
    const letter = text.charAt(position + 1);
    if (letter === 'u') {
      const hex = text.slice(position + 2, position + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw broken(text, position, 'This is no \\u escape');
      position += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const meaning = ESCAPES[letter];
    if (meaning === undefined) throw broken(text, position, 'This is no escape');
    position += 2;
    return meaning;
  }

  skip();
  const value = position < text.length ? readValue() : undefined;
  return { value, end: position };
}

function skipBlank(text: string, from: number, comments: boolean): number {
  let position = from;
  for (;;) {
    const code = text.charCodeAt(position);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) position += 1;
    else if (comments && code === 0x2f) position = skipComment(text, position);
    else return position;
  }
}

function skipComment(text: string, start: number): number {
  const second = text.charAt(start + 1);
  if (second === '/') {
    const end = text.slice(start).search(/[\r\n]/);
    return end === -1 ? text.length : start + end;
  }
  if (second !== '*') throw broken(text, start, "Expected a value, found '/'");
  const end = text.indexOf('*/', start + 2);
  if (end === -1) throw broken(text, start, 'The comment does not end');
  return end + 2;
}

function broken(text: string, position: number, why: string): SchemaError {
  const before = text.slice(0, position).split(/\r\n|\r|\n/);
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const details = `${why}: line ${line}, column ${column}`;
  return new SchemaError(`The text is not valid JSON. ${details}.`, {
    code: 'invalid_schema',
    details,
    line,
    column,
  });
}

function tooLarge(details: string): SchemaError {
  return new SchemaError(`${details}. Shorten or split the schema.`, {
    code: 'too_large',
    details,
  });
}

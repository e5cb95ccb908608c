/** One reason why a message is no value of its schema. */
export interface ValueProblem {
  /** JSON pointer into the message, `/` for the whole; of bytes into what they mean. */
  path: string;
  /** A sentence. */
  message: string;
  /** What the schema wants there, in words. */
  expected: string;
  /** What is there, in words. */
  found: string;
  /** For bytes: where, counted from 0, prefix included. */
  offset?: number;
}

/** Where a walk through a message is: names of members and positions in lists. */
export type ValuePath = (string | number)[];

/** Spells a path as a JSON pointer (RFC 6901), the whole as `/`. */
export function pointer(path: ValuePath): string {
  return `/${path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

const LONGEST_QUOTE = 60;
const MOST_NAMES = 8;

/** Says in words what a JavaScript value is, without repeating all of a long one. */
export function describeFound(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `the text ${quote(value)}`;
    case 'number':
    case 'bigint':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return `a ${typeof value}`;
  }
}

/** A number of bytes in words. */
export function countBytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}

/** A text in double quotes, cut where it is long. */
export function quote(text: string): string {
  const cut = text.length > LONGEST_QUOTE;
  return cut ? `${JSON.stringify(text.slice(0, LONGEST_QUOTE))}…` : JSON.stringify(text);
}

/** Some names, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => (name.length > LONGEST_QUOTE ? `${name.slice(0, LONGEST_QUOTE)}…` : name));
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value instanceof Uint8Array) return countBytes(value.length);
  const keys = Object.keys(value);
  return keys.length === 0 ? 'an empty object' : `an object with ${listNames(keys)}`;
}

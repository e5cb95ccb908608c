import { inspect } from 'node:util';

/** A value that must not be printed: only `reveal()` gives it out. */
export interface Secret {
  /** The value itself. Call it where it is sent, nowhere else. */
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

const masked = '[secret]';

/**
 * Wraps a secret as soon as it is read. It prints as `[secret]` by string conversion, `JSON.stringify`, `console.log` and
 * `util.inspect`, and it has no property that holds the value.
 */
export function secret(value: string): Secret {
  const wrapped = {
    reveal: () => value,
    toString: () => masked,
    toJSON: () => masked,
    [inspect.custom]: () => masked,
  };
  return Object.freeze(wrapped);
}

/** Whether a value is a wrapped secret. */
export function isSecret(value: unknown): value is Secret {
  return (
    typeof value === 'object' && value !== null && 'reveal' in value && String(value) === masked
  );
}

import { Buffer } from 'node:buffer';
import type { Fit } from './fit.ts';
import { tellMismatch, UNFIT } from './fit.ts';
import type { Scalar, ScalarType } from './scalar-types.ts';
import { isWide, scalarTraits } from './scalar-types.ts';

/** What JSON has no number for, spelled as ProtoJSON does. */
const SPECIAL_NUMBERS: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);
const INTEGER = /^-?[0-9]{1,40}$/;
const NUMBER = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
const LONGEST_NUMBER = 1000;
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/**
 * Fits a JavaScript value, as JSON has it, into a scalar type.
 *
 * @param expected the type in words
 * @returns 64-bit integers as bigints, or `UNFIT` after the walk has noted why
 */
export function fitScalar(
  type: ScalarType,
  value: unknown,
  fit: Fit,
  expected: string = type,
): Scalar | typeof UNFIT {
  switch (type) {
    case 'bool': {
      if (typeof value === 'boolean') return value;
      const isQuoted = typeof value === 'string' && /^(true|false)$/i.test(value);
      return unfit(fit, expected, value, isQuoted ? 'Write it without quotes.' : '');
    }
    case 'string':
      return fitText(value, fit, expected);
    case 'bytes':
      return fitBytes(value, fit, expected);
    case 'float':
    case 'double':
      return fitFloat(type, value, fit, expected);
    default:
      return fitInteger(type, value, fit, expected);
  }
}

/** Fits the key of a map, which is a text in JSON, into its type. */
export function fitKey(type: ScalarType, key: string, fit: Fit): Scalar | typeof UNFIT {
  const expected = `a key of type ${type}`;
  if (type === 'string') return fitText(key, fit, expected);
  if (type === 'bool') {
    return key === 'true' || key === 'false' ? key === 'true' : unfit(fit, expected, key);
  }
  return INTEGER.test(key) ? fitInteger(type, key, fit, expected) : unfit(fit, expected, key);
}

/** Whether a text has a form in UTF-8. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function fitInteger(
  type: ScalarType,
  value: unknown,
  fit: Fit,
  expected: string,
): number | bigint | typeof UNFIT {
  const number = typeof value === 'string' ? parseNumber(value) : value;
  if (typeof number !== 'number' && typeof number !== 'bigint') {
    return unfit(fit, expected, value);
  }
  if (typeof number === 'number' && !Number.isInteger(number)) {
    return unfit(fit, expected, value, `A value of type ${type} is a whole number.`);
  }
  const { least = 0n, greatest = 0n } = scalarTraits(type);
  if (number >= least && number <= greatest) {
    // There is no zero with a sign among integers.
    return isWide(type) ? BigInt(number) : Number(number) + 0;
  }
  const range = `A value of type ${type} goes from ${least} to ${greatest}.`;
  const isRounded = typeof value === 'number' && isWide(type) && value > 0;
  // What JSON.parse makes of the greatest integers.
  const exact = isRounded ? ' Beyond 2^53 only a text or a bigint is exact.' : '';
  return unfit(fit, expected, value, range + exact);
}

function fitFloat(
  type: 'float' | 'double',
  value: unknown,
  fit: Fit,
  expected: string,
): number | typeof UNFIT {
  const special = SPECIAL_NUMBERS.get(value);
  if (special !== undefined) return special;
  const given = typeof value === 'string' ? parseNumber(value) : value;
  if (typeof given !== 'number' && typeof given !== 'bigint') return unfit(fit, expected, value);
  const number = Number(given);
  const kept = type === 'float' ? Math.fround(number) : number;
  const isInfinite = typeof value === 'number' && !Number.isFinite(value);
  if (!isInfinite && !Number.isFinite(kept)) {
    return unfit(fit, expected, value, `It is beyond what a ${type} holds.`);
  }
  return kept;
}

/** The number that a text spells; integers with all their digits. */
function parseNumber(text: string): number | bigint | undefined {
  if (INTEGER.test(text)) return BigInt(text);
  return text.length <= LONGEST_NUMBER && NUMBER.test(text) ? Number(text) : undefined;
}

function fitText(value: unknown, fit: Fit, expected: string): string | typeof UNFIT {
  if (typeof value !== 'string') return unfit(fit, expected, value);
  if (isWellFormed(value)) return value;
  return unfit(fit, expected, value, 'It holds half of a surrogate pair, which has no UTF-8.');
}

function fitBytes(value: unknown, fit: Fit, expected: string): Uint8Array | typeof UNFIT {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'string') return unfit(fit, expected, value, 'Write it in base64.');
  const digits = value.replace(/=+$/, '').length;
  const isPadded = digits < value.length;
  const fits = isPadded ? value.length % 4 === 0 : digits % 4 !== 1;
  if (!BASE64.test(value) || !fits) return unfit(fit, expected, value, 'It is no base64.');
  return Buffer.from(value, 'base64');
}

function unfit(fit: Fit, expected: string, value: unknown, hint = ''): typeof UNFIT {
  tellMismatch(fit, expected, value, hint);
  return UNFIT;
}

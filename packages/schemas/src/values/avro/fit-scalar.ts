import { Buffer } from 'node:buffer';
import type { AvroEnum, AvroFixed, AvroPrimitive, AvroType } from '../../avro/model.ts';
import { closestName } from '../closest-name.ts';
import { countBytes, quote } from '../value-problem.ts';
import type { Fit, Fitted } from './fit.ts';
import { isSilent, tellMismatch, UNFIT } from './fit.ts';

/** A type whose values hold no others. */
export type ScalarType = AvroPrimitive | AvroEnum | AvroFixed;

/** What JSON has no number for, spelled as Avro Java does. */
const SPECIAL_NUMBERS: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);
const LONG_END = 2n ** 63n;

/** Whether a text may stand for a floating-point number. */
export function isSpecialNumber(value: unknown): boolean {
  return SPECIAL_NUMBERS.has(value);
}

/** Whether the values of a type hold no others. */
export function isScalar(type: AvroType): type is ScalarType {
  switch (type.type) {
    case 'union':
    case 'array':
    case 'map':
    case 'record':
      return false;
    default:
      return true;
  }
}

/** Fits a value into a type whose values hold no others. */
export function fitScalar(type: ScalarType, value: unknown, fit: Fit): Fitted {
  switch (type.type) {
    case 'null':
      return value === null ? null : tellMismatch(fit, type, value);
    case 'boolean':
      return typeof value === 'boolean'
        ? value
        : tellMismatch(fit, type, value, hintFor(value, /^(true|false)$/i));
    case 'int':
    case 'long':
      return fitInteger(type, value, fit);
    case 'float':
    case 'double':
      return fitFloat(type, value, fit);
    case 'string':
      return fitText(type, value, fit);
    case 'bytes':
    case 'fixed':
      return fitBytes(type, value, fit);
    case 'enum':
      return fitSymbol(type, value, fit);
  }
}

function fitInteger(type: AvroPrimitive, value: unknown, fit: Fit): Fitted {
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    return tellMismatch(fit, type, value, hintFor(value, /^[+-]?[0-9]+$/));
  }
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return tellMismatch(fit, type, value, `A value of type ${type.type} is a whole number.`);
  }
  if (type.type === 'int') {
    if (value >= -(2 ** 31) && value < 2 ** 31) return Number(value);
    return tellMismatch(fit, type, value, 'An int goes from -2147483648 to 2147483647.');
  }
  const whole = BigInt(value);
  if (typeof value === 'number' && !Number.isSafeInteger(value)) fit.unnatural += 1;
  if (whole >= -LONG_END && whole < LONG_END) return whole;
  const range = `A long goes from ${-LONG_END} to ${LONG_END - 1n}.`;
  // What JSON.parse makes of the greatest long.
  const exact = typeof value === 'number' ? ' Beyond 2^53 only a bigint is exact.' : '';
  return tellMismatch(fit, type, value, range + exact);
}

function fitFloat(type: AvroPrimitive, value: unknown, fit: Fit): Fitted {
  const special = SPECIAL_NUMBERS.get(value);
  if (special !== undefined) {
    fit.unnatural += 1;
    return special;
  }
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    return tellMismatch(
      fit,
      type,
      value,
      hintFor(value, /^[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$/i),
    );
  }
  const number = Number(value);
  const kept = type.type === 'float' ? Math.fround(number) : number;
  const isNumber = typeof value === 'bigint' || Number.isFinite(value);
  if (isNumber && !Number.isFinite(kept)) {
    return tellMismatch(fit, type, value, `It is beyond what a ${type.type} holds.`);
  }
  if (typeof value === 'bigint' || (isNumber && kept !== number)) fit.unnatural += 1;
  return kept;
}

function fitText(type: AvroPrimitive, value: unknown, fit: Fit): Fitted {
  if (typeof value !== 'string') return tellMismatch(fit, type, value);
  if (/\p{Surrogate}/u.test(value)) {
    return tellMismatch(fit, type, value, 'It holds half of a surrogate pair, which has no UTF-8.');
  }
  return value;
}

function fitBytes(type: AvroPrimitive | AvroFixed, value: unknown, fit: Fit): Fitted {
  let bytes: Buffer;
  if (typeof value === 'string') {
    if (/[^\0-\xff]/.test(value)) {
      const rule = 'In JSON each byte is written as the character from U+0000 to U+00FF.';
      return tellMismatch(fit, type, value, rule);
    }
    fit.unnatural += 1;
    bytes = Buffer.from(value, 'latin1');
  } else if (value instanceof Uint8Array) {
    bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  } else return tellMismatch(fit, type, value);
  if (type.type === 'fixed' && bytes.length !== type.size) {
    return tellMismatch(fit, type, value, `It has ${countBytes(bytes.length)}.`);
  }
  return bytes;
}

function fitSymbol(type: AvroEnum, value: unknown, fit: Fit): Fitted {
  const position = typeof value === 'string' ? fit.names.symbols(type).get(value) : undefined;
  if (position !== undefined) return `s${position}`;
  if (isSilent(fit)) return UNFIT;
  const close = typeof value === 'string' ? closestName(value, type.symbols) : undefined;
  return tellMismatch(fit, type, value, close === undefined ? '' : `Write ${quote(close)}.`);
}

function hintFor(value: unknown, looksRight: RegExp): string {
  return typeof value === 'string' && looksRight.test(value) ? 'Write it without quotes.' : '';
}

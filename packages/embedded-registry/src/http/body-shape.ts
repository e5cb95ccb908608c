import { spellingOf } from './jackson/spelled-number.ts';
import { internalError, Rejection } from './rejection.ts';
import {
  cannotCoerce,
  cannotConstruct,
  cannotDeserialize,
  isWhole,
  numberOf,
} from './shape-complaint.ts';

/**
 * What a request body, or a part of it, must look like. Unknown fields are ignored. `name` is the Java type that complaints
 * name.
 */
export type Shape =
  | { kind: 'string' | 'integer' }
  /** A primitive of Java goes by another name in complaints. */
  | { kind: 'boolean'; isPrimitive?: true }
  | { kind: 'enum'; name: string; values: readonly string[] }
  | { kind: 'list'; of: Shape; name: string }
  | { kind: 'set'; of: Shape; name: string }
  | { kind: 'map'; of: Shape; name: string }
  | {
      kind: 'object';
      name: string;
      fields: Readonly<Record<string, Shape>>;
      /** The field that a bare text stands for. */
      fromText?: string;
      /** Fields in which null may not be: Java sorts what is in them, and the real registry fails on it. */
      withoutNull?: readonly string[];
    };

/** A bound body: JSON in which every known field has the type that its shape says, or is null. */
export type Bound = string | number | boolean | null | Bound[] | { [name: string]: Bound };

/**
 * Brings a JSON value into a shape with the conversions that the real registry makes (numbers to text, text to numbers,
 * fractions cut off), and complains in its words where none is possible. Of several things that are wrong, the first in the text
 * counts.
 *
 * @param value JSON, in which a number may be spelled out
 * @throws Rejection 400; 500 for null where the real registry fails on it
 */
export function bind(shape: Shape, value: unknown): Bound {
  if (value === null) return null;
  switch (shape.kind) {
    case 'string':
      if (typeof value === 'string') return value;
      if (typeof value === 'boolean') return String(value);
      return spellingOf(value) ?? refuse(cannotDeserialize('String', value));
    case 'integer':
      return bindInteger(value, 'Integer');
    case 'boolean':
      return bindBoolean(value, shape.isPrimitive ? 'boolean' : 'Boolean');
    case 'enum':
      return bindEnum(shape, value);
    case 'list':
      if (!Array.isArray(value)) throw cannotDeserialize(shape.name, value);
      return value.map((item) => bind(shape.of, item));
    case 'set':
      if (typeof value === 'string') throw cannotConstruct('HashSet', value, 'element of ');
      if (!Array.isArray(value)) throw cannotDeserialize(shape.name, value);
      return value.map((item) => bind(shape.of, item));
    case 'map':
      if (typeof value === 'string') throw cannotConstruct('LinkedHashMap', value, 'element of ');
      if (!isObject(value)) throw cannotDeserialize(shape.name, value);
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, bind(shape.of, item)]),
      );
    case 'object':
      return bindObject(shape, value);
  }
}

function bindObject(shape: Extract<Shape, { kind: 'object' }>, value: unknown): Bound {
  if (shape.fromText !== undefined && typeof value === 'string') return { [shape.fromText]: value };
  if (!isObject(value)) {
    if (Array.isArray(value)) throw cannotDeserialize(shape.name, value);
    throw cannotConstruct(shape.name, value);
  }
  const found = new Map<string, Bound>();
  for (const [name, item] of Object.entries(value)) {
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (field) found.set(name, bind(field, item));
  }
  const bound: { [name: string]: Bound } = {};
  for (const name of Object.keys(shape.fields)) {
    const item = found.get(name);
    if (item !== undefined) bound[name] = item;
  }
  if (shape.withoutNull?.some((name) => holdsNull(bound[name]))) throw internalError();
  return bound;
}

function holdsNull(bound: Bound | undefined): boolean {
  if (!isRecord(bound) && !Array.isArray(bound)) return false;
  return Object.values(bound).some((item) => item === null || holdsNull(item));
}

function bindEnum(shape: Extract<Shape, { kind: 'enum' }>, value: unknown): Bound {
  const { name, values } = shape;
  const number = spellingOf(value);
  if (number !== undefined) {
    if (!isWhole(number)) throw cannotDeserialize(name, value);
    const index = bindInteger(value, name);
    return (
      values[Number(index)] ??
      refuse(
        `Cannot deserialize value of type \`${name}\` from number ${index}: index value outside legal index range [0..${values.length - 1}]`,
      )
    );
  }
  if (typeof value !== 'string') throw cannotDeserialize(name, value);
  const trimmed = value.trim();
  if (trimmed === '') throw cannotCoerce(name);
  const written = /^(?:0|[1-9]\d*)$/.test(trimmed) ? values[Number(trimmed)] : trimmed;
  if (written !== undefined && values.includes(written)) return written;
  throw new Rejection(
    400,
    `Cannot deserialize value of type \`${name}\` from String "${trimmed}": not one of the values accepted for Enum class: [${values.join(', ')}]`,
  );
}

function bindInteger(value: unknown, name: string): Bound {
  const number = spellingOf(value);
  if (number !== undefined) {
    const whole = Math.trunc(numberOf(number));
    if (whole > 2_147_483_647 || whole < -2_147_483_648)
      throw new Rejection(
        400,
        `Numeric value (${number}) out of range of int (-2147483648 - 2147483647)`,
      );
    return whole || 0;
  }
  if (typeof value !== 'string') throw cannotDeserialize(name, value);
  const text = value.trim();
  if (text === '' || text === 'null') return null;
  const [, sign, digits] = /^([+-]?)0*(\d{1,19})$/.exec(text) ?? [];
  const whole = digits === undefined ? undefined : BigInt(sign === '-' ? `-${digits}` : digits);
  if (whole !== undefined && BigInt.asIntN(32, whole) === whole) return Number(whole);
  const problem =
    whole !== undefined && BigInt.asIntN(64, whole) === whole
      ? `Overflow: numeric value (${text}) out of range of \`java.lang.Integer\` (-2147483648 -2147483647)`
      : 'not a valid `java.lang.Integer` value';
  throw new Rejection(
    400,
    `Cannot deserialize value of type \`${name}\` from String "${text}": ${problem}`,
  );
}

function bindBoolean(value: unknown, name: string): Bound {
  if (typeof value === 'boolean') return value;
  const number = spellingOf(value);
  if (number !== undefined && isWhole(number)) return Number(number) !== 0;
  if (typeof value === 'string') {
    const text = value.trim();
    if (text === '' || text === 'null') return null;
    if (/^(true|TRUE|True)$/.test(text)) return true;
    if (/^(false|FALSE|False)$/.test(text)) return false;
    throw new Rejection(
      400,
      `Cannot deserialize value of type \`${name}\` from String "${text}": only "true" or "false" recognized`,
    );
  }
  throw cannotDeserialize(name, value);
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same for what was read with numbers spelled out. */
function isObject(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && spellingOf(value) === undefined;
}

function refuse(refusal: Rejection | string): never {
  throw typeof refusal === 'string' ? new Rejection(400, refusal) : refusal;
}

import { Rejection } from './rejection.ts';

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
    };

/** A bound body: JSON in which every known field has the type that its shape says, or is null. */
export type Bound = string | number | boolean | null | Bound[] | { [name: string]: Bound };

/**
 * Brings a JSON value into a shape with the conversions that the real registry makes (numbers to text, text to numbers,
 * fractions cut off), and complains in its words where none is possible.
 *
 * @throws Rejection 400
 */
export function bind(shape: Shape, value: unknown): Bound {
  if (value === null) return null;
  switch (shape.kind) {
    case 'string':
      if (typeof value === 'object') throw cannotDeserialize('String', value);
      return String(value);
    case 'integer':
      return bindInteger(value);
    case 'boolean':
      return bindBoolean(value, shape.isPrimitive ? 'boolean' : 'Boolean');
    case 'enum':
      if (typeof value === 'string' && shape.values.includes(value)) return value;
      if (typeof value !== 'string') throw cannotDeserialize(shape.name, value);
      throw new Rejection(
        400,
        `Cannot deserialize value of type \`${shape.name}\` from String "${value}": not one of the values accepted for Enum class: [${shape.values.join(', ')}]`,
      );
    case 'list':
      if (!Array.isArray(value)) throw cannotDeserialize(shape.name, value);
      return value.map((item) => bind(shape.of, item));
    case 'set':
      if (isRecord(value)) throw cannotDeserialize(shape.name, value);
      if (!Array.isArray(value)) throw cannotConstruct('HashSet', value);
      return value.map((item) => bind(shape.of, item));
    case 'map':
      if (!isRecord(value)) throw cannotDeserialize(shape.name, value);
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, bind(shape.of, item)]),
      );
    case 'object':
      return bindObject(shape, value);
  }
}

function bindObject(shape: Extract<Shape, { kind: 'object' }>, value: unknown): Bound {
  if (shape.fromText !== undefined && typeof value === 'string') return { [shape.fromText]: value };
  if (!isRecord(value)) {
    if (Array.isArray(value)) throw cannotDeserialize(shape.name, value);
    throw cannotConstruct(shape.name, value);
  }
  const bound: { [name: string]: Bound } = {};
  for (const [name, field] of Object.entries(shape.fields))
    if (Object.hasOwn(value, name)) bound[name] = bind(field, value[name]);
  return bound;
}

function bindInteger(value: unknown): Bound {
  if (typeof value === 'number') {
    const whole = Math.trunc(value);
    if (whole > 2_147_483_647 || whole < -2_147_483_648)
      throw new Rejection(
        400,
        `Numeric value (${value}) out of range of int (-2147483648 - 2147483647)`,
      );
    return whole;
  }
  if (typeof value === 'string') {
    if (value.trim() === '') return null;
    if (/^[+-]?\d{1,10}$/.test(value.trim())) return bindInteger(Number(value));
    throw new Rejection(
      400,
      `Cannot deserialize value of type \`Integer\` from String "${value}": not a valid \`java.lang.Integer\` value`,
    );
  }
  throw cannotDeserialize('Integer', value);
}

function bindBoolean(value: unknown, name: string): Bound {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return value !== 0;
  if (typeof value === 'string') {
    const text = value.trim();
    if (text === '') return null;
    if (/^(true|TRUE|True)$/.test(text)) return true;
    if (/^(false|FALSE|False)$/.test(text)) return false;
    throw new Rejection(
      400,
      `Cannot deserialize value of type \`${name}\` from String "${value}": only "true" or "false" recognized`,
    );
  }
  throw cannotDeserialize(name, value);
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cannotDeserialize(name: string, value: unknown): Rejection {
  const [kind, token] = describeToken(value);
  return new Rejection(
    400,
    `Cannot deserialize value of type \`${name}\` from ${kind} value (token \`JsonToken.${token}\`)`,
  );
}

function describeToken(value: unknown): [string, string] {
  if (Array.isArray(value)) return ['Array', 'START_ARRAY'];
  if (typeof value === 'string') return ['String', 'VALUE_STRING'];
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? ['Integer', 'VALUE_NUMBER_INT']
      : ['Floating-point', 'VALUE_NUMBER_FLOAT'];
  if (typeof value === 'boolean') return ['Boolean', value ? 'VALUE_TRUE' : 'VALUE_FALSE'];
  return ['Object', 'START_OBJECT'];
}

function cannotConstruct(name: string, value: unknown): Rejection {
  const [how, from] =
    typeof value === 'string'
      ? ['String-argument', `String value ('${value}')`]
      : typeof value === 'boolean'
        ? ['boolean/Boolean-argument', `boolean value (${value})`]
        : Number.isInteger(value)
          ? ['int/Int-argument', `Number value (${value})`]
          : ['double/Double-argument', `Number value (${value})`];
  return new Rejection(
    400,
    `Cannot construct instance of \`${name}\` (although at least one Creator exists): no ${how} constructor/factory method to deserialize from ${from}`,
  );
}

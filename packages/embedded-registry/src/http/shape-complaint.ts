import { spellingOf } from './jackson/spelled-number.ts';
import { tokenOf } from './jackson/token.ts';
import { Rejection } from './rejection.ts';

/** For a value of a type that cannot be brought into a shape. */
export function cannotDeserialize(name: string, value: unknown): Rejection {
  const token = tokenOf(value);
  const message = `Cannot deserialize value of type \`${name}\` from ${kinds[token]} value (token \`JsonToken.${token}\`)`;
  return new Rejection(400, message);
}

const kinds: Readonly<Record<string, string>> = {
  START_ARRAY: 'Array',
  START_OBJECT: 'Object',
  VALUE_STRING: 'String',
  VALUE_NUMBER_INT: 'Integer',
  VALUE_NUMBER_FLOAT: 'Floating-point',
  VALUE_TRUE: 'Boolean',
  VALUE_FALSE: 'Boolean',
};

/** For a scalar where an object should be. */
export function cannotConstruct(name: string, value: unknown, element = ''): Rejection {
  if (typeof value === 'string' && value.trim() === '') return cannotCoerce(name, element);
  const [how, from] = describeScalar(value);
  return new Rejection(
    400,
    `Cannot construct instance of \`${name}\` (although at least one Creator exists): no ${how} constructor/factory method to deserialize from ${from}`,
  );
}

function describeScalar(value: unknown): [how: string, from: string] {
  if (typeof value === 'string') return ['String-argument', `String value ('${value.trim()}')`];
  const number = spellingOf(value);
  if (number === undefined) return ['boolean/Boolean-argument', `boolean value (${value})`];
  if (!isWhole(number))
    return ['double/Double-argument', `Number value (${javaDouble(numberOf(number))})`];
  const whole = BigInt(number);
  const from = `Number value (${whole})`;
  if (BigInt.asIntN(32, whole) === whole) return ['int/Int-argument', from];
  return [BigInt.asIntN(64, whole) === whole ? 'long/Long-argument' : 'BigInteger-argument', from];
}

/** How Java writes a number. */
function javaDouble(number: number): string {
  const size = Math.abs(number);
  if (!Number.isFinite(number) || number === 0 || (size >= 1e-3 && size < 1e7))
    return Number.isInteger(number)
      ? `${Object.is(number, -0) ? '-' : ''}${number}.0`
      : `${number}`;
  const [digits = '', exponent = ''] = number.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

/** For an empty text where an object or one of several words should be. */
export function cannotCoerce(name: string, element = ''): Rejection {
  const target = element === '' ? `\`${name}\` value` : `${element}\`${name}\``;
  return new Rejection(
    400,
    `Cannot coerce empty String ("") to ${target} (but could if coercion was enabled using \`CoercionConfig\`)`,
  );
}

/** What Java makes of a number; infinity has other names there. */
export function numberOf(written: string): number {
  return Number(written.replace('INF', 'Infinity'));
}

/** Whether a number is written without a fraction and an exponent. */
export function isWhole(written: string): boolean {
  return /^-?\d+$/.test(written);
}

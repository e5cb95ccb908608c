import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonNumber } from '../lossless-json/value.ts';
import { isIntegerSpelling } from './java-number.ts';
import type { AvroFixed, AvroPrimitive, AvroPrimitiveName } from './model.ts';

/** A logical type that Avro Java knows and finds fit for its type. */
export interface LogicalType {
  name: string;
  /** Of a decimal. */
  precision?: number;
  /** Of a decimal; 0 where the schema names none. */
  scale?: number;
}

const UNDERLYING: Readonly<Record<string, AvroPrimitiveName>> = {
  date: 'int',
  'time-millis': 'int',
  'time-micros': 'long',
  'timestamp-millis': 'long',
  'timestamp-micros': 'long',
  'timestamp-nanos': 'long',
  'local-timestamp-millis': 'long',
  'local-timestamp-micros': 'long',
  'local-timestamp-nanos': 'long',
  'big-decimal': 'bytes',
};

// A type with one of these is a Java class of its own, so its logical type does not count.
const JAVA_PROPERTIES = ['avro.java.string', 'java-class', 'java-key-class', 'java-element-class'];

/** The logical type of a type, or undefined where it has none that counts. */
export function logicalType(type: AvroPrimitive | AvroFixed): LogicalType | undefined {
  if (JAVA_PROPERTIES.some((key) => typeof type.properties.get(key) === 'string')) return undefined;
  return fittingLogicalType(type);
}

/** Whether the name of the type's logical type is one of Avro's, and the type fits it. */
export function knowsLogicalType(type: AvroPrimitive | AvroFixed): boolean {
  return fittingLogicalType(type) !== undefined;
}

/** The names of Avro's logical types. */
export const LOGICAL_TYPE_NAMES: readonly string[] = [
  'decimal',
  'uuid',
  'duration',
  ...Object.keys(UNDERLYING),
];

function fittingLogicalType(type: AvroPrimitive | AvroFixed): LogicalType | undefined {
  const name = type.properties.get('logicalType');
  if (typeof name !== 'string') return undefined;
  if (name === 'decimal') return decimal(type);
  return isFit(name, type) ? { name } : undefined;
}

function isFit(name: string, type: AvroPrimitive | AvroFixed): boolean {
  if (name === 'uuid') return type.type === 'fixed' ? type.size === 16 : type.type === 'string';
  if (name === 'duration') return type.type === 'fixed' && type.size === 12;
  return Object.hasOwn(UNDERLYING, name) && UNDERLYING[name] === type.type;
}

function decimal(type: AvroPrimitive | AvroFixed): LogicalType | undefined {
  if (type.type !== 'bytes' && type.type !== 'fixed') return undefined;
  const precision = javaInt(type.properties.get('precision'));
  const written = type.properties.get('scale');
  const scale = written === undefined ? 0 : javaInt(written);
  if (precision === undefined || scale === undefined) return undefined;
  const greatest =
    type.type === 'fixed' ? Math.floor(Math.log10(2) * (8 * type.size - 1)) : 2 ** 31 - 1;
  if (precision <= 0 || precision > greatest || scale < 0 || scale > precision) return undefined;
  return { name: 'decimal', precision, scale };
}

function javaInt(value: JsonValue | undefined): number | undefined {
  if (!isJsonNumber(value) || !isIntegerSpelling(value.number)) return undefined;
  const number = Number(value.number);
  return number >= -(2 ** 31) && number < 2 ** 31 ? number : undefined;
}

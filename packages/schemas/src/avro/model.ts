import type { JsonValue } from '../lossless-json/value.ts';

/** The types that Avro knows by name from the start. */
export type AvroPrimitiveName =
  | 'null'
  | 'boolean'
  | 'int'
  | 'long'
  | 'float'
  | 'double'
  | 'bytes'
  | 'string';

/** A name of a record, an enum, a fixed, or of an alias of one. */
export interface AvroName {
  readonly name: string;
  /** Undefined in the null namespace. */
  readonly namespace: string | undefined;
  /** `namespace.name`, or the name alone. */
  readonly fullName: string;
}

/** What a schema says beyond the specification (`logicalType` too), in written order. */
export type AvroProperties = ReadonlyMap<string, JsonValue>;

export interface AvroPrimitive {
  readonly type: AvroPrimitiveName;
  readonly properties: AvroProperties;
}

export interface AvroArray {
  readonly type: 'array';
  readonly items: AvroType;
  readonly properties: AvroProperties;
}

export interface AvroMap {
  readonly type: 'map';
  readonly values: AvroType;
  readonly properties: AvroProperties;
}

export interface AvroUnion {
  readonly type: 'union';
  readonly branches: readonly AvroType[];
}

export interface AvroField {
  readonly name: string;
  /** Counted from 0. */
  readonly position: number;
  readonly type: AvroType;
  readonly doc: string | undefined;
  /** Undefined where there is none; null is a default. */
  readonly default: JsonValue | undefined;
  readonly order: 'ascending' | 'descending' | 'ignore';
  readonly aliases: readonly string[];
  readonly properties: AvroProperties;
}

interface AvroNamed {
  readonly name: AvroName;
  readonly doc: string | undefined;
  readonly aliases: readonly AvroName[];
  readonly properties: AvroProperties;
}

export interface AvroRecord extends AvroNamed {
  readonly type: 'record';
  /** Declared as `error`, for the messages of a protocol. */
  readonly isError: boolean;
  readonly fields: readonly AvroField[];
  readonly fieldsByName: ReadonlyMap<string, AvroField>;
}

export interface AvroEnum extends AvroNamed {
  readonly type: 'enum';
  readonly symbols: readonly string[];
  readonly default: string | undefined;
}

export interface AvroFixed extends AvroNamed {
  readonly type: 'fixed';
  /** In bytes. */
  readonly size: number;
}

/** A type that has a name of its own and may be used by it. */
export type AvroNamedType = AvroRecord | AvroEnum | AvroFixed;

/**
 * A type of an Avro schema. It is a graph, not a tree: a type that is used by its name is the same
 * object as its definition, and a record may reach itself.
 */
export type AvroType = AvroPrimitive | AvroArray | AvroMap | AvroUnion | AvroNamedType;

/** Whether the type has a name of its own. */
export function isNamed(type: AvroType): type is AvroNamedType {
  return type.type === 'record' || type.type === 'enum' || type.type === 'fixed';
}

import type { Buffer } from 'node:buffer';
import type { AvroEnum, AvroType, AvroUnion } from '../../avro/model.ts';
import { branchLabel } from './describe-type.ts';

/**
 * A value of an Avro type as the codec takes it: nothing about it is ambiguous. Names are counted
 * and not taken from the schema, so that none can be in the way of JavaScript.
 *
 * - long: a bigint; bytes and fixed: a Buffer; enum: `s` and the position of the symbol
 * - record: `{ f0, f1, … }` by position
 * - map: `{ m: [{ k, v }, …] }`, which has the same bytes
 * - union: null, or `{ [branchName]: value }`
 */
export type ValueTree =
  | null
  | boolean
  | number
  | bigint
  | string
  | Buffer
  | ValueTree[]
  | { [key: string]: ValueTree };

/** What the walks through one schema look up again and again. */
export interface TypeNames {
  /** The name of a type within a union, for the codec. */
  of(type: AvroType): string;
  /** The branches of a union by that name. */
  branches(union: AvroUnion): ReadonlyMap<string, AvroType>;
  /** The branches of a union by what Avro JSON calls them. */
  labels(union: AvroUnion): ReadonlyMap<string, AvroType>;
  /** The position of each symbol. */
  symbols(type: AvroEnum): ReadonlyMap<string, number>;
}

/** Names the types of one schema, in the order in which they are asked for. */
export function nameTypes(): TypeNames {
  const names = new Map<AvroType, string>();
  const branches = new Map<AvroUnion, ReadonlyMap<string, AvroType>>();
  const labels = new Map<AvroUnion, ReadonlyMap<string, AvroType>>();
  const symbols = new Map<AvroEnum, ReadonlyMap<string, number>>();

  function of(type: AvroType): string {
    if (type.type !== 'map' && !('name' in type)) return type.type;
    const name = names.get(type) ?? `T${names.size}`;
    names.set(type, name);
    return name;
  }

  return {
    of,
    branches: (union) =>
      remember(branches, union, () => new Map(union.branches.map((type) => [of(type), type]))),
    labels: (union) =>
      remember(
        labels,
        union,
        () => new Map(union.branches.map((type) => [branchLabel(type), type])),
      ),
    symbols: (type) =>
      remember(symbols, type, () => new Map(type.symbols.map((symbol, index) => [symbol, index]))),
  };
}

/** The key of a record's field. */
export function fieldKey(position: number): string {
  return `f${position}`;
}

/** A union's value with the branch it belongs to. */
export function wrapBranch(branch: AvroType, value: ValueTree, names: TypeNames): ValueTree {
  return branch.type === 'null' ? null : { [names.of(branch)]: value };
}

/** The branch that a union's value belongs to, and the value without it. */
export function unwrapBranch(
  union: AvroUnion,
  value: ValueTree,
  names: TypeNames,
): { branch: AvroType; inner: ValueTree } {
  const name = isTreeObject(value) ? (Object.keys(value)[0] ?? 'null') : 'null';
  const branch = names.branches(union).get(name);
  if (branch === undefined) throw new TypeError(`The value tree has an unknown branch: ${name}`);
  return { branch, inner: isTreeObject(value) ? (value[name] ?? null) : null };
}

/** Whether the value is a record, a map or of a union. */
export function isTreeObject(value: ValueTree): value is { [key: string]: ValueTree } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

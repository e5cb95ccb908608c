import type { ProtoField, ProtoMessage } from '../model.ts';
import type { TypeEntry } from '../type-table.ts';
import { knownFile } from '../well-known/known-files.ts';
import type { NamedMessage, Side } from './comparison.ts';

/** What the type of a field comes down to. */
export type FieldType = ScalarType | MessageType | MapType;

/** A scalar or an enum. */
export interface ScalarType {
  readonly kind: 'scalar';
  readonly group: ScalarGroup;
}

/** A message. */
export interface MessageType {
  readonly kind: 'message';
  /** Without the package of its file; as written where nothing has the name. */
  readonly name: string;
  readonly imported: boolean;
  readonly definition: NamedMessage | undefined;
}

/** A map. */
export interface MapType {
  readonly kind: 'map';
  readonly key: FieldType;
  readonly value: FieldType;
}

/** Scalars that are written alike, so that one can be read as another. */
export type ScalarGroup =
  | 'number'
  | 'zigzag number'
  | 'text'
  | 'fixed 32'
  | 'fixed 64'
  | 'float'
  | 'double';

const scalarGroups: ReadonlyMap<string, ScalarGroup> = new Map([
  ['int32', 'number'],
  ['int64', 'number'],
  ['uint32', 'number'],
  ['uint64', 'number'],
  ['bool', 'number'],
  ['sint32', 'zigzag number'],
  ['sint64', 'zigzag number'],
  ['string', 'text'],
  ['bytes', 'text'],
  ['fixed32', 'fixed 32'],
  ['sfixed32', 'fixed 32'],
  ['fixed64', 'fixed 64'],
  ['sfixed64', 'fixed 64'],
  ['float', 'float'],
  ['double', 'double'],
]);

/**
 * What the type of a field comes down to.
 *
 * @param scope full name of the message that the field is in
 */
export function fieldType(field: ProtoField, scope: string, side: Side): FieldType {
  const value = namedType(field.type, scope, side);
  if (field.mapKey === undefined) return value;
  return { kind: 'map', key: namedType(field.mapKey, scope, side), value };
}

function namedType(written: string, scope: string, side: Side): ScalarType | MessageType {
  const group = scalarGroups.get(written);
  if (group !== undefined) return { kind: 'scalar', group };
  const entry = side.table.resolve(written, scope);
  if (entry === undefined) {
    const name = written.startsWith('.') ? written.slice(1) : written;
    return { kind: 'message', name, imported: false, definition: undefined };
  }
  // An enum is written as a number.
  if (entry.type.kind === 'enum') return { kind: 'scalar', group: 'number' };
  return messageType(entry, entry.type, side);
}

function messageType(entry: TypeEntry, message: ProtoMessage, side: Side): MessageType {
  const { fullName, importPath } = entry;
  const { file, imported } = side.schema;
  const home =
    importPath === undefined ? file : (imported.get(importPath) ?? knownFile(importPath));
  const prefix = home?.packageName === undefined ? '' : `${home.packageName}.`;
  return {
    kind: 'message',
    name: fullName.slice(prefix.length),
    imported: importPath !== undefined,
    definition: { message, fullName },
  };
}

import type { ProtoField, ProtoGroup, ProtoOption } from '../model.ts';
import type { Scope } from '../normaliser/scope.ts';
import { scalarTypes } from '../scalar-types.ts';
import { LABEL_NUMBERS, mapEntryName, NAMED_NUMBERS, SCALAR_NUMBERS } from './descriptor-types.ts';
import { encodeOptions } from './encode-options.ts';
import { bytes, text, varint, type WireField, writeMessage } from './wire.ts';

/** Where a field stands. */
export interface FieldPlace {
  readonly oneofIndex?: number;
  readonly isProto3Optional?: boolean;
  /** Of an extension, the message that it extends. */
  readonly extendee?: string;
}

/** A field as its `FieldDescriptorProto`; names of types stay as they are written. */
export function encodeField(scope: Scope, field: ProtoField, place: FieldPlace): Uint8Array {
  const isMap = field.mapKey !== undefined;
  const label = isMap ? 'repeated' : field.label;
  const options = field.options.filter(({ name }) => name !== 'default' && name !== 'json_name');
  const encoded = encodeOptions(scope, 'Field', options);
  return writeMessage([
    ...base(field.name, field.number, label, place),
    ...(isMap ? namedType(mapEntryName(field.name), 'message') : fieldType(scope, field.type)),
    ...special(7, 'default', field.options),
    ...(encoded.length === 0 ? [] : [wireField(8, bytes(writeMessage(encoded)))]),
    ...special(10, 'json_name', field.options),
  ]);
}

/** The field that a group is, apart from its message. */
export function encodeGroup({ label, name, number }: ProtoGroup, place: FieldPlace): Uint8Array {
  return writeMessage([
    ...base(name.toLowerCase(), number, label, place),
    ...namedType(name, 'group'),
  ]);
}

/** The message for the entries of a map; none for other fields. */
export function encodeMapEntry(scope: Scope, { name, mapKey, type }: ProtoField): Uint8Array[] {
  if (mapKey === undefined) return [];
  const part = (partName: string, number: number, partType: string) =>
    writeMessage([...base(partName, number, 'optional', {}), ...fieldType(scope, partType)]);
  const isMapEntry = writeMessage([[7, varint(true)]]);
  return [
    writeMessage([
      [1, text(mapEntryName(name))],
      [2, bytes(part('key', 1, mapKey))],
      [2, bytes(part('value', 2, type))],
      [7, bytes(isMapEntry)],
    ]),
  ];
}

function base(
  name: string,
  number: number,
  label: ProtoField['label'],
  { oneofIndex, isProto3Optional, extendee }: FieldPlace,
): WireField[] {
  return [
    [1, text(name)],
    ...(extendee === undefined ? [] : [wireField(2, text(extendee))]),
    [3, varint(number)],
    ...(label === undefined ? [] : [wireField(4, varint(LABEL_NUMBERS[label]))]),
    ...(oneofIndex === undefined ? [] : [wireField(9, varint(oneofIndex))]),
    ...(isProto3Optional === true ? [wireField(17, varint(true))] : []),
  ];
}

function fieldType(scope: Scope, type: string): WireField[] {
  if (scalarTypes.has(type)) return [[5, varint(SCALAR_NUMBERS[type] ?? 0)]];
  const kind = scope.table.resolve(type, scope.name)?.type.kind;
  return kind === undefined ? [[6, text(type)]] : namedType(type, kind);
}

function namedType(name: string, kind: keyof typeof NAMED_NUMBERS): WireField[] {
  return [
    [5, varint(NAMED_NUMBERS[kind])],
    [6, text(name)],
  ];
}

function special(
  number: number,
  name: 'default' | 'json_name',
  options: readonly ProtoOption[],
): WireField[] {
  const value = options.find((option) => option.name === name)?.value;
  return value !== undefined && 'text' in value ? [[number, text(value.text)]] : [];
}

function wireField(number: number, value: WireField[1]): WireField {
  return [number, value];
}

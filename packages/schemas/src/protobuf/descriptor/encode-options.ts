import type {
  ProtoEnum,
  ProtoField,
  ProtoMessage,
  ProtoOption,
  ProtoOptionValue,
} from '../model.ts';
import { normaliseOptions } from '../normaliser/normalise-options.ts';
import { findExtension, type Scope } from '../normaliser/scope.ts';
import { type OptionsOf, optionsMessage } from './descriptor-types.ts';
import { bytes, text, varint, type WireField, type WireValue, writeMessage } from './wire.ts';

/** A message and where the names in it are looked for. */
interface ScopedMessage {
  readonly message: ProtoMessage;
  readonly scope: Scope;
}

/**
 * Options as a message of their kind: those that Protobuf defines and those that an `extend` adds.
 * What neither defines is left out.
 *
 * @returns no fields where there are no options
 */
export function encodeOptions(
  scope: Scope,
  of: OptionsOf,
  options: readonly ProtoOption[],
): WireField[] {
  const message = optionsMessage(of);
  if (message === undefined) return [];
  const definition = { message, scope: { ...scope, name: `google.protobuf.${of}Options` } };
  return normaliseOptions(scope, options).flatMap(({ name, isExtension, value }) =>
    encodeMember(definition, isExtension ? `[${name}]` : name, value),
  );
}

function encodeMember(
  { message, scope }: ScopedMessage,
  key: string,
  value: ProtoOptionValue,
): WireField[] {
  const found = findMember(message, scope, key);
  if (found === undefined) return [];
  const { field } = found;
  const values = value.kind === 'list' ? value.values : [value];
  return values.flatMap((each): WireField[] => {
    const encoded = encodeValue(found.scope, field, each);
    return encoded === undefined ? [] : [[field.number, encoded]];
  });
}

function findMember(
  message: ProtoMessage,
  scope: Scope,
  key: string,
): { field: ProtoField; scope: Scope } | undefined {
  if (key.startsWith('[')) {
    const extension = findExtension(scope, key.slice(1, -1));
    if (extension === undefined) return undefined;
    return { field: extension.field, scope: { ...scope, name: extension.scope } };
  }
  const fields = [...message.fields, ...message.oneofs.flatMap((oneof) => oneof.fields)];
  const field = fields.find(({ name }) => name === key);
  return field === undefined ? undefined : { field, scope };
}

function encodeValue(
  scope: Scope,
  { type, mapKey }: ProtoField,
  value: ProtoOptionValue,
): WireValue | undefined {
  if (mapKey !== undefined) return encodeEntry(scope, mapKey, type, value);
  const entry = scope.table.resolve(type, scope.name);
  if (entry?.type.kind === 'message') {
    if (value.kind !== 'map') return undefined;
    const definition = { message: entry.type, scope: { ...scope, name: entry.fullName } };
    const fields = value.entries.flatMap((each) => encodeMember(definition, each.key, each.value));
    return bytes(writeMessage(fields));
  }
  if (!('text' in value)) return undefined;
  return entry === undefined
    ? encodeScalar(type, value.text)
    : encodeEnum(entry.type as ProtoEnum, value.text);
}

/** The entry of a map, written as a message of a `key` and a `value`. */
function encodeEntry(
  scope: Scope,
  mapKey: string,
  type: string,
  value: ProtoOptionValue,
): WireValue | undefined {
  if (value.kind !== 'map') return undefined;
  const fields = value.entries.flatMap(({ key, value: part }): WireField[] => {
    if (key !== 'key' && key !== 'value') return [];
    const field = { ...PLAIN_FIELD, type: key === 'key' ? mapKey : type };
    const encoded = encodeValue(scope, field, part);
    return encoded === undefined ? [] : [[key === 'key' ? 1 : 2, encoded]];
  });
  return bytes(writeMessage(fields));
}

const PLAIN_FIELD: ProtoField = {
  label: undefined,
  type: '',
  mapKey: undefined,
  name: '',
  number: 0,
  options: [],
  doc: '',
};

function encodeEnum({ constants }: ProtoEnum, written: string): WireValue | undefined {
  const number = constants.find(({ name }) => name === written)?.number ?? wholeNumber(written);
  return number === undefined ? undefined : varint(number);
}

function encodeScalar(type: string, written: string): WireValue | undefined {
  switch (type) {
    case 'string':
      return text(written);
    case 'bytes':
      return bytes(Uint8Array.from(written, (character) => character.charCodeAt(0)));
    case 'bool':
      return written === 'true' || written === 'false' ? varint(written === 'true') : undefined;
    case 'double':
    case 'float':
      return encodeFloat(type, written);
    default:
      return encodeInteger(type, written);
  }
}

function encodeFloat(type: 'double' | 'float', written: string): WireValue | undefined {
  const spelled = written.replace(/^(-?)inf(inity)?$/i, '$1Infinity').replace(/f$/, '');
  const value = /^-?nan$/i.test(written) ? Number.NaN : Number(spelled);
  if (Number.isNaN(value) && !/nan/i.test(written)) return undefined;
  const view = new DataView(new ArrayBuffer(type === 'double' ? 8 : 4));
  if (type === 'double') view.setFloat64(0, value, true);
  else view.setFloat32(0, value, true);
  return {
    kind: type === 'double' ? 'fixed64' : 'fixed32',
    value: new Uint8Array(view.buffer),
  };
}

function encodeInteger(type: string, written: string): WireValue | undefined {
  const value = wholeNumber(written);
  if (value === undefined) return undefined;
  if (type.startsWith('sint')) return varint(value < 0n ? -2n * value - 1n : 2n * value);
  if (!type.includes('fixed')) return varint(value);
  const isWide = type.endsWith('64');
  const view = new DataView(new ArrayBuffer(isWide ? 8 : 4));
  if (isWide) view.setBigUint64(0, BigInt.asUintN(64, value), true);
  else view.setUint32(0, Number(BigInt.asUintN(32, value)), true);
  return { kind: isWide ? 'fixed64' : 'fixed32', value: new Uint8Array(view.buffer) };
}

function wholeNumber(written: string): bigint | undefined {
  const [, sign, digits = ''] = /^(-?)(0[xX][0-9A-Fa-f]{1,16}|\d{1,20})$/.exec(written) ?? [];
  if (digits === '') return undefined;
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  return sign === '-' ? -BigInt(octal) : BigInt(octal);
}

import type { ProtobufSchema } from '../../parsed-schema.ts';
import { extensionFinder } from '../extension-fields.ts';
import type {
  ProtoEnum,
  ProtoExtension,
  ProtoExtensionRange,
  ProtoFile,
  ProtoMessage,
  ProtoOption,
  ProtoRange,
  ProtoRpc,
  ProtoService,
} from '../model.ts';
import { groupMessage } from '../named-types.ts';
import { innerScope, type Scope } from '../normaliser/scope.ts';
import { typeTable } from '../type-table.ts';
import { AFTER_LAST_FIELD, LAST_ENUM_NUMBER, type OptionsOf } from './descriptor-types.ts';
import { encodeField, encodeGroup, encodeMapEntry, type FieldPlace } from './encode-field.ts';
import { encodeOptions } from './encode-options.ts';
import { bytes, text, varint, type WireField, writeMessage } from './wire.ts';

/** The bytes of the `FileDescriptorProto` that describes a schema. */
export function encodeFile(schema: ProtobufSchema): Uint8Array {
  const { file, imported } = schema;
  const scope: Scope = {
    name: file.packageName ?? '',
    table: typeTable(schema),
    findExtension: extensionFinder(file, imported),
  };
  const messages = file.types.filter((type) => type.kind === 'message');
  const enums = file.types.filter((type) => type.kind === 'enum');
  return writeMessage([
    // The registry gives every schema this name.
    [1, text('default')],
    ...(file.packageName === undefined ? [] : [field(2, text(file.packageName))]),
    ...encodeImports(file),
    ...messages.map((type) => field(4, bytes(encodeMessage(scope, type, file.syntax)))),
    ...enums.map((type) => field(5, bytes(encodeEnum(scope, type)))),
    ...file.services.map((service) => field(6, bytes(encodeService(scope, service)))),
    ...encodeExtensions(7, scope, file.extensions, file.syntax),
    ...optionsField(8, scope, 'File', file.options),
    ...(file.syntax === undefined ? [] : [field(12, text(file.syntax))]),
  ]);
}

function field(number: number, value: WireField[1]): WireField {
  return [number, value];
}

/** Options as the field of what they belong to; no field where there are none. */
function optionsField(
  number: number,
  scope: Scope,
  of: OptionsOf,
  options: readonly ProtoOption[],
): WireField[] {
  const encoded = encodeOptions(scope, of, options);
  return encoded.length === 0 ? [] : [[number, bytes(writeMessage(encoded))]];
}

function encodeImports({ imports }: ProtoFile): WireField[] {
  const indexes = (modifier: 'public' | 'weak', number: number) =>
    imports.flatMap((each, index) =>
      each.modifier === modifier ? [field(number, varint(index))] : [],
    );
  return [
    ...imports.map(({ path }) => field(3, text(path))),
    ...indexes('public', 10),
    ...indexes('weak', 11),
  ];
}

function encodeMessage(
  outer: Scope,
  message: ProtoMessage,
  syntax: ProtoFile['syntax'],
): Uint8Array {
  const scope = innerScope(outer, message.name);
  const { fields, oneofs, groups, types, extensions } = message;
  const oneofGroups = oneofs.flatMap((oneof) => oneof.groups);
  const all = [...fields, ...oneofs.flatMap((oneof) => oneof.fields)];
  // A proto3 `optional` is a oneof of one field, behind the others.
  const optional = syntax === 'proto3' ? fields.filter(({ label }) => label === 'optional') : [];
  const place = (index: number): FieldPlace => ({ oneofIndex: index });
  const isMessage = types.filter((type) => type.kind === 'message');
  const nested = [...isMessage, ...[...groups, ...oneofGroups].map(groupMessage)];
  return writeMessage([
    [1, text(message.name)],
    ...fields.map((each) => {
      const index = optional.indexOf(each);
      const at = index < 0 ? {} : { oneofIndex: oneofs.length + index, isProto3Optional: true };
      return field(2, bytes(encodeField(scope, each, at)));
    }),
    ...oneofs.flatMap((oneof, index) =>
      oneof.fields.map((each) => field(2, bytes(encodeField(scope, each, place(index))))),
    ),
    ...groups.map((each) => field(2, bytes(encodeGroup(each, {})))),
    ...oneofs.flatMap((oneof, index) =>
      oneof.groups.map((each) => field(2, bytes(encodeGroup(each, place(index))))),
    ),
    ...nested.map((type) => field(3, bytes(encodeMessage(scope, type, syntax)))),
    ...all.flatMap((each) => encodeMapEntry(scope, each).map((entry) => field(3, bytes(entry)))),
    ...types.flatMap((type) =>
      type.kind === 'enum' ? [field(4, bytes(encodeEnum(scope, type)))] : [],
    ),
    ...message.extensionRanges.flatMap((range) => encodeExtensionRange(scope, range)),
    ...encodeExtensions(6, scope, extensions, syntax),
    ...optionsField(7, scope, 'Message', message.options),
    ...oneofs.map(({ name, options }) =>
      field(8, bytes(writeMessage([[1, text(name)], ...optionsField(2, scope, 'Oneof', options)]))),
    ),
    ...optional.map(({ name }) => field(8, bytes(writeMessage([[1, text(`_${name}`)]])))),
    ...message.reserved.flatMap(({ values }) =>
      values.map((value) =>
        typeof value === 'string' ? field(10, text(value)) : field(9, bytes(fieldRange(value))),
      ),
    ),
  ]);
}

function encodeExtensions(
  number: number,
  scope: Scope,
  extensions: readonly ProtoExtension[],
  syntax: ProtoFile['syntax'],
): WireField[] {
  return extensions.flatMap(({ name, fields }) =>
    fields.map((each) => {
      const isProto3Optional = syntax === 'proto3' && each.label === 'optional';
      return field(number, bytes(encodeField(scope, each, { extendee: name, isProto3Optional })));
    }),
  );
}

function encodeExtensionRange(scope: Scope, range: ProtoExtensionRange): WireField[] {
  const options = optionsField(3, scope, 'ExtensionRange', range.options);
  return range.values.map((value) => field(5, bytes(fieldRange(value, options))));
}

/** A range of field numbers, which a descriptor writes without its end. */
function fieldRange(value: number | ProtoRange, options: readonly WireField[] = []): Uint8Array {
  const { from, to } = typeof value === 'number' ? { from: value, to: value } : value;
  const end = to === 'max' ? AFTER_LAST_FIELD : to + 1;
  return writeMessage([[1, varint(from)], [2, varint(end)], ...options]);
}

function encodeEnum(outer: Scope, type: ProtoEnum): Uint8Array {
  const scope = innerScope(outer, type.name);
  return writeMessage([
    [1, text(type.name)],
    ...type.constants.map(({ name, number, options }) =>
      field(
        2,
        bytes(
          writeMessage([
            [1, text(name)],
            [2, varint(number)],
            ...optionsField(3, scope, 'EnumValue', options),
          ]),
        ),
      ),
    ),
    ...optionsField(3, scope, 'Enum', type.options),
    ...type.reserved.flatMap(({ values }) =>
      values.map((value) =>
        typeof value === 'string' ? field(5, text(value)) : field(4, bytes(enumRange(value))),
      ),
    ),
  ]);
}

/** A range of numbers of an enum, which a descriptor writes with its end. */
function enumRange(value: number | ProtoRange): Uint8Array {
  const { from, to } = typeof value === 'number' ? { from: value, to: value } : value;
  return writeMessage([
    [1, varint(from)],
    [2, varint(to === 'max' ? LAST_ENUM_NUMBER : to)],
  ]);
}

function encodeService(scope: Scope, { name, rpcs, options }: ProtoService): Uint8Array {
  return writeMessage([
    [1, text(name)],
    ...rpcs.map((rpc) => field(2, bytes(encodeRpc(scope, rpc)))),
    ...optionsField(3, scope, 'Service', options),
  ]);
}

function encodeRpc(scope: Scope, rpc: ProtoRpc): Uint8Array {
  return writeMessage([
    [1, text(rpc.name)],
    [2, text(rpc.requestType)],
    [3, text(rpc.responseType)],
    ...optionsField(4, scope, 'Method', rpc.options),
    ...(rpc.requestStreams ? [field(5, varint(true))] : []),
    ...(rpc.responseStreams ? [field(6, varint(true))] : []),
  ]);
}

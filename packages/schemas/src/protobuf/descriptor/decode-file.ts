import type {
  ProtoEnum,
  ProtoExtension,
  ProtoExtensionRange,
  ProtoFile,
  ProtoMessage,
  ProtoRange,
  ProtoService,
} from '../model.ts';
import { MAX_DEPTH, refuseNesting } from '../parser/limits.ts';
import { decodeField, decodeGroup, isGroup } from './decode-field.ts';
import { decodeOptions } from './decode-options.ts';
import { type DescriptorReader, descriptorReader, NoDescriptor } from './descriptor-reader.ts';
import { AFTER_LAST_FIELD, LAST_ENUM_NUMBER } from './descriptor-types.ts';

/**
 * The file that a `FileDescriptorProto` describes.
 *
 * @returns undefined where the bytes are none
 * @throws SchemaError `too_large` where its messages nest too deep
 */
export function decodeFile(bytes: Uint8Array): ProtoFile | undefined {
  try {
    return fileOf(descriptorReader(bytes));
  } catch (error) {
    if (error instanceof NoDescriptor) return undefined;
    throw error;
  }
}

function fileOf(reader: DescriptorReader): ProtoFile {
  const syntax = reader.text(12);
  const isProto3 = syntax === 'proto3';
  const isPublic = new Set(reader.integers(10));
  const isWeak = new Set(reader.integers(11));
  const packageName = reader.text(2);
  return {
    syntax: syntax === 'proto2' || isProto3 ? syntax : undefined,
    packageName: packageName === '' ? undefined : packageName,
    imports: reader.texts(3).map((path, index) => ({
      path,
      modifier: isPublic.has(index) ? 'public' : isWeak.has(index) ? 'weak' : undefined,
    })),
    options: decodeOptions('File', reader.message(8)),
    types: [
      ...reader.messages(4).map((message) => messageOf(message, isProto3, 1)),
      ...reader.messages(5).map(enumOf),
    ],
    services: reader.messages(6).map(serviceOf),
    extensions: extensionsOf(reader.messages(7), isProto3),
  };
}

function messageOf(reader: DescriptorReader, isProto3: boolean, depth: number): ProtoMessage {
  if (depth > MAX_DEPTH) throw refuseNesting('messages');
  const nested = reader.messages(3).map((message) => messageOf(message, isProto3, depth + 1));
  const members = reader.messages(2);
  const oneofs = reader.messages(8);
  // The oneof of a proto3 `optional` is none that was written.
  const inOneof = (index: number | undefined) =>
    members.filter((each) => each.integer(9) === index && !each.flag(17));
  const outside = members.filter((each) => each.integer(9) === undefined || each.flag(17));
  const groupsOf = (some: readonly DescriptorReader[]) =>
    some.filter(isGroup).map((each) => decodeGroup(each, nested));
  const fieldsOf = (some: readonly DescriptorReader[]) =>
    some.filter((each) => !isGroup(each)).map((each) => decodeField(each, isProto3));
  const groups = groupsOf(outside);
  const grouped = new Set(groupsOf(members).map(({ name }) => name));
  return {
    kind: 'message',
    name: reader.text(1) ?? '',
    doc: '',
    fields: fieldsOf(outside),
    oneofs: oneofs
      .map((oneof, index) => ({
        name: oneof.text(1) ?? '',
        fields: fieldsOf(inOneof(index)).map((each) => ({ ...each, label: undefined })),
        groups: groupsOf(inOneof(index)),
        options: decodeOptions('Oneof', oneof.message(2)),
        doc: '',
      }))
      .filter(({ fields, groups: some }) => fields.length + some.length > 0),
    groups,
    types: [...nested.filter(({ name }) => !grouped.has(name)), ...reader.messages(4).map(enumOf)],
    extensions: extensionsOf(reader.messages(6), isProto3),
    options: decodeOptions('Message', reader.message(7)),
    reserved: [
      ...reader.messages(9).map((each) => ({ values: [rangeOf(each)], doc: '' })),
      ...reader.texts(10).map((name) => ({ values: [name], doc: '' })),
    ],
    extensionRanges: reader.messages(5).map(
      (each): ProtoExtensionRange => ({
        values: [rangeOf(each)],
        options: decodeOptions('ExtensionRange', each.message(3)),
        doc: '',
      }),
    ),
  };
}

/** A range of field numbers, which a descriptor writes without its end. */
function rangeOf(reader: DescriptorReader): number | ProtoRange {
  const from = reader.integer(1) ?? 0;
  const end = reader.integer(2) ?? from + 1;
  if (end === from + 1) return from;
  return { from, to: end === AFTER_LAST_FIELD ? 'max' : end - 1 };
}

function enumOf(reader: DescriptorReader): ProtoEnum {
  const ranges = reader.messages(4).map((each): number | ProtoRange => {
    const from = each.integer(1) ?? 0;
    const to = each.integer(2) ?? from;
    return from === to ? from : { from, to: to === LAST_ENUM_NUMBER ? 'max' : to };
  });
  return {
    kind: 'enum',
    name: reader.text(1) ?? '',
    doc: '',
    constants: reader.messages(2).map((each) => ({
      name: each.text(1) ?? '',
      number: each.integer(2) ?? 0,
      options: decodeOptions('EnumValue', each.message(3)),
      doc: '',
    })),
    options: decodeOptions('Enum', reader.message(3)),
    reserved: [...ranges, ...reader.texts(5)].map((value) => ({ values: [value], doc: '' })),
  };
}

/** The extensions of one message after each other are one `extend`. */
function extensionsOf(members: readonly DescriptorReader[], isProto3: boolean): ProtoExtension[] {
  const found = new Map<string, DescriptorReader[]>();
  for (const member of members) {
    const name = member.text(2) ?? '';
    const some = found.get(name) ?? [];
    some.push(member);
    found.set(name, some);
  }
  return [...found].map(([name, some]) => ({
    name,
    fields: some.map((each) => decodeField(each, isProto3)),
    groups: [],
    doc: '',
  }));
}

function serviceOf(reader: DescriptorReader): ProtoService {
  return {
    name: reader.text(1) ?? '',
    rpcs: reader.messages(2).map((rpc) => ({
      name: rpc.text(1) ?? '',
      requestType: rpc.text(2) ?? '',
      requestStreams: rpc.flag(5),
      responseType: rpc.text(3) ?? '',
      responseStreams: rpc.flag(6),
      options: decodeOptions('Method', rpc.message(4)),
      doc: '',
    })),
    options: decodeOptions('Service', reader.message(3)),
    doc: '',
  };
}

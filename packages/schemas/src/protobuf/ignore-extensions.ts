import type { ProtobufSchema } from '../parsed-schema.ts';
import type { ProtoField, ProtoFile, ProtoMessage, ProtoOption, ProtoType } from './model.ts';
import { printProtoFile } from './printer/print-file.ts';

/**
 * The text of a schema without what extends Protobuf itself or leaves room for it: `extend`,
 * `extensions` and options whose names stand in brackets. A registry answers it for
 * `format=ignore_extensions`.
 */
export function ignoreProtobufExtensions({ file }: ProtobufSchema): string {
  return printProtoFile(withoutExtensions(file));
}

function withoutExtensions(file: ProtoFile): ProtoFile {
  return {
    ...file,
    options: plainOptions(file.options),
    types: file.types.map(plainType),
    extensions: [],
    services: file.services.map((service) => ({
      ...service,
      options: plainOptions(service.options),
      rpcs: service.rpcs.map((rpc) => ({ ...rpc, options: plainOptions(rpc.options) })),
    })),
  };
}

function plainOptions(options: readonly ProtoOption[]): ProtoOption[] {
  return options.filter(({ isExtension }) => !isExtension);
}

function plainType(type: ProtoType): ProtoType {
  if (type.kind === 'message') return plainMessage(type);
  const constants = type.constants.map((constant) => ({
    ...constant,
    options: plainOptions(constant.options),
  }));
  return { ...type, constants, options: plainOptions(type.options) };
}

function plainMessage(message: ProtoMessage): ProtoMessage {
  const plainGroups = (groups: ProtoMessage['groups']) =>
    groups.map((group) => ({ ...group, fields: plainFields(group.fields) }));
  return {
    ...message,
    options: plainOptions(message.options),
    fields: plainFields(message.fields),
    oneofs: message.oneofs.map((oneof) => ({
      ...oneof,
      options: plainOptions(oneof.options),
      fields: plainFields(oneof.fields),
      groups: plainGroups(oneof.groups),
    })),
    groups: plainGroups(message.groups),
    types: message.types.map(plainType),
    extensions: [],
    extensionRanges: [],
  };
}

function plainFields(fields: readonly ProtoField[]): ProtoField[] {
  return fields.map((field) => ({ ...field, options: plainOptions(field.options) }));
}

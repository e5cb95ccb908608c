import type { ProtobufSchema } from '../../parsed-schema.ts';
import { extensionFinder } from '../extension-fields.ts';
import type { ProtoFile, ProtoImport, ProtoMessage, ProtoService, ProtoType } from '../model.ts';
import { typeTable } from '../type-table.ts';
import {
  isMapEntry,
  normaliseEnum,
  normaliseExtensionRanges,
  normaliseExtensions,
  normaliseFields,
  normaliseGroups,
  normaliseOneofs,
  normaliseReserved,
} from './normalise-members.ts';
import { normaliseOptions } from './normalise-options.ts';
import { compareTexts } from './order.ts';
import { fullType, innerScope, type Scope } from './scope.ts';

/**
 * A file as a registry keeps it for `normalize=true`: types by full name, whatever has no meaning in
 * its order sorted. Messages, enums, services and rpcs stay in their order, which messages refer to.
 *
 * @throws UnknownType where a type means nothing
 */
export function normaliseFile(schema: ProtobufSchema): ProtoFile {
  const { file, imported } = schema;
  const scope: Scope = {
    name: file.packageName ?? '',
    table: typeTable(schema),
    findExtension: extensionFinder(file, imported),
  };
  return {
    // That a file is proto2 need not be said.
    syntax: file.syntax === 'proto2' ? undefined : file.syntax,
    packageName: file.packageName,
    imports: normaliseImports(file.imports),
    options: normaliseOptions(scope, file.options),
    types: normaliseTypes(scope, file.types),
    extensions: normaliseExtensions(scope, file.extensions),
    services: file.services.map((service) => normaliseService(scope, service)),
  };
}

function normaliseImports(imports: readonly ProtoImport[]): ProtoImport[] {
  const distinct = new Map(imports.map((each) => [`${each.modifier} ${each.path}`, each]));
  return [...distinct.values()].sort((a, b) => compareTexts(a.path, b.path));
}

function normaliseTypes(scope: Scope, types: readonly ProtoType[]): ProtoType[] {
  return types
    .filter((type) => type.kind === 'enum' || !isMapEntry(type))
    .map((type) => {
      const inner = innerScope(scope, type.name);
      return type.kind === 'enum' ? normaliseEnum(inner, type) : normaliseMessage(inner, type);
    });
}

function normaliseMessage(scope: Scope, message: ProtoMessage): ProtoMessage {
  return {
    ...message,
    reserved: normaliseReserved(message.reserved),
    options: normaliseOptions(scope, message.options),
    fields: normaliseFields(scope, message.fields),
    oneofs: normaliseOneofs(scope, message.oneofs),
    groups: normaliseGroups(scope, message.groups),
    extensions: normaliseExtensions(scope, message.extensions),
    extensionRanges: normaliseExtensionRanges(scope, message.extensionRanges),
    types: normaliseTypes(scope, message.types),
  };
}

function normaliseService(scope: Scope, service: ProtoService): ProtoService {
  return {
    ...service,
    options: normaliseOptions(scope, service.options),
    rpcs: service.rpcs.map((rpc) => ({
      ...rpc,
      requestType: fullType(scope, rpc.requestType, rpc),
      responseType: fullType(scope, rpc.responseType, rpc),
      options: normaliseOptions(scope, rpc.options),
    })),
  };
}

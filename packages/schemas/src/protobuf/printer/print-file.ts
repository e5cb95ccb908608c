import type {
  ProtoEnum,
  ProtoFile,
  ProtoImport,
  ProtoMessage,
  ProtoService,
  ProtoType,
} from '../model.ts';
import { escapeText } from './escape-text.ts';
import { type Lines, startLines, writeBlock } from './lines.ts';
import {
  optionsPart,
  writeConstant,
  writeExtension,
  writeExtensionRange,
  writeField,
  writeGroup,
  writeOneof,
  writeReserved,
} from './print-members.ts';
import { writeOption } from './print-option.ts';

const IMPORT_ORDER = [undefined, 'public', 'weak'] as const;

/** A Protobuf file in the form in which a registry stores it; comments are not written. */
export function printProtoFile(file: ProtoFile): string {
  const lines = startLines();
  const { syntax, packageName, options, extensions, services } = file;
  if (syntax !== undefined) lines.write(0, `syntax = "${syntax}";`);
  if (packageName !== undefined) lines.write(0, `package ${packageName};`);
  section(lines, importsInOrder(file.imports), ({ path, modifier }) => {
    lines.write(0, `import ${modifier === undefined ? '' : `${modifier} `}"${escapeText(path)}";`);
  });
  section(lines, options, (option) => writeOption(lines, 0, option));
  section(lines, messagesFirst(file.types), (type) => writeType(lines, 0, type));
  section(lines, extensions, (extension) => writeExtension(lines, 0, extension));
  section(lines, services, (service) => writeService(lines, service));
  return lines.text();
}

/** Sections begin with an empty line, the first of all too. */
function section<Item>(lines: Lines, items: readonly Item[], write: (item: Item) => void): void {
  if (items.length > 0) lines.blank(0);
  for (const item of items) write(item);
}

function importsInOrder(imports: readonly ProtoImport[]): ProtoImport[] {
  return IMPORT_ORDER.flatMap((modifier) => imports.filter((each) => each.modifier === modifier));
}

function messagesFirst(types: readonly ProtoType[]): ProtoType[] {
  return [
    ...types.filter(({ kind }) => kind === 'message'),
    ...types.filter(({ kind }) => kind === 'enum'),
  ];
}

function writeType(lines: Lines, depth: number, type: ProtoType): void {
  if (type.kind === 'message') writeMessage(lines, depth, type);
  else writeEnum(lines, depth, type);
}

function writeMessage(lines: Lines, depth: number, message: ProtoMessage): void {
  const inner = depth + 1;
  writeBlock(lines, depth, `message ${message.name}`, [
    message.reserved.map((each) => () => writeReserved(lines, inner, each)),
    optionsPart(lines, depth, message.options),
    message.fields.map((field) => () => writeField(lines, inner, field)),
    message.oneofs.map((oneof) => () => writeOneof(lines, inner, oneof)),
    message.groups.map((group) => () => writeGroup(lines, inner, group)),
    message.extensions.map((extension) => () => writeExtension(lines, inner, extension)),
    message.extensionRanges.map((range) => () => writeExtensionRange(lines, inner, range)),
    messagesFirst(message.types).map((type) => () => writeType(lines, inner, type)),
  ]);
}

/** The parts of an enum are not set off from each other. */
function writeEnum(lines: Lines, depth: number, type: ProtoEnum): void {
  const { name, reserved, options, constants } = type;
  writeBlock(lines, depth, `enum ${name}`, [
    [
      ...reserved.map((each) => () => writeReserved(lines, depth + 1, each)),
      ...optionsPart(lines, depth, options),
      ...constants.map((constant) => () => writeConstant(lines, depth + 1, constant)),
    ],
  ]);
}

function writeService(lines: Lines, { name, options, rpcs }: ProtoService): void {
  writeBlock(lines, 0, `service ${name}`, [
    optionsPart(lines, 0, options),
    rpcs.map((rpc) => () => {
      const request = `${rpc.requestStreams ? 'stream ' : ''}${rpc.requestType}`;
      const response = `${rpc.responseStreams ? 'stream ' : ''}${rpc.responseType}`;
      const head = `rpc ${rpc.name} (${request}) returns (${response})`;
      if (rpc.options.length === 0) lines.write(1, `${head};`);
      else writeBlock(lines, 1, head, [optionsPart(lines, 1, rpc.options)], ';');
    }),
  ]);
}

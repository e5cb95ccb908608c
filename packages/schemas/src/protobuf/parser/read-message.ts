import type {
  ProtoExtension,
  ProtoExtensionRange,
  ProtoField,
  ProtoFile,
  ProtoGroup,
  ProtoMessage,
  ProtoOneof,
  ProtoOption,
  ProtoReserved,
  ProtoType,
} from '../model.ts';
import { checkNames, type NameSizes } from './limits.ts';
import { readEnum } from './read-enum.ts';
import { readExtensionRange, readFieldOrGroup, readOneof, readReserved } from './read-members.ts';
import { readOption } from './read-option.ts';
import type { SourceReader } from './source-reader.ts';

type Syntax = ProtoFile['syntax'];

/** What is around a message. */
interface Around extends NameSizes {
  readonly syntax: Syntax;
}

/** Reads a `message`, of which that word is read. */
export function readMessage(reader: SourceReader, doc: string, around: Around): ProtoMessage {
  const { syntax } = around;
  const name = reader.name();
  const inner = { ...around, depth: around.depth + 1, length: around.length + name.length + 1 };
  checkNames(inner);
  const fields: ProtoField[] = [];
  const oneofs: ProtoOneof[] = [];
  const groups: ProtoGroup[] = [];
  const types: ProtoType[] = [];
  const extensions: ProtoExtension[] = [];
  const options: ProtoOption[] = [];
  const reserved: ProtoReserved[] = [];
  const extensionRanges: ProtoExtensionRange[] = [];
  reader.require('{');
  for (;;) {
    const memberDoc = reader.documentation();
    if (reader.takeIf('}')) break;
    if (reader.takeIf(';')) continue;
    const start = { place: reader.place(), doc: memberDoc };
    const word = reader.word();
    switch (word) {
      case 'option':
        options.push(readOption(reader));
        reader.require(';');
        break;
      case 'reserved':
        reserved.push(readReserved(reader, start.place, memberDoc));
        break;
      case 'message':
        types.push(readMessage(reader, memberDoc, inner));
        break;
      case 'enum':
        types.push(readEnum(reader, memberDoc));
        break;
      case 'extend':
        extensions.push(reader.at(start.place, readExtension(reader, syntax, memberDoc)));
        break;
      case 'oneof':
        oneofs.push(readOneof(reader, syntax, memberDoc));
        break;
      case 'extensions':
        extensionRanges.push(readExtensionRange(reader, start.place, memberDoc));
        break;
      default: {
        const read = readFieldOrGroup(reader, word, { syntax, ...start });
        if ('field' in read) fields.push(read.field);
        else groups.push(read.group);
      }
    }
  }
  const members = { fields, oneofs, groups, types, extensions, options, reserved };
  return { kind: 'message', name, doc, ...members, extensionRanges };
}

/** An `extend`; of what stands in it the registry keeps the fields alone. */
export function readExtension(reader: SourceReader, syntax: Syntax, doc: string): ProtoExtension {
  const name = reader.name();
  const fields: ProtoField[] = [];
  reader.require('{');
  for (;;) {
    const memberDoc = reader.documentation();
    if (reader.takeIf('}')) return { name, fields, groups: [], doc };
    if (reader.takeIf(';')) continue;
    const place = reader.place();
    const word = reader.word();
    if (word === 'option') {
      readOption(reader);
      reader.require(';');
    } else if (word === 'reserved') {
      readReserved(reader, place, memberDoc);
    } else {
      const read = readFieldOrGroup(reader, word, { syntax, place, doc: memberDoc });
      if ('field' in read) fields.push(read.field);
    }
  }
}

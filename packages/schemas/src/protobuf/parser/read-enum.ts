import type { ProtoEnum, ProtoEnumConstant, ProtoOption, ProtoReserved } from '../model.ts';
import { readReserved } from './read-members.ts';
import { readOption, readOptions } from './read-option.ts';
import type { SourceReader } from './source-reader.ts';

/** Reads an `enum`, of which that word is read. */
export function readEnum(reader: SourceReader, doc: string): ProtoEnum {
  const name = reader.name();
  const constants: ProtoEnumConstant[] = [];
  const options: ProtoOption[] = [];
  const reserved: ProtoReserved[] = [];
  reader.require('{');
  for (;;) {
    const memberDoc = reader.documentation();
    if (reader.takeIf('}')) return { kind: 'enum', name, doc, constants, options, reserved };
    if (reader.takeIf(';')) continue;
    const place = reader.place();
    const word = reader.word('refused');
    if (word === 'option') {
      options.push(readOption(reader));
      reader.require(';');
    } else if (word === 'reserved') {
      reserved.push(readReserved(reader, place, memberDoc));
    } else {
      constants.push(readConstant(reader, word, memberDoc));
    }
  }
}

function readConstant(reader: SourceReader, name: string, doc: string): ProtoEnumConstant {
  reader.require('=');
  const number = reader.integer();
  const options = readOptions(reader);
  reader.require(';');
  return { name, number, options, doc: reader.trailingDocumentation(doc) };
}

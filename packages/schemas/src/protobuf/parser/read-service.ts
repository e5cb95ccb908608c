import type { ProtoOption, ProtoRpc, ProtoService } from '../model.ts';
import type { SourcePlace } from './cursor.ts';
import { readReserved } from './read-members.ts';
import { readOption } from './read-option.ts';
import type { SourceReader } from './source-reader.ts';

/** Reads a `service`, of which that word is read. */
export function readService(reader: SourceReader, doc: string): ProtoService {
  const name = reader.name();
  const rpcs: ProtoRpc[] = [];
  const options: ProtoOption[] = [];
  reader.require('{');
  for (;;) {
    const memberDoc = reader.documentation();
    if (reader.takeIf('}')) return { name, rpcs, options, doc };
    if (reader.takeIf(';')) continue;
    const place = reader.place();
    const word = reader.word();
    if (word === 'rpc') rpcs.push(reader.at(place, readRpc(reader, place, memberDoc)));
    else readOptionOnly(reader, word, place, options);
  }
}

function readRpc(reader: SourceReader, place: SourcePlace, doc: string): ProtoRpc {
  const name = reader.name();
  const request = readStreamed(reader);
  if (reader.word() !== 'returns') throw reader.unexpected("expected 'returns'", place);
  const response = readStreamed(reader);
  const options: ProtoOption[] = [];
  if (!reader.takeIf('{')) {
    reader.require(';');
  } else {
    for (;;) {
      reader.documentation();
      if (reader.takeIf('}')) break;
      if (reader.takeIf(';')) continue;
      const optionPlace = reader.place();
      readOptionOnly(reader, reader.word(), optionPlace, options);
    }
  }
  return {
    name,
    requestType: request.type,
    requestStreams: request.streams,
    responseType: response.type,
    responseStreams: response.streams,
    options,
    doc,
  };
}

function readStreamed(reader: SourceReader): { type: string; streams: boolean } {
  reader.require('(');
  const word = reader.word();
  const streams = word === 'stream';
  const type = streams ? reader.word() : word;
  reader.require(')');
  return { type, streams };
}

/** Services and rpcs hold options; a `reserved` is read and forgotten, as everywhere. */
function readOptionOnly(
  reader: SourceReader,
  word: string,
  place: SourcePlace,
  options: ProtoOption[],
): void {
  if (word === 'reserved') {
    readReserved(reader, place, '');
  } else if (word === 'option') {
    options.push(readOption(reader));
    reader.require(';');
  } else {
    throw reader.unexpected(`unexpected label: ${word}`, place);
  }
}

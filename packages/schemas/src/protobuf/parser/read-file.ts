import type {
  ProtoExtension,
  ProtoFile,
  ProtoImport,
  ProtoOption,
  ProtoService,
  ProtoType,
} from '../model.ts';
import type { SourcePlace } from './cursor.ts';
import { checkLength } from './limits.ts';
import type { Positions } from './places.ts';
import { readEnum } from './read-enum.ts';
import { readReserved } from './read-members.ts';
import { readExtension, readMessage } from './read-message.ts';
import { readOption } from './read-option.ts';
import { isQuote } from './read-quoted.ts';
import { readService } from './read-service.ts';
import { type SourceReader, sourceReader } from './source-reader.ts';

type Syntax = ProtoFile['syntax'];

/**
 * Reads a .proto file as far as its own text goes; names are not resolved.
 *
 * @param positions where it is noted at which position the fields, rpcs and extends are read
 * @throws SchemaError `invalid_schema` with line and column, or `too_large`
 */
export function readProtoFile(source: string, positions?: Positions): ProtoFile {
  checkLength(source);
  const reader = sourceReader(source, positions);
  const names = { length: 0 };
  let syntax: Syntax;
  let packageName: string | undefined;
  const imports: ProtoImport[] = [];
  const options: ProtoOption[] = [];
  const types: ProtoType[] = [];
  const services: ProtoService[] = [];
  const extensions: ProtoExtension[] = [];
  const typePlaces = new Map<string, SourcePlace>();
  const servicePlaces = new Map<string, SourcePlace>();
  for (let isFirst = true; ; isFirst = false) {
    const doc = reader.documentation();
    if (reader.isExhausted())
      return { syntax, packageName, imports, options, types, services, extensions };
    if (reader.takeIf(';')) continue;
    const place = reader.place();
    const word = reader.word();
    switch (word) {
      case 'package':
        packageName = reader.name();
        reader.require(';');
        break;
      case 'import':
        imports.push(readImport(reader));
        break;
      case 'syntax':
        syntax = readSyntax(reader, place, { isFirst, before: syntax });
        break;
      case 'option':
        options.push(readOption(reader));
        reader.require(';');
        break;
      case 'reserved':
        // The registry reads it here, and forgets it.
        readReserved(reader, place, doc);
        break;
      case 'message':
      case 'enum': {
        const around = { syntax, names, depth: 0, length: packageName?.length ?? 0 };
        const type = word === 'enum' ? readEnum(reader, doc) : readMessage(reader, doc, around);
        once(reader, typePlaces, type.name, place);
        types.push(type);
        break;
      }
      case 'service': {
        const service = readService(reader, doc);
        once(reader, servicePlaces, service.name, place);
        services.push(service);
        break;
      }
      case 'extend':
        extensions.push(reader.at(place, readExtension(reader, syntax, doc)));
        break;
      case 'edition':
        throw reader.unexpected('edition is not currently supported');
      default:
        throw reader.unexpected(`unexpected label: ${word}`, place);
    }
  }
}

function once(
  reader: SourceReader,
  places: Map<string, SourcePlace>,
  name: string,
  place: SourcePlace,
): void {
  const before = places.get(name);
  if (before !== undefined) throw reader.definedTwice(name, place, before);
  places.set(name, place);
}

/** An import; its path may stand without quotes. */
function readImport(reader: SourceReader): ProtoImport {
  const first = readText(reader);
  const modifier = !first.isQuoted && isModifier(first.text) ? first.text : undefined;
  const path = modifier === undefined ? first.text : readText(reader).text;
  reader.require(';');
  return { path: cleanPath(path), modifier };
}

function isModifier(word: string): word is 'public' | 'weak' {
  return word === 'public' || word === 'weak';
}

function readText(reader: SourceReader): { text: string; isQuoted: boolean } {
  const isQuoted = isQuote(reader.peek());
  return { text: isQuoted ? reader.quoted() : reader.word(), isQuoted };
}

/** A path with plain slashes and no empty steps, as the registry keeps it. */
function cleanPath(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const steps = slashes.split('/').filter((step) => step !== '' && step !== '.');
  const root = slashes.startsWith('/') ? '/' : '';
  return root + steps.join('/') || '.';
}

function readSyntax(
  reader: SourceReader,
  place: SourcePlace,
  { isFirst, before }: { isFirst: boolean; before: Syntax },
): Syntax {
  if (before !== undefined) throw reader.unexpected('too many syntax definitions', place);
  reader.require('=');
  if (!isFirst) {
    const why = "'syntax' element must be the first declaration in a file";
    throw reader.unexpected(why, place);
  }
  const syntax = reader.quoted();
  if (syntax !== 'proto2' && syntax !== 'proto3')
    throw reader.unexpected(`unexpected syntax: ${syntax}`, place);
  reader.require(';');
  return syntax;
}

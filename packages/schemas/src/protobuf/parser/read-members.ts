import type {
  ProtoExtensionRange,
  ProtoField,
  ProtoGroup,
  ProtoOneof,
  ProtoOption,
  ProtoRange,
  ProtoReserved,
} from '../model.ts';
import type { SourcePlace } from './cursor.ts';
import { MAX_DEPTH, refuseNesting } from './limits.ts';
import { readOption, readOptions } from './read-option.ts';
import { isQuote } from './read-quoted.ts';
import type { SourceReader } from './source-reader.ts';
import { specialLast } from './special-options.ts';

type Label = 'optional' | 'required' | 'repeated';
type Syntax = 'proto2' | 'proto3' | undefined;

/** A field or a group, of which the first word is read. */
export type FieldOrGroup = { field: ProtoField } | { group: ProtoGroup };

/** How a type is written: of a map, its keys and its values. */
interface WrittenType {
  type: string;
  mapKey: string | undefined;
}

/** Reads a field or group of a message, a group or an `extend`. */
export function readFieldOrGroup(
  reader: SourceReader,
  word: string,
  { syntax, place, doc }: { syntax: Syntax; place: SourcePlace; doc: string },
): FieldOrGroup {
  const label = asLabel(word);
  if (label === 'required' && syntax === 'proto3') {
    throw reader.unexpected("'required' label forbidden in proto3 field declarations", place);
  }
  const isMap = label === undefined && word === 'map' && reader.peek() === '<';
  if (label === undefined && syntax !== 'proto3' && !isMap)
    throw reader.unexpected(`unexpected label: ${word}`, place);
  const written = readType(reader, label === undefined ? word : reader.word());
  if (written.mapKey !== undefined && label !== undefined)
    throw reader.unexpected("'map' type cannot have label", place);
  return written.type === 'group' && written.mapKey === undefined
    ? { group: readGroup(reader, syntax, label, doc) }
    : { field: reader.at(place, readField(reader, label, written, doc)) };
}

function asLabel(word: string): Label | undefined {
  return word === 'optional' || word === 'required' || word === 'repeated' ? word : undefined;
}

/** The rest of a type whose first word is read. */
function readType(reader: SourceReader, word: string, depth = 0): WrittenType {
  if (word !== 'map') return { type: word, mapKey: undefined };
  if (depth > MAX_DEPTH) throw refuseNesting('types');
  expect(reader, '<');
  const mapKey = nestedType(reader, depth + 1);
  expect(reader, ',');
  const type = nestedType(reader, depth + 1);
  expect(reader, '>');
  return { type, mapKey };
}

function expect(reader: SourceReader, character: string): void {
  if (reader.take() !== character) throw reader.unexpected(`expected '${character}'`);
}

/** Protobuf has no maps of maps, but the registry reads them. */
function nestedType(reader: SourceReader, depth: number): string {
  const { type, mapKey } = readType(reader, reader.word(), depth);
  return mapKey === undefined ? type : `map<${mapKey}, ${type}>`;
}

function readField(
  reader: SourceReader,
  label: Label | undefined,
  written: WrittenType,
  doc: string,
): ProtoField {
  const name = reader.name({ leadingDigit: 'refused' });
  reader.require('=');
  const number = reader.integer();
  const options = specialLast(
    readOptions(reader),
    written.mapKey === undefined ? written.type : 'map',
  );
  reader.require(';');
  return { label, ...written, name, number, options, doc: reader.trailingDocumentation(doc) };
}

function readGroup(
  reader: SourceReader,
  syntax: Syntax,
  label: Label | undefined,
  doc: string,
): ProtoGroup {
  const name = reader.word();
  reader.require('=');
  const number = reader.integer();
  reader.require('{');
  const fields: ProtoField[] = [];
  for (;;) {
    const fieldDoc = reader.documentation();
    if (reader.takeIf('}')) return { label, name, number, fields, options: [], doc };
    const place = reader.place();
    const read = readFieldOrGroup(reader, reader.word(), { syntax, place, doc: fieldDoc });
    if (!('field' in read)) throw reader.unexpected('expected field declaration, was a group');
    fields.push(read.field);
  }
}

/** Reads a `oneof`, of which that word is read. */
export function readOneof(reader: SourceReader, syntax: Syntax, doc: string): ProtoOneof {
  const name = reader.name();
  const fields: ProtoField[] = [];
  const groups: ProtoGroup[] = [];
  const options: ProtoOption[] = [];
  reader.require('{');
  for (;;) {
    const memberDoc = reader.documentation();
    if (reader.takeIf('}')) return { name, fields, groups, options, doc };
    const place = reader.place();
    const written = readType(reader, reader.word());
    if (written.type === 'group' && written.mapKey === undefined) {
      groups.push(readGroup(reader, syntax, undefined, memberDoc));
    } else if (written.type === 'option' && written.mapKey === undefined) {
      options.push(readOption(reader));
      reader.require(';');
    } else {
      fields.push(reader.at(place, readField(reader, undefined, written, memberDoc)));
    }
  }
}

/** Reads a `reserved`, of which that word is read. */
export function readReserved(reader: SourceReader, place: SourcePlace, doc: string): ProtoReserved {
  const values: (string | number | ProtoRange)[] = [];
  for (;;) {
    if (isQuote(reader.peek())) values.push(reader.quoted());
    else values.push(readNumbers(reader, ',;', place, "expected ',', ';', or 'to'"));
    if (endsList(reader)) break;
  }
  return { values, doc: reader.trailingDocumentation(doc) };
}

/** Reads an `extensions`, of which that word is read. */
export function readExtensionRange(
  reader: SourceReader,
  place: SourcePlace,
  doc: string,
): ProtoExtensionRange {
  const values: (number | ProtoRange)[] = [];
  for (;;) {
    values.push(readNumbers(reader, ',;[', place, "expected ',', ';', '[' or 'to'"));
    if (reader.peek() === '[') {
      const options = readOptions(reader);
      reader.require(';');
      return { values, options, doc };
    }
    if (endsList(reader)) return { values, options: [], doc };
  }
}

/** A number or a range of numbers; `ends` are the characters that may follow a single one. */
function readNumbers(
  reader: SourceReader,
  ends: string,
  place: SourcePlace,
  expected: string,
): number | ProtoRange {
  const from = reader.integer();
  if (ends.includes(reader.peek())) return from;
  if (reader.word() !== 'to') throw reader.unexpected(expected, place);
  return { from, to: reader.lastNumber() };
}

function endsList(reader: SourceReader): boolean {
  const next = reader.take();
  if (next !== ';' && next !== ',') throw reader.unexpected("expected ',' or ';'");
  return next === ';';
}

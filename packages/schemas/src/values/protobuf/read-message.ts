import { fieldLayout, passOver } from './field-layout.ts';
import type { FieldShape, ValueType } from './message-shape.ts';
import { typeName } from './message-shape.ts';
import type { MessageState, Reading, ValueState } from './message-state.ts';
import { fieldState, isMessageState, newMessageState, setField } from './message-state.ts';
import { readEntry, UNKNOWN } from './read-entry.ts';
import { lowestBits, readScalar } from './read-scalar.ts';
import type { Scalar } from './scalar-types.ts';
import { skipUnknown } from './skip-unknown.ts';
import { countStep, descend, enterSized, readVarint, tellBytes } from './wire-reader.ts';
import type { Tag } from './wire-tag.ts';
import { readTag, tellStrayEnd } from './wire-tag.ts';

/**
 * Reads fields into a message until its end: the last of a value counts, messages are merged, lists
 * and maps grow, of a oneof the last member stays.
 *
 * @param group the number of the group that is read, which its end has to repeat
 * @returns false, with a problem, where the bytes are no such message
 */
export function readMessage(reading: Reading, into: MessageState, group?: number): boolean {
  const { reader } = reading;
  while (reader.position < reader.end) {
    const tag = readTag(reader);
    if (tag === undefined) return false;
    if (tag.wireType === 4) {
      return tag.number === group || tellStrayEnd(reader, tag);
    }
    const field = into.shape.byNumber.get(tag.number);
    const read =
      field === undefined ? skipUnknown(reader, tag) : readField(reading, into, field, tag);
    if (!read) return false;
  }
  if (group === undefined) return true;
  tellBytes(reader, reader.end, {
    message: `The group ${group} has no end.`,
    expected: 'the end of the group',
    found: 'the end',
  });
  return false;
}

function readField(reading: Reading, into: MessageState, field: FieldShape, tag: Tag): boolean {
  const { reader } = reading;
  const { cardinality } = field;
  const wanted = fieldLayout(field);
  reader.path.push(field.jsonName);
  let read: boolean;
  if (tag.wireType !== wanted) {
    const isPacked =
      cardinality === 'repeated' && tag.wireType === 2 && wanted !== 2 && wanted !== 3;
    read = isPacked ? readPacked(reading, into, field) : passOver(reader, field, tag, wanted);
  } else if (cardinality === 'map') read = readEntry(reading, mapOf(into, field), field, readValue);
  else if (cardinality === 'repeated') read = readElement(reading, listOf(into, field), field);
  else read = readSingular(reading, into, field);
  reader.path.pop();
  return read;
}

function readSingular(reading: Reading, into: MessageState, field: FieldShape): boolean {
  const before = fieldState(into, field);
  const known = isMessageState(before) ? before : undefined;
  const value = readValue(reading, field.type, field.number, known);
  if (value !== undefined && value !== UNKNOWN) setField(into, field, value);
  return value !== undefined;
}

function readElement(reading: Reading, list: ValueState[], field: FieldShape): boolean {
  reading.reader.path.push(list.length);
  const value = readValue(reading, field.type, field.number, undefined);
  reading.reader.path.pop();
  if (value !== undefined && value !== UNKNOWN) list.push(value);
  return value !== undefined;
}

function readPacked(reading: Reading, into: MessageState, field: FieldShape): boolean {
  const { reader } = reading;
  const outerEnd = enterSized(reader, `a packed list of ${typeName(field.type)}`);
  if (outerEnd === undefined) return false;
  const list = listOf(into, field);
  while (reader.position < reader.end) {
    if (!readElement(reading, list, field)) return false;
  }
  reader.end = outerEnd;
  return true;
}

function listOf(into: MessageState, field: FieldShape): ValueState[] {
  const known = fieldState(into, field);
  if (Array.isArray(known)) return known;
  const list: ValueState[] = [];
  setField(into, field, list);
  return list;
}

function mapOf(into: MessageState, field: FieldShape): Map<Scalar, ValueState> {
  const known = fieldState(into, field);
  if (known instanceof Map) return known;
  const map = new Map<Scalar, ValueState>();
  setField(into, field, map);
  return map;
}

function readValue(
  reading: Reading,
  type: ValueType,
  number: number,
  known: MessageState | undefined,
): ValueState | typeof UNKNOWN | undefined {
  const { reader } = reading;
  if (!countStep(reader)) return undefined;
  if (type.kind === 'scalar') return readScalar(reader, type.scalar);
  if (type.kind === 'enum') {
    const value = readVarint(reader, 'a value of an enum');
    if (value === undefined) return undefined;
    const constant = lowestBits(value);
    return type.enum.isClosed && !type.enum.names.has(constant) ? UNKNOWN : constant;
  }
  if (!descend(reader)) return undefined;
  const message = readInner(reading, type, number, known);
  reader.depth -= 1;
  return message;
}

function readInner(
  reading: Reading,
  type: Extract<ValueType, { kind: 'message' | 'group' }>,
  number: number,
  known: MessageState | undefined,
): MessageState | undefined {
  const { shapes, reader } = reading;
  const outerEnd = type.kind === 'group' ? reader.end : enterSized(reader, 'a message');
  if (outerEnd === undefined) return undefined;
  const message = known ?? newMessageState(shapes.of(type), reader.position);
  const read = readMessage(reading, message, type.kind === 'group' ? number : undefined);
  reader.end = outerEnd;
  return read ? message : undefined;
}

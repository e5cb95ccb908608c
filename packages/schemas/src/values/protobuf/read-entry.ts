import { passOver, valueLayout } from './field-layout.ts';
import type { FieldShape, ValueType } from './message-shape.ts';
import type { MessageState, Reading, ValueState } from './message-state.ts';
import { isMessageState, newMessageState } from './message-state.ts';
import type { Scalar, ScalarType } from './scalar-types.ts';
import { skipUnknown } from './skip-unknown.ts';
import { descend, enterSized } from './wire-reader.ts';
import type { Tag } from './wire-tag.ts';
import { readTag } from './wire-tag.ts';

/** Stands for a value that counts as an unknown field: a number that is none of a closed enum. */
export const UNKNOWN = Symbol('unknown');

/** Reads a value without its tag; undefined after a problem. */
export type ReadValue = (
  reading: Reading,
  type: ValueType,
  number: number,
  known: MessageState | undefined,
) => ValueState | typeof UNKNOWN | undefined;

/** An entry of a map. */
interface Entry {
  key: Scalar;
  value: ValueState | typeof UNKNOWN | undefined;
}

/**
 * Reads an entry of a map into the map: a message with the key as field 1 and the value as field 2.
 *
 * @returns false after a problem
 */
export function readEntry(
  reading: Reading,
  into: Map<Scalar, ValueState>,
  field: FieldShape,
  readValue: ReadValue,
): boolean {
  const { reader } = reading;
  const steps = reader.path.length;
  const entry: Entry = { key: zeroOf(field.mapKey ?? 'string'), value: undefined };
  if (!descend(reader)) return false;
  const outerEnd = enterSized(reader, 'an entry of a map');
  if (outerEnd === undefined) return false;
  while (reader.position < reader.end) {
    const tag = readTag(reader);
    if (tag === undefined || !readPart(reading, entry, field, tag, readValue)) return false;
    if (tag.number !== 1) continue;
    reader.path.length = steps;
    reader.path.push(String(entry.key));
  }
  reader.end = outerEnd;
  reader.depth -= 1;
  reader.path.length = steps;
  const value = entry.value ?? absentValue(reading, field.type);
  if (value !== UNKNOWN) into.set(entry.key, value);
  return true;
}

function readPart(
  reading: Reading,
  entry: Entry,
  field: FieldShape,
  tag: Tag,
  readValue: ReadValue,
): boolean {
  const { reader } = reading;
  if (tag.number !== 1 && tag.number !== 2) return skipUnknown(reader, tag);
  const isKey = tag.number === 1;
  const type: ValueType = isKey ? { kind: 'scalar', scalar: field.mapKey ?? 'string' } : field.type;
  const wanted = valueLayout(type);
  if (tag.wireType !== wanted) return passOver(reader, field, tag, wanted);
  const before = typeof entry.value === 'symbol' ? undefined : entry.value;
  const read = readValue(reading, type, tag.number, isMessageState(before) ? before : undefined);
  if (read === undefined) return false;
  if (!isKey) entry.value = read;
  else if (read !== UNKNOWN && !isMessageState(read)) entry.key = read;
  return true;
}

function absentValue({ shapes, reader }: Reading, type: ValueType): ValueState {
  if (type.kind === 'scalar') return zeroOf(type.scalar);
  if (type.kind === 'enum') return type.enum.names.keys().next().value ?? 0;
  return newMessageState(shapes.of(type), reader.position);
}

function zeroOf(type: ScalarType): Scalar {
  if (type === 'string') return '';
  if (type === 'bytes') return new Uint8Array(0);
  return type === 'bool' ? false : 0;
}

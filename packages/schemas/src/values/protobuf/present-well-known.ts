import { Buffer } from 'node:buffer';
import { setMember } from '../plain-value.ts';
import { quote } from '../value-problem.ts';
import { camelCase, snakeCase } from './json-names.ts';
import type { FieldShape, WellKnownType } from './message-shape.ts';
import type { FieldState, MessageState, Reading } from './message-state.ts';
import { fieldState, fieldStates, newMessageState } from './message-state.ts';
import { packedName } from './packed-name.ts';
import { readMessage } from './read-message.ts';
import { printDuration, printTimestamp } from './time-text.ts';
import { descend, tellBytes } from './wire-reader.ts';

/** How the other messages are shown. */
interface Presenters {
  presentField(field: FieldShape, value: FieldState, reading: Reading): unknown;
  presentMessage(state: MessageState, reading: Reading): unknown;
}

/**
 * Shows a message in the form of its own that ProtoJSON gives it.
 *
 * @returns undefined, with a problem, where it has none
 */
export function presentWellKnown(
  type: WellKnownType,
  state: MessageState,
  reading: Reading,
  presenters: Presenters,
): unknown {
  switch (type) {
    case 'Any':
      return presentAny(state, reading, presenters);
    case 'Duration': {
      const text = printDuration(numberAt(state, 1), numberAt(state, 2));
      return text ?? tellRange(state, reading, 'less than 10000 years, with nanos of its sign');
    }
    case 'Timestamp': {
      const text = printTimestamp(numberAt(state, 1), numberAt(state, 2));
      return text ?? tellRange(state, reading, 'a moment of the years 1 to 9999');
    }
    case 'FieldMask':
      return presentFieldMask(state, reading);
    case 'ListValue':
      return presentOnly(state, [], reading, presenters);
    case 'Struct':
      return presentOnly(state, {}, reading, presenters);
    case 'Value':
      return presentAnyValue(state, reading, presenters);
    case 'wrapper':
      return presentWrapped(state, reading, presenters);
  }
}

function presentOnly(
  state: MessageState,
  absent: unknown,
  reading: Reading,
  { presentField }: Presenters,
): unknown {
  const [first] = fieldStates(state);
  return first === undefined ? absent : presentField(...first, reading);
}

function presentAnyValue(state: MessageState, reading: Reading, presenters: Presenters): unknown {
  const number = fieldAt(state, 2);
  if (typeof number !== 'number' || Number.isFinite(number)) {
    return presentOnly(state, null, reading, presenters);
  }
  return tellBytes(reading.reader, state.offset, {
    message: `The number of the google.protobuf.Value at offset ${state.offset} is ${number}, which JSON does not have.`,
    expected: 'a finite number',
    found: String(number),
  });
}

function presentWrapped(state: MessageState, reading: Reading, presenters: Presenters): unknown {
  const scalar = state.shape.fields[0]?.type;
  const kind = scalar?.kind === 'scalar' ? scalar.scalar : 'bytes';
  const absent = kind === 'bool' ? false : kind === 'string' || kind === 'bytes' ? '' : 0;
  return presentOnly(state, absent, reading, presenters);
}

function presentFieldMask(state: MessageState, { reader }: Reading): string | undefined {
  const paths = fieldAt(state, 1);
  const written = Array.isArray(paths) ? paths.map(String) : [];
  const lossy = written.find((path) => path.includes(',') || snakeCase(camelCase(path)) !== path);
  if (lossy === undefined) return written.map(camelCase).join();
  return tellBytes(reader, state.offset, {
    message: `The path ${quote(lossy)} of the google.protobuf.FieldMask at offset ${state.offset} has no form in ProtoJSON.`,
    expected: 'paths in lower_snake_case',
    found: quote(lossy),
  });
}

/** Shows what is packed in; as base64 where the schema does not know its type. */
function presentAny(state: MessageState, reading: Reading, presenters: Presenters): unknown {
  const { shapes, reader } = reading;
  const url = fieldAt(state, 1);
  const packed = fieldAt(state, 2);
  const bytes = packed instanceof Uint8Array ? packed : new Uint8Array(0);
  const members: Record<string, unknown> = {};
  if (typeof url === 'string') members['@type'] = url;
  const shape = typeof url === 'string' ? shapes.find(packedName(url)) : undefined;
  if (shape === undefined) {
    if (url === undefined) return bytes.length === 0 ? members : tellUntyped(state, reading);
    members['value'] = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
    return members;
  }
  if (!descend(reader)) return undefined;
  const start = bytes.length === 0 ? 0 : bytes.byteOffset - reader.bytes.byteOffset;
  const inner = newMessageState(shape, start);
  reader.position = start;
  reader.end = start + bytes.length;
  const shown = readMessage(reading, inner) ? presenters.presentMessage(inner, reading) : undefined;
  reader.depth -= 1;
  if (shown === undefined) return undefined;
  if (shape.wellKnown !== undefined) members['value'] = shown;
  else for (const [name, member] of Object.entries(Object(shown))) setMember(members, name, member);
  return members;
}

function tellUntyped({ offset }: MessageState, { reader }: Reading): undefined {
  return tellBytes(reader, offset, {
    message: `The google.protobuf.Any at offset ${offset} holds bytes, but no type URL that says of what.`,
    expected: 'a type URL',
    found: 'nothing',
  });
}

function tellRange({ shape, offset }: MessageState, { reader }: Reading, expected: string) {
  return tellBytes(reader, offset, {
    message: `The ${shape.fullName} at offset ${offset} is none: it has to be ${expected}.`,
    expected,
    found: 'another number',
  });
}

function fieldAt(state: MessageState, number: number): FieldState | undefined {
  const field = state.shape.byNumber.get(number);
  return field === undefined ? undefined : fieldState(state, field);
}

function numberAt(state: MessageState, number: number): number {
  return Number(fieldAt(state, number) ?? 0);
}

import { Buffer } from 'node:buffer';
import { setMember } from '../plain-value.ts';
import type { FieldShape, ValueType } from './message-shape.ts';
import type { FieldState, MessageState, Reading, ValueState } from './message-state.ts';
import { fieldState, fieldStates, isMessageState } from './message-state.ts';
import { presentWellKnown } from './present-well-known.ts';
import { tellBytes } from './wire-reader.ts';

/**
 * Shows a message that was read as ProtoJSON has it: by JSON names, enums by their names, bytes in
 * base64; 64-bit integers as numbers up to 2^53 and as bigints beyond.
 *
 * @returns undefined, with a problem, where a required field is missing or a well-known message
 *   holds what it may not
 */
export function presentMessage(state: MessageState, reading: Reading): unknown {
  const { shape } = state;
  const missing = shape.required.find((field) => fieldState(state, field) === undefined);
  if (missing !== undefined) return tellMissing(state, missing, reading);
  if (shape.wellKnown !== undefined) {
    return presentWellKnown(shape.wellKnown, state, reading, { presentField, presentMessage });
  }
  const members: Record<string, unknown> = {};
  for (const [field, value] of fieldStates(state)) {
    reading.reader.path.push(field.jsonName);
    const shown = presentField(field, value, reading);
    reading.reader.path.pop();
    if (shown === undefined) return undefined;
    setMember(members, field.jsonName, shown);
  }
  return members;
}

/** Shows what a field holds. */
function presentField({ type }: FieldShape, value: FieldState, reading: Reading): unknown {
  if (Array.isArray(value)) return presentAll(type, value.entries(), [], reading);
  if (!(value instanceof Map)) return presentValue(type, value, reading);
  reading.reader.depth += 1;
  const shown = presentAll(type, value, {}, reading);
  reading.reader.depth -= 1;
  return shown;
}

/** Shows the elements of a list or the entries of a map. */
function presentAll(
  type: ValueType,
  entries: Iterable<readonly [unknown, ValueState]>,
  shown: unknown[] | Record<string, unknown>,
  reading: Reading,
): unknown {
  for (const [key, value] of entries) {
    const step = String(key);
    reading.reader.path.push(step);
    const one = presentValue(type, value, reading);
    reading.reader.path.pop();
    if (one === undefined) return undefined;
    if (Array.isArray(shown)) shown.push(one);
    else setMember(shown, step, one);
  }
  return shown;
}

function presentValue(type: ValueType, value: ValueState, reading: Reading): unknown {
  if (isMessageState(value)) {
    reading.reader.depth += 1;
    const shown = presentMessage(value, reading);
    reading.reader.depth -= 1;
    return shown;
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  }
  if (type.kind !== 'enum' || typeof value !== 'number') return value;
  if (type.enum.fullName === 'google.protobuf.NullValue') return null;
  return type.enum.names.get(value) ?? value;
}

function tellMissing(
  { shape, offset }: MessageState,
  { name, jsonName }: FieldShape,
  { reader }: Reading,
): undefined {
  reader.path.push(jsonName);
  return tellBytes(reader, offset, {
    message: `The message ${shape.fullName} at offset ${offset} needs its field ${name}: it is required.`,
    expected: `the field ${name}`,
    found: 'nothing',
  });
}

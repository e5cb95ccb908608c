import type { Buffer } from 'node:buffer';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { requireSameType } from '../../require-same-type.ts';
import { refuseValue } from '../refuse-value.ts';
import type { DecodeValueOptions } from '../value-options.ts';
import type { ValueProblem } from '../value-problem.ts';
import { readerMessage } from './choose-message.ts';
import { locateMessage } from './locate-message.ts';
import { messageShapes } from './message-shapes.ts';
import { newMessageState } from './message-state.ts';
import { presentMessage } from './present-message.ts';
import { readMessage } from './read-message.ts';
import { newWireReader } from './wire-reader.ts';

/** Decodes a message in Protobuf's binary encoding to what ProtoJSON has. */
export function decodeProtobufValue(
  schema: ProtobufSchema,
  bytes: Uint8Array,
  options: DecodeValueOptions,
): unknown {
  const located = locateMessage(schema, bytes, options);
  if ('problem' in located) throw refuseValue([located.problem]);
  const { start, message, bytes: buffer } = located;
  const written = readWhole(schema, message.fullName, buffer, start, false);
  if ('problem' in written) throw refuseValue([written.problem]);
  if (options.readerSchema === undefined) return written.value;
  const reader = requireSameType(options.readerSchema, schema);
  const { fullName } = readerMessage(reader, schema, message);
  const read = readWhole(reader, fullName, buffer, start, true);
  if ('problem' in read) throw refuseValue([read.problem]);
  return read.value;
}

/**
 * Reads bytes as a message, to their end.
 *
 * @param isLenient whether fields that are laid out otherwise are passed over, as those of another
 *   schema may be
 * @returns what ProtoJSON has, or the first problem
 * @throws SchemaError `invalid_schema` where the type of a field is unknown
 */
export function readWhole(
  schema: ProtobufSchema,
  fullName: string,
  bytes: Buffer,
  start: number,
  isLenient: boolean,
): { readonly value: unknown } | { readonly problem: ValueProblem } {
  const shapes = messageShapes(schema);
  const reader = newWireReader(bytes, start, isLenient);
  const reading = { shapes, reader };
  const state = newMessageState(shapes.of({ fullName }), start);
  const value = readMessage(reading, state) ? presentMessage(state, reading) : undefined;
  return reader.problem === undefined ? { value } : { problem: reader.problem };
}

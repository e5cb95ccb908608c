import type { ProtobufSchema } from '../../parsed-schema.ts';
import { refuseValue } from '../refuse-value.ts';
import type { EncodeValueOptions } from '../value-options.ts';
import { chooseMessage } from './choose-message.ts';
import { newFit } from './fit.ts';
import { fitMessage } from './fit-message.ts';
import { messageIndexBytes } from './message-indexes.ts';
import { messageShapes } from './message-shapes.ts';
import { writeBytes, writtenBytes } from './wire-writer.ts';

const MOST_PROBLEMS = 20;

/** Encodes a message in Protobuf's binary encoding; with a schema's id its message indexes come first. */
export function encodeProtobufValue(
  schema: ProtobufSchema,
  value: unknown,
  { schemaId, messageType }: EncodeValueOptions,
): Uint8Array {
  const { fullName, indexes } = chooseMessage(schema, messageType);
  const shapes = messageShapes(schema);
  const fit = newFit(shapes, MOST_PROBLEMS);
  if (schemaId !== undefined) writeBytes(fit.writer, messageIndexBytes(indexes));
  const fits = fitMessage(shapes.of({ fullName }), value, fit);
  if (!fits) throw refuseValue(fit.problems);
  return writtenBytes(fit.writer);
}

import { Buffer } from 'node:buffer';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { missingPrefix } from '../missing-prefix.ts';
import type { CheckValueOptions, DecodeValueOptions } from '../value-options.ts';
import type { ValueProblem } from '../value-problem.ts';
import { PREFIX_LENGTH, readWirePrefix } from '../wire-prefix.ts';
import { chooseMessage } from './choose-message.ts';
import type { PlacedMessage } from './message-indexes.ts';
import { readMessageIndexes } from './message-indexes.ts';
import { newWireReader } from './wire-reader.ts';

/** Which message some bytes are, and where it begins. */
export interface LocatedMessage {
  readonly bytes: Buffer;
  /** Where the message begins. */
  readonly start: number;
  readonly message: PlacedMessage;
  /** That of the prefix, if there is one. */
  readonly schemaId: number | undefined;
}

/**
 * Reads what stands before a message: the prefix of a registry and the message indexes.
 *
 * @returns a problem where it is none
 * @throws SchemaError `invalid_schema` and `invalid_value`, see `chooseMessage`
 */
export function locateMessage(
  schema: ProtobufSchema,
  bytes: Uint8Array,
  { wirePrefix = 'optional', messageType }: CheckValueOptions | DecodeValueOptions,
): LocatedMessage | { readonly problem: ValueProblem; readonly schemaId: number | undefined } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chosen = chooseMessage(schema, messageType);
  // A message without a prefix never begins with a zero byte, as no field has the number 0.
  const prefix = wirePrefix === 'none' ? undefined : readWirePrefix(bytes);
  if (prefix === undefined) {
    if (wirePrefix === 'required') return { problem: missingPrefix(bytes), schemaId: undefined };
    return { bytes: buffer, start: 0, message: chosen, schemaId: undefined };
  }
  const { schemaId } = prefix;
  const reader = newWireReader(buffer, PREFIX_LENGTH, false);
  const found = readMessageIndexes(schema, reader, messageType === undefined ? undefined : chosen);
  if (reader.problem !== undefined) return { problem: reader.problem, schemaId };
  return { bytes: buffer, start: reader.position, message: found ?? chosen, schemaId };
}

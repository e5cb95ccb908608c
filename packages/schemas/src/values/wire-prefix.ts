import { Buffer } from 'node:buffer';
import { SchemaError } from '../schema-error.ts';

/** How long the prefix is. */
export const PREFIX_LENGTH = 5;

/** A message with the id of its schema before it. */
export interface PrefixedMessage {
  schemaId: number;
  /** What follows the prefix; it shares memory with the message. */
  payload: Uint8Array;
}

/**
 * Splits a message as Confluent's serializers write it: a zero byte, the id of the schema in four
 * bytes, the value.
 *
 * @returns undefined where the bytes do not begin with such a prefix
 */
export function readWirePrefix(bytes: Uint8Array): PrefixedMessage | undefined {
  if (bytes.length < PREFIX_LENGTH || bytes[0] !== 0) return undefined;
  const schemaId = Buffer.from(bytes.buffer, bytes.byteOffset, PREFIX_LENGTH).readUInt32BE(1);
  return { schemaId, payload: bytes.subarray(PREFIX_LENGTH) };
}

/**
 * The prefix for a message of the schema with this id.
 *
 * @throws SchemaError `invalid_value` where it is no id
 */
export function wirePrefix(schemaId: number): Uint8Array {
  if (!Number.isInteger(schemaId) || schemaId < 0 || schemaId >= 2 ** 31) {
    const details = `A schema id is a whole number from 0 to 2147483647, not ${schemaId}`;
    throw new SchemaError(`${details}.`, { code: 'invalid_value', details });
  }
  const prefix = Buffer.alloc(PREFIX_LENGTH);
  prefix.writeUInt32BE(schemaId, 1);
  return prefix;
}

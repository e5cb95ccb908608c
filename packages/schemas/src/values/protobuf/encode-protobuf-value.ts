import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { EncodeValueOptions } from '../encode-value.ts';

export function encodeProtobufValue(
  _schema: ProtobufSchema,
  _value: unknown,
  _options: EncodeValueOptions,
): Uint8Array {
  throw notKnownYet('The messages');
}

import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { DecodeValueOptions } from '../decode-value.ts';

export function decodeProtobufValue(
  _schema: ProtobufSchema,
  _bytes: Uint8Array,
  _options: DecodeValueOptions,
): unknown {
  throw notKnownYet('The messages');
}

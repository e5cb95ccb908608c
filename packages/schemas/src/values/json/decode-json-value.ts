import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { DecodeValueOptions } from '../decode-value.ts';

export function decodeJsonValue(
  _schema: JsonSchema,
  _bytes: Uint8Array,
  _options: DecodeValueOptions,
): unknown {
  throw notKnownYet('The messages');
}

import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { EncodeValueOptions } from '../encode-value.ts';

export function encodeJsonValue(
  _schema: JsonSchema,
  _value: unknown,
  _options: EncodeValueOptions,
): Uint8Array {
  throw notKnownYet('The messages');
}

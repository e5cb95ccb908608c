import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { CheckValueOptions, ValueCheck } from '../check-value.ts';

export function checkProtobufValue(
  _schema: ProtobufSchema,
  _value: unknown,
  _options: CheckValueOptions,
): ValueCheck {
  throw notKnownYet('The messages');
}

import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { CheckValueOptions, ValueCheck } from '../check-value.ts';

export function checkJsonValue(
  _schema: JsonSchema,
  _value: unknown,
  _options: CheckValueOptions,
): ValueCheck {
  throw notKnownYet('The messages');
}

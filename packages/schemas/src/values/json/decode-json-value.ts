import type { JsonSchema } from '../../parsed-schema.ts';
import { requireSameType } from '../../require-same-type.ts';
import { refuseValue } from '../refuse-value.ts';
import type { DecodeValueOptions } from '../value-options.ts';
import { checkJsonValue } from './check-json-value.ts';
import { readMessage } from './read-message.ts';

/** Decodes a message in JSON; it has to fit the writer's schema, and the reader's if there is one. */
export function decodeJsonValue(
  schema: JsonSchema,
  bytes: Uint8Array,
  { readerSchema, wirePrefix }: DecodeValueOptions,
): unknown {
  const message = readMessage(bytes, wirePrefix);
  if ('problem' in message) throw refuseValue([message.problem]);
  const readers = readerSchema === undefined ? [] : [requireSameType(readerSchema, schema)];
  for (const each of [schema, ...readers]) {
    const check = checkJsonValue(each, message.value, {});
    if (!check.valid) throw refuseValue(check.problems);
  }
  return message.value;
}

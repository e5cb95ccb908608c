import { Buffer } from 'node:buffer';
import type { JsonSchema } from '../../parsed-schema.ts';
import { refuseValue } from '../refuse-value.ts';
import type { EncodeValueOptions } from '../value-options.ts';
import { printValue } from '../value-text.ts';
import { checkJsonValue } from './check-json-value.ts';

/** Encodes a message as JSON in UTF-8, without a prefix. */
export function encodeJsonValue(
  schema: JsonSchema,
  value: unknown,
  _options: EncodeValueOptions,
): Uint8Array {
  // Bytes would be read as a message that is encoded already.
  const check = checkJsonValue(schema, value instanceof Uint8Array ? undefined : value, {});
  if (!check.valid) throw refuseValue(check.problems);
  return Buffer.from(printValue(value).replace(/\p{Surrogate}/gu, escapeHalf), 'utf8');
}

/** Half of a surrogate pair has no UTF-8, but JSON has an escape for it. */
function escapeHalf(half: string): string {
  return `\\u${half.charCodeAt(0).toString(16)}`;
}

import type { JsonSchema } from '../../parsed-schema.ts';
import type { CheckValueOptions, ValueCheck } from '../value-options.ts';
import { findProblems } from './check-parts.ts';
import { readMessage } from './read-message.ts';
import { schemaParts } from './schema-parts.ts';

const DEFAULT_PROBLEMS = 20;

/** Checks a message against a JSON Schema. */
export function checkJsonValue(
  schema: JsonSchema,
  value: unknown,
  { maxProblems = DEFAULT_PROBLEMS, wirePrefix }: CheckValueOptions,
): ValueCheck {
  const limit = Math.max(1, maxProblems);
  if (!(value instanceof Uint8Array)) return check(schema, value, limit);
  const message = readMessage(value, wirePrefix);
  const { schemaId } = message;
  const found: ValueCheck =
    'problem' in message
      ? { valid: false, problems: [message.problem] }
      : check(schema, message.value, limit);
  return schemaId === undefined ? found : { ...found, schemaId };
}

function check(schema: JsonSchema, value: unknown, limit: number): ValueCheck {
  const problems = findProblems(schemaParts(schema).root, value, limit);
  return problems.length === 0 ? { valid: true } : { valid: false, problems };
}

import type { CompatibilityPolicy } from '../../compatibility/difference.ts';
import { compareJsonSchemas } from '../../json/difference/compare-json-schemas.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import type { JsonSchema, JsonSchemaDraft } from '../../parsed-schema.ts';
import { isSchemaError } from '../../schema-error.ts';
import type { AcceptingLevel } from '../dangerous-change.ts';

/** Whether a registry takes the newer schema for the older one, and the older for the newer. */
export interface Acceptance {
  readonly backward: boolean;
  readonly forward: boolean;
}

/** The levels, by which of the two schemas can read the other's data. */
export function levelsFor({ backward, forward }: Acceptance): AcceptingLevel[] {
  if (backward && forward) return ['BACKWARD', 'FORWARD', 'FULL'];
  return backward ? ['BACKWARD'] : forward ? ['FORWARD'] : [];
}

/**
 * Asks of pairs of schemas what a registry takes, each pair once.
 *
 * @returns that nothing is taken where the schemas are too large to compare
 */
export function acceptanceFinder(
  draft: JsonSchemaDraft,
  policy: CompatibilityPolicy,
): (before: JsonValue, after: JsonValue) => Acceptance {
  const known = new Map<string, Acceptance>();
  return (before, after) => {
    const [old, next] = [madeSchema(before, draft), madeSchema(after, draft)];
    const key = `${old.text}\n${next.text}`;
    const found = known.get(key) ?? acceptance(old, next, policy);
    known.set(key, found);
    return found;
  };
}

/** Whether a registry takes one whole schema for another. */
export function acceptance(
  before: JsonSchema,
  after: JsonSchema,
  policy: CompatibilityPolicy,
): Acceptance {
  try {
    const [backward, forward] = (['backward', 'forward'] as const).map(
      (direction) => compareJsonSchemas(after, before, direction, policy).length === 0,
    );
    return { backward: backward === true, forward: forward === true };
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    return { backward: false, forward: false };
  }
}

/** A schema that was not read from a text. */
export function madeSchema(value: JsonValue, draft: JsonSchemaDraft): JsonSchema {
  const text = printLosslessJson(value);
  return { type: 'JSON', text, value, draft, references: [], validation: 'stored' };
}

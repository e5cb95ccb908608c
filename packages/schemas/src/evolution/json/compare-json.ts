import type { CompatibilityPolicy, Difference, Direction } from '../../compatibility/difference.ts';
import { compareJsonSchemas } from '../../json/difference/compare-json-schemas.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { isSchemaError } from '../../schema-error.ts';

/** Schemas that differ in more ways are other schemas, and no steps lead from one to the other. */
const MOST_DIFFERENCES = 500;

/** What keeps two JSON Schemas apart; undefined where they are too large or too different to compare. */
export function compareJson(
  next: JsonSchema,
  old: JsonSchema,
  directions: readonly Direction[],
  policy: CompatibilityPolicy,
): Difference[] | undefined {
  try {
    const differences = directions.flatMap((direction) =>
      compareJsonSchemas(next, old, direction, policy),
    );
    return differences.length <= MOST_DIFFERENCES ? differences : undefined;
  } catch (error) {
    if (isSchemaError(error, 'too_large')) return undefined;
    throw error;
  }
}

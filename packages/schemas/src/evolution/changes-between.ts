import type { CompatibilityPolicy } from '../compatibility/difference.ts';
import { findDangerousChanges } from '../dangerous-change/find-dangerous-changes.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import { diffSchemas } from '../structural-difference/diff-schemas.ts';
import type { ChangeSet } from './evolution-analysis.ts';

/** What changed from one schema to the next; where that cannot be told, why. */
export function changesBetween(
  before: ParsedSchema,
  after: ParsedSchema,
  policy: CompatibilityPolicy | undefined,
): ChangeSet {
  try {
    return {
      changes: diffSchemas(before, after),
      dangers: findDangerousChanges(before, after, policy === undefined ? {} : { policy }),
    };
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    return { changes: [], dangers: [], problem: error.message };
  }
}

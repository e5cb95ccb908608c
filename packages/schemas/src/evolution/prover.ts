import type { CompatibilityLevel } from '../compatibility/difference.ts';
import type { CompatibilityOptions, PreviousSchema } from '../compatibility.ts';
import { checkCompatibility } from '../compatibility.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import { isTransitive } from './level-verdicts.ts';
import { isSameSchema } from './same-schema.ts';

/** In characters of the schemas that are compared for one plan, with a long past more. */
const GREATEST_EFFORT = 4_000_000;
/** How often all of a long past may be compared. */
const MOST_OF_ALL = 4;

/** Asks the checker, and counts how much it has been asked. */
export interface Prover {
  readonly level: CompatibilityLevel;
  readonly options: CompatibilityOptions;
  /** Whether a schema may be registered after the earlier ones as a new version; false too where that cannot be told. */
  accepts(next: ParsedSchema, earlier: readonly PreviousSchema[]): boolean;
  /** Whether there was too much to ask. */
  isExhausted(): boolean;
}

/**
 * Starts to prove the steps of one plan.
 *
 * @param earlier what is registered
 */
export function createProver(
  level: CompatibilityLevel,
  earlier: readonly PreviousSchema[],
  options: CompatibilityOptions,
): Prover {
  const past = earlier.reduce((length, { schema }) => length + schema.text.length, 0);
  let left = Math.max(GREATEST_EFFORT, earlier.length > 10 ? past * 2 * MOST_OF_ALL : 0);
  return {
    level,
    options,
    accepts(next, before) {
      // What is there already gets no version of its own, so nothing could follow it.
      if (before.some(({ schema }) => isSameSchema(schema, next))) return false;
      const compared = isTransitive(level) ? before : before.slice(0, 1);
      for (const { schema } of compared) left -= schema.text.length + next.text.length;
      if (left < 0) return false;
      try {
        return checkCompatibility(next, before, level, options).compatible;
      } catch (error) {
        if (!isSchemaError(error, 'too_large')) throw error;
        // Schemas like these will be too large every time, and each time takes long.
        left = -1;
        return false;
      }
    },
    isExhausted: () => left < 0,
  };
}

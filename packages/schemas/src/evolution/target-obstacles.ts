import type { PreviousSchema } from '../compatibility.ts';
import { checkCompatibility } from '../compatibility.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import type { TargetObstacle } from './evolution-plan.ts';
import type { Prover } from './prover.ts';

/** Which of the versions that the level compares with a target does not fit, and why. */
export function targetObstacles(
  target: ParsedSchema,
  earlier: readonly PreviousSchema[],
  { level, options }: Prover,
): TargetObstacle[] {
  try {
    const { failures = [] } = checkCompatibility(target, earlier, level, {
      ...options,
      everyVersion: true,
    });
    return failures;
  } catch (error) {
    // Then it is too large to compare, and the message of the plan says that nothing was found.
    if (isSchemaError(error, 'too_large')) return [];
    throw error;
  }
}

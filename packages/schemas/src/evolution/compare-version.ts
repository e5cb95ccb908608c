import type { Direction } from '../compatibility/difference.ts';
import type { CompatibilityOptions, PreviousSchema } from '../compatibility.ts';
import { checkCompatibility } from '../compatibility.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import type { DirectionAnswer, VersionComparison } from './evolution-analysis.ts';

const LEVELS = { backward: 'BACKWARD', forward: 'FORWARD' } as const satisfies Record<
  Direction,
  string
>;

/** Whether a schema and an earlier one read each other's data. */
export function compareVersion(
  candidate: ParsedSchema,
  version: PreviousSchema,
  options: CompatibilityOptions,
): VersionComparison {
  return {
    version: version.version,
    backward: compareOneWay(candidate, version, 'backward', options),
    forward: compareOneWay(candidate, version, 'forward', options),
  };
}

/** Whether one of them reads the other's data. */
export function compareOneWay(
  candidate: ParsedSchema,
  version: PreviousSchema,
  direction: Direction,
  options: CompatibilityOptions,
): DirectionAnswer {
  try {
    const result = checkCompatibility(candidate, [version], LEVELS[direction], options);
    return { verdict: result.compatible ? 'accepted' : 'refused', differences: result.differences };
  } catch (error) {
    if (!isSchemaError(error, 'too_large')) throw error;
    return { verdict: 'unknown', differences: [], problem: error.message };
  }
}

import {
  type CompatibilityLevel,
  type CompatibilityOptions,
  checkCompatibility,
  type Direction,
  type ParsedSchema,
  type PreviousSchema,
} from '@srkit/schemas';

/** One thing that makes a schema incompatible. */
export interface CompatibilityReason {
  /** The earlier version that it does not fit. */
  readonly version: number;
  /** Where in the schema that reads. */
  readonly path: string;
  /** The registry's word for it. */
  readonly type: string;
  /** `backward`: the later schema cannot read the data of the earlier one; `forward`: the reverse. */
  readonly direction: Direction;
  readonly message: string;
}

/** Whether a schema may follow others, and why not. */
export interface CompatibilityVerdict {
  readonly compatible: boolean;
  /** At most a hundred. */
  readonly reasons: readonly CompatibilityReason[];
  readonly totalReasons: number;
}

const mostReasons = 100;

/**
 * Decides whether a schema may follow others.
 *
 * @param previous in any order; without `_TRANSITIVE` only the newest counts
 * @throws SchemaError `too_large` where the comparison would take too long
 */
export function judgeCompatibility(
  next: ParsedSchema,
  previous: readonly PreviousSchema[],
  level: CompatibilityLevel,
  options: CompatibilityOptions = {},
): CompatibilityVerdict {
  const { failures = [] } = checkCompatibility(next, previous, level, {
    ...options,
    everyVersion: true,
  });
  const reasons = failures.flatMap(({ version, differences }) =>
    differences.map(({ path, type, direction, message }) => ({
      ...{ version, path, type, message },
      // Of two types a registry says `backward`, whichever way it was asked.
      direction: level.startsWith('FORWARD') ? ('forward' as const) : direction,
    })),
  );
  return {
    compatible: failures.length === 0,
    reasons: reasons.slice(0, mostReasons),
    totalReasons: reasons.length,
  };
}

import type { CompatibilityLevel } from '../compatibility/difference.ts';
import { DIRECTIONS } from '../compatibility/difference.ts';
import type { VersionComparison } from './evolution-analysis.ts';
import type { EvolutionVerdict } from './evolution-verdict.ts';
import { allVerdicts } from './evolution-verdict.ts';

/**
 * What a level says, from the comparisons with each version.
 *
 * @param comparisons the newest first
 */
function levelVerdict(
  level: CompatibilityLevel,
  comparisons: readonly VersionComparison[],
): EvolutionVerdict {
  return allVerdicts(
    relevantTo(level, comparisons).flatMap((comparison) =>
      DIRECTIONS[level].map((direction) => comparison[direction].verdict),
    ),
  );
}

/**
 * What every level says.
 *
 * @param incomplete whether there may be versions that are not among the comparisons
 */
export function levelVerdicts(
  comparisons: readonly VersionComparison[],
  incomplete = false,
): Record<CompatibilityLevel, EvolutionVerdict> {
  const say = (level: CompatibilityLevel): EvolutionVerdict => {
    const verdict = levelVerdict(level, comparisons);
    if (!incomplete || level === 'NONE') return verdict;
    // One version that refuses is enough only where all are asked.
    return isTransitive(level) && verdict === 'refused' ? verdict : 'unknown';
  };
  return {
    NONE: say('NONE'),
    BACKWARD: say('BACKWARD'),
    BACKWARD_TRANSITIVE: say('BACKWARD_TRANSITIVE'),
    FORWARD: say('FORWARD'),
    FORWARD_TRANSITIVE: say('FORWARD_TRANSITIVE'),
    FULL: say('FULL'),
    FULL_TRANSITIVE: say('FULL_TRANSITIVE'),
  };
}

/** Whether a level compares with every version, and not just with the newest. */
export function isTransitive(level: CompatibilityLevel): boolean {
  return level.endsWith('_TRANSITIVE');
}

/** Those that a level compares with, of all in order from the newest. */
export function relevantTo<Version>(
  level: CompatibilityLevel,
  newestFirst: readonly Version[],
): readonly Version[] {
  return isTransitive(level) ? newestFirst : newestFirst.slice(0, 1);
}

import type { CompatibilityLevel } from '../compatibility/difference.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { changesBetween } from './changes-between.ts';
import { compareVersion } from './compare-version.ts';
import type { EvolutionAnalysis, VersionComparison } from './evolution-analysis.ts';
import type { SubjectVersions, UnreadableVersion } from './evolution-question.ts';
import { allVerdicts } from './evolution-verdict.ts';
import { levelVerdicts, relevantTo } from './level-verdicts.ts';
import { pastSteps } from './past-steps.ts';
import { isSameSchema } from './same-schema.ts';
import { upgradeOrder } from './upgrade-order.ts';

/** What {@link analyzeEvolution} is asked. */
export interface AnalyzeEvolutionOptions extends SubjectVersions {
  /** The schema that is to follow. */
  candidate: ParsedSchema;
  /** The level in force; undefined where nobody knows it. */
  level: CompatibilityLevel | undefined;
}

/**
 * What it means for a subject to go on with a schema: what changed, which levels would take it, which
 * versions read which data, who is to be upgraded first, and how the subject came here.
 *
 * @returns `unknown` wherever a version could not be read or is too large to compare; what is unread is
 *   never taken for compatible
 */
export function analyzeEvolution({
  candidate,
  level,
  versions,
  unreadable = [],
  incomplete,
  ...options
}: AnalyzeEvolutionOptions): EvolutionAnalysis {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const [newest] = newestFirst;
  const latest = Math.max(0, ...versions.map(numberOf), ...unreadable.map(numberOf));
  const comparisons = [
    ...newestFirst.map((version) => {
      // What metadata reserve is compared with the newest version only.
      const validateFields = options.validateFields === true && version.version === latest;
      return compareVersion(candidate, version, { ...options, validateFields });
    }),
    ...unreadable.map(unknownVersion),
  ].sort((a, b) => b.version - a.version);
  const levels = levelVerdicts(comparisons, incomplete !== undefined);
  const relevant = level === undefined ? comparisons : relevantTo(level, comparisons);
  const refusedBy = (direction: 'backward' | 'forward'): number[] =>
    comparisons.filter((each) => each[direction].verdict === 'refused').map(numberOf);
  return {
    level,
    verdict: level === undefined ? 'unknown' : levels[level],
    levels,
    latest: comparisons[0]?.version,
    sameAs: newestFirst.filter(({ schema }) => isSameSchema(schema, candidate)).map(numberOf),
    sinceLatest: sinceLatest(newest, latest, candidate, options.policy),
    versions: comparisons,
    upgrade:
      incomplete === undefined
        ? upgradeOrder(
            allVerdicts(relevant.map(({ backward }) => backward.verdict)),
            allVerdicts(relevant.map(({ forward }) => forward.verdict)),
          )
        : 'unknown',
    cannotRead: refusedBy('backward'),
    cannotBeReadBy: refusedBy('forward'),
    history: pastSteps(newestFirst, level, unreadable, options),
  };
}

function sinceLatest(
  newest: SubjectVersions['versions'][number] | undefined,
  latest: number,
  candidate: ParsedSchema,
  policy: SubjectVersions['policy'],
): EvolutionAnalysis['sinceLatest'] {
  if (newest?.version === latest) return changesBetween(newest.schema, candidate, policy);
  const problem = latest === 0 ? undefined : `Version ${latest} could not be read.`;
  return { changes: [], dangers: [], ...(problem !== undefined && { problem }) };
}

function unknownVersion({ version, reason }: UnreadableVersion): VersionComparison {
  const answer = { verdict: 'unknown', differences: [], problem: reason } as const;
  return {
    version,
    backward: { ...answer, differences: [] },
    forward: { ...answer, differences: [] },
  };
}

function numberOf({ version }: { version: number }): number {
  return version;
}

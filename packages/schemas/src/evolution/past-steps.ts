import type { CompatibilityLevel } from '../compatibility/difference.ts';
import { DIRECTIONS } from '../compatibility/difference.ts';
import type { CompatibilityOptions, PreviousSchema } from '../compatibility.ts';
import { changesBetween } from './changes-between.ts';
import { compareOneWay, compareVersion } from './compare-version.ts';
import type { PastStep } from './evolution-analysis.ts';
import type { UnreadableVersion } from './evolution-question.ts';
import type { EvolutionVerdict } from './evolution-verdict.ts';
import { allVerdicts } from './evolution-verdict.ts';
import { isTransitive } from './level-verdicts.ts';

/** How many pairs of versions that do not follow each other are compared for one subject. */
const MOST_PAIRS = 1000;

/**
 * What changed from version to version, and where a step broke the level that is in force now. Under
 * a transitive level a step is compared with all versions before it; of a very long past only the
 * newest steps are, and for the others that is unknown.
 */
export function pastSteps(
  newestFirst: readonly PreviousSchema[],
  level: CompatibilityLevel | undefined,
  unreadable: readonly UnreadableVersion[],
  { policy }: CompatibilityOptions,
): PastStep[] {
  const options = policy === undefined ? {} : { policy };
  let left = MOST_PAIRS;
  const steps: PastStep[] = [];
  for (const [index, after] of newestFirst.entries()) {
    const [before, ...older] = newestFirst.slice(index + 1);
    if (before === undefined) break;
    const { backward, forward } = compareVersion(after.schema, before, options);
    const verdicts = { backward: backward.verdict, forward: forward.verdict };
    const directions = level === undefined ? [] : DIRECTIONS[level];
    const transitive = level !== undefined && isTransitive(level);
    const found: EvolutionVerdict[] = directions.map((direction) => verdicts[direction]);
    const breaksWith = found.includes('refused') ? [before.version] : [];
    const unread = unreadable.filter(({ version }) => version < after.version);
    if (transitive && unread.length > 0) found.push('unknown');
    // Where the version right before is unread, nobody knows what the level compared with.
    const isGap = unread.some(({ version }) => version > before.version);
    if (level === undefined || (!transitive && isGap)) found.splice(0, found.length, 'unknown');
    if (transitive) {
      const compared = older.slice(0, left);
      left -= compared.length;
      if (compared.length < older.length) found.push('unknown');
      for (const version of compared) {
        const answers = directions.map(
          (direction) => compareOneWay(after.schema, version, direction, options).verdict,
        );
        found.push(...answers);
        if (answers.includes('refused')) breaksWith.push(version.version);
      }
    }
    steps.push({
      from: before.version,
      to: after.version,
      ...verdicts,
      underLevel: allVerdicts(found),
      breaksWith,
      ...changesBetween(before.schema, after.schema, policy),
    });
  }
  return steps.reverse();
}

import { answerWords } from '../present/answer-words.ts';
import type { ReadingCall } from '../reading/with-snapshots.ts';
import { describeLimits } from './describe-comparison.ts';
import { pairsOf, readSides, type Sides } from './read-sides.ts';

/** Reads two sides and finds what stands in the way of bringing one into the other. Levels are told by the target's configurations. */
export async function findConflictsIn(sides: Sides, call: ReadingCall) {
  const source = { detail: 'schemas', includeDeleted: true } as const;
  const parts = { source, target: { ...source, includeConfigs: true } };
  return readSides(sides, parts, call, async ([source, target], { findConflicts }) => {
    const found = await findConflicts(source, target, { ...pairsOf(sides), signal: call.signal });
    const { conflicts, summary, unknownConflicts } = found;
    return {
      conflicts: answerWords(conflicts),
      by_kind: Object.fromEntries(Object.entries(summary.byKind).filter(([, count]) => count > 0)),
      conflicting_subjects: summary.subjects,
      ...(unknownConflicts.length > 0 && { unknown_conflicts: answerWords(unknownConflicts) }),
      total_unknown_conflicts: unknownConflicts.length,
      ...describeLimits(found),
    };
  });
}

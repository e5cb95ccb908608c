import type { MissingVersion } from '@srkit/snapshot';
import { answerWords } from '../present/answer-words.ts';
import type { ReadingCall } from '../reading/with-snapshots.ts';
import { describeLimits } from './describe-comparison.ts';
import { pairsOf, readSides, type Sides } from './read-sides.ts';

/** Reads two sides and finds what the target does not have. Its soft-deleted versions are read, to be told of. */
export async function findMissingIn(sides: Sides, call: ReadingCall) {
  const parts = { detail: 'schemas', includeDeleted: true } as const;
  return readSides(
    sides,
    { source: parts, target: parts },
    call,
    async ([source, target], { findMissing }) => {
      const found = await findMissing(source, target, { ...pairsOf(sides), signal: call.signal });
      const { missing, summary, circles, unknownSubjects } = found;
      return {
        missing: missing.map(describeMissing),
        missing_subjects: summary.subjects,
        incomplete_subjects: summary.incompleteSubjects,
        missing_versions: summary.versions,
        ...(circles.length > 0 && { circles: answerWords(circles) }),
        ...(unknownSubjects.length > 0 && { unknown_subjects: answerWords(unknownSubjects) }),
        total_unknown_subjects: unknownSubjects.length,
        ...describeLimits(found),
      };
    },
  );
}

function describeMissing(version: MissingVersion) {
  const { from, guid: _, references: __, needs, ...rest } = version;
  return {
    ...answerWords(rest),
    ...(from.subject !== rest.subject && { source_subject: from.subject }),
    ...(needs.length > 0 && { needs: answerWords(needs) }),
  };
}

import type {
  ContextComparison,
  NamePair,
  SnapshotComparison,
  SubjectComparison,
} from '@srkit/snapshot';
import { answerWords } from '../present/answer-words.ts';
import { describeUnknown } from '../reading/describe-unknown.ts';

/** A comparison in the words of answers. */
export function describeComparison(
  comparison: SnapshotComparison,
  { changes }: { changes: boolean },
) {
  const { summary, everywhere } = comparison;
  return {
    state: comparison.state,
    total_differences: summary.differences,
    by_kind: Object.fromEntries(Object.entries(summary.byKind).filter(([, count]) => count > 0)),
    context_counts: summary.contexts,
    subject_counts: summary.subjects,
    version_counts: summary.versions,
    other_ids: summary.otherIds,
    affected_versions: summary.affected,
    subjects: comparison.subjects.map(describeSubject),
    contexts: comparison.contexts.map(describeContext),
    ...(everywhere.length > 0 && { everywhere: answerWords(everywhere) }),
    total_changes: summary.changes,
    ...(changes && { changes: answerWords(comparison.changes) }),
    ...describeLimits(comparison),
  };
}

/** What was not compared, and what could not be. */
export function describeLimits({
  notCompared,
  unknown,
  source,
  target,
}: Pick<SnapshotComparison, 'notCompared' | 'unknown'> &
  Partial<Pick<SnapshotComparison, 'source' | 'target'>>) {
  const changed = [source, target].flatMap((side) =>
    side?.changedWhileRead === true ? side.registry : [],
  );
  return {
    ...(notCompared.length > 0 && { not_compared: answerWords(notCompared) }),
    ...describeUnknown(unknown),
    ...(changed.length > 0 && { changed_while_read: changed }),
  };
}

/** A pair of names; the second only where it is another. */
function describeNames({ source, target }: NamePair) {
  return { subject: source, ...(target !== source && { target_subject: target }) };
}

function describeSubject(subject: SubjectComparison) {
  const { state, versions, differences, unknown, otherOrder } = subject;
  return {
    ...describeNames(subject),
    state,
    ...(state === 'different' && { versions }),
    ...(differences.length > 0 && { differences: answerWords(differences) }),
    ...(otherOrder && { other_order: otherOrder }),
    ...(unknown.length > 0 && { unknown: answerWords(unknown) }),
  };
}

function describeContext(context: ContextComparison) {
  const { source, target, state, subjects, versions, differences, unknown } = context;
  return {
    context: source,
    ...(target !== source && { target_context: target }),
    ...{ state, subjects, versions },
    ...(differences.length > 0 && { differences: answerWords(differences) }),
    ...(unknown.length > 0 && { unknown: answerWords(unknown) }),
  };
}

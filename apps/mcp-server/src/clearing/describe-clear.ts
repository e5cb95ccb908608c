import type { BlockedSubject, ClearPlan, ClearResult, EmptiedContext } from '@srkit/contexts';
import { answerWords } from '../present/answer-words.ts';

/** What clearing would do, in the words of answers. */
export function describePlan(plan: ClearPlan) {
  const { permanent, contexts, unknown } = plan;
  return {
    permanent,
    ...totalsOf(plan),
    contexts: contexts.map(({ name, exists, mode, ...counts }) => ({
      context: name,
      ...(exists !== undefined && { exists }),
      ...(mode !== undefined && { mode }),
      total_schemas: counts.subjects,
      total_versions: counts.versions,
      blocked: counts.blocked,
    })),
    subjects: describeSubjects(plan),
    ...(unknown.length > 0 && { unknown: [...unknown] }),
  };
}

/** What clearing did. */
export function describeResult(
  plan: ClearPlan,
  result: ClearResult,
  emptied: readonly EmptiedContext[],
) {
  const { contexts, ended } = result;
  const ofContext = new Map(emptied.map((one) => [one.context, one]));
  const deleted = result.subjects.filter(({ outcome }) => outcome === 'deleted');
  return {
    permanent: plan.permanent,
    ...totalsOf(plan),
    deleted_schemas: deleted.length,
    deleted_versions: deleted.reduce((sum, { versions }) => sum + versions.length, 0),
    contexts: contexts.map(({ name, total, left, unplanned, ...counts }) => {
      const after = ofContext.get(name);
      return {
        context: name,
        total_schemas: total,
        ...answerWords(counts),
        ...(left && { left: left.length }),
        ...(unplanned.length > 0 && { registered_since: [...unplanned] }),
        ...(after && { context_outcome: after.outcome, remains: [...after.remains] }),
      };
    }),
    subjects: describeOutcomes(result),
    ...(plan.unknown.length > 0 && { unknown: [...plan.unknown] }),
    ...(ended !== undefined && { ended }),
  };
}

/** What became of each subject. */
export function describeOutcomes({ subjects }: ClearResult) {
  return subjects.map(({ name, outcome, versions, softDeleted, reason, code }) => ({
    subject: name,
    outcome,
    versions: [...versions],
    ...(softDeleted && { soft_deleted: true }),
    ...(reason !== undefined && { reason }),
    ...(code !== undefined && { code }),
  }));
}

/** Each subject of a plan, those that go before those that stay. */
export function describeSubjects({ subjects, blocked }: ClearPlan) {
  return [
    ...subjects.map(({ name, versions }) => ({
      subject: name,
      outcome: 'planned',
      versions: [...versions],
    })),
    ...blocked.map(describeBlocked),
  ];
}

function describeBlocked({ name, by, reason, referencedBy, referrers }: BlockedSubject) {
  return {
    subject: name,
    outcome: 'blocked',
    versions: [],
    reason,
    blocked_by: by,
    ...(referrers > 0 && { referenced_by: answerWords(referencedBy), total_referrers: referrers }),
  };
}

/** How many subjects and versions go by a plan, and how many subjects stay. */
function totalsOf({ contexts }: ClearPlan) {
  const sum = (numberOf: (context: ClearPlan['contexts'][number]) => number): number =>
    contexts.reduce((total, context) => total + numberOf(context), 0);
  return {
    total_contexts: contexts.length,
    total_schemas: sum(({ subjects }) => subjects),
    total_versions: sum(({ versions }) => versions),
    total_blocked: sum(({ blocked }) => blocked),
  };
}

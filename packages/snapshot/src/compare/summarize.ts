import type { Change } from './change.ts';
import type { ComparedSubjects } from './compare-subjects.ts';
import type {
  ComparedDifference,
  ComparisonSummary,
  ContextComparison,
  DifferenceKind,
} from './comparison.ts';
import { addTally, count, emptyTally } from './tally.ts';

/** Counts what a comparison found. */
export function summarize({
  subjects,
  contexts,
  everywhere,
  changes,
  otherIds,
  affected,
}: ComparedSubjects & {
  contexts: readonly ContextComparison[];
  everywhere: readonly ComparedDifference[];
  changes: readonly Change[];
}): ComparisonSummary {
  const byKind: Record<keyof ComparisonSummary['byKind'], number> = {
    ...{ context_missing: 0, context_extra: 0, subject_missing: 0, subject_extra: 0 },
    ...{ version_missing: 0, version_extra: 0, content: 0, id: 0, deleted: 0, reference: 0 },
    ...{ config: 0, mode: 0 },
  } satisfies Record<DifferenceKind, number>;
  const ofContexts = emptyTally();
  const ofSubjects = emptyTally();
  const versions = emptyTally();
  const add = (differences: readonly ComparedDifference[]): void => {
    for (const { kind } of differences) byKind[kind] += 1;
  };
  for (const context of contexts) {
    count(ofContexts, context.state);
    const isEmpty = Object.values(context.subjects).every((number) => number === 0);
    if (isEmpty && context.state === 'only_in_source') byKind.context_missing += 1;
    if (isEmpty && context.state === 'only_in_target') byKind.context_extra += 1;
    add(context.differences);
  }
  for (const subject of subjects) {
    count(ofSubjects, subject.state);
    addTally(versions, subject.versions);
    if (subject.state === 'only_in_source') byKind.subject_missing += 1;
    if (subject.state === 'only_in_target') byKind.subject_extra += 1;
    add(subject.differences);
  }
  add(everywhere);
  return {
    differences: Object.values(byKind).reduce((sum, number) => sum + number, 0),
    byKind,
    contexts: ofContexts,
    subjects: ofSubjects,
    versions,
    otherIds,
    affected: affected.length,
    changes: changes.length,
  };
}

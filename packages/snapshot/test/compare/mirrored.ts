import type {
  ComparedDifference,
  ComparisonState,
  ContextComparison,
  NamePair,
  SnapshotComparison,
  SubjectComparison,
  Tally,
} from '../../src/index.ts';

/** What a comparison says of the other direction: everything but `changes`, in an order of its own. */
export function mirrored(comparison: SnapshotComparison): unknown {
  const { source, target, summary, contexts, subjects, everywhere, state } = comparison;
  const { byKind } = summary;
  return {
    ...{ source: target, target: source, state },
    summary: {
      ...summary,
      byKind: {
        ...byKind,
        ...{ subject_missing: byKind.subject_extra, subject_extra: byKind.subject_missing },
        ...{ version_missing: byKind.version_extra, version_extra: byKind.version_missing },
        ...{ context_missing: byKind.context_extra, context_extra: byKind.context_missing },
      },
      ...{ contexts: tally(summary.contexts), subjects: tally(summary.subjects) },
      ...{ versions: tally(summary.versions), changes: undefined },
    },
    contexts: contexts.map(context).sort(bySource),
    subjects: subjects.map(subject).sort(bySource),
    everywhere: everywhere.map(difference),
  };
}

/** The same parts of a comparison, to be set beside {@link mirrored}. */
export function unmirrored(comparison: SnapshotComparison): unknown {
  const { source, target, state, summary, contexts, subjects, everywhere } = comparison;
  return {
    ...{ source, target, state, summary: { ...summary, changes: undefined }, everywhere },
    contexts: [...contexts].sort(bySource),
    subjects: subjects
      .map(({ differences, unknown, ...rest }) => ({
        ...rest,
        differences: [...differences].sort(byText),
        unknown: [...unknown].sort(byText),
      }))
      .sort(bySource),
  };
}

function subject({
  source,
  target,
  state,
  versions,
  differences,
  unknown,
  ...rest
}: SubjectComparison) {
  return {
    ...rest,
    ...{ source: target, target: source, state: states[state], versions: tally(versions) },
    differences: differences.map(difference).sort(byText),
    unknown: unknown.map((one) => ({ ...one, side: sides[one.side] })).sort(byText),
  };
}

function context({
  source,
  target,
  state,
  subjects,
  versions,
  differences,
  unknown,
}: ContextComparison) {
  return {
    ...{ source: target, target: source, state: states[state] },
    ...{ subjects: tally(subjects), versions: tally(versions) },
    differences: differences.map(difference),
    unknown: unknown.map((one) => ({ ...one, side: sides[one.side] })),
  };
}

function difference(one: ComparedDifference): unknown {
  const swapped: Record<string, unknown> = { ...one, kind: kinds[one.kind] ?? one.kind };
  const { source, target, atTargetVersion, atSourceVersion, own, why, fields } = swapped;
  for (const [key, value] of Object.entries({
    ...{ source: target, target: source },
    ...{ atTargetVersion: atSourceVersion, atSourceVersion: atTargetVersion },
    ...{ own: sides[String(own)] ?? own, why: whys[String(why)] ?? why },
    fields: Array.isArray(fields) ? fields.map(swap) : fields,
  })) {
    if (value === undefined) delete swapped[key];
    else swapped[key] = value;
  }
  return swapped;
}

function swap({ source, target, ...rest }: Partial<NamePair>): unknown {
  return {
    ...rest,
    ...(target !== undefined && { source: target }),
    ...(source !== undefined && { target: source }),
  };
}

function tally({ only_in_source, only_in_target, ...rest }: Tally): Tally {
  return { ...rest, only_in_source: only_in_target, only_in_target: only_in_source };
}

function bySource(one: NamePair, other: NamePair): number {
  return one.source < other.source ? -1 : 1;
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(sorted(one)) < JSON.stringify(sorted(other)) ? -1 : 1;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}

const states: Record<ComparisonState, ComparisonState> = {
  ...{ equal: 'equal', different: 'different', unknown: 'unknown' },
  ...{ only_in_source: 'only_in_target', only_in_target: 'only_in_source' },
};
const sides: Record<string, string> = { source: 'target', target: 'source' };
const kinds: Record<string, string> = {
  ...{ version_missing: 'version_extra', version_extra: 'version_missing' },
};
const whys: Record<string, string> = {
  ...{ missing_in_source: 'missing_in_target', missing_in_target: 'missing_in_source' },
};

import type { Snapshot } from '../snapshot.ts';
import { takeTurns } from '../take-turns.ts';
import { choosePairs } from './choose-pairs.ts';
import { compareContexts } from './compare-contexts.ts';
import { compareSubjects } from './compare-subjects.ts';
import { type ContentOptions, createContentComparer } from './compared-content.ts';
import type { ComparedSide, SnapshotComparison } from './comparison.ts';
import { depthOf } from './depth.ts';
import { createChangeList } from './list-changes.ts';
import type { PairOptions } from './read-pairs.ts';
import { summarize } from './summarize.ts';
import { unreadableParts, whatIsNotCompared } from './what-is-missing.ts';

/** How two snapshots are compared. */
export interface CompareOptions extends PairOptions, ContentOptions {
  /** Whether equal content under another id is a difference. How often it is so is told anyway. @default false */
  ids?: boolean | undefined;
  /** Lists subjects that are equal, too. @default false */
  includeEqual?: boolean | undefined;
  /** Ends comparing; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

/**
 * Compares two registries, or parts of them, as they stand in two snapshots: contents by their guids, version by version;
 * which are soft-deleted; what references lead to; configurations and modes, where both snapshots have them. What one of the two
 * could not read is `unknown`, never missing or equal; what it did not have to read is left out, and named in `notCompared`.
 *
 * @returns what differs, and what has to change in the target so that it equals the source
 * @throws SnapshotError `invalid_argument` where nothing can be compared, `context_not_found`, `subject_not_found`, `aborted`,
 *   `closed`
 *
 * @example
 * const { state, subjects } = await compareSnapshots(staging, production);
 * const promoted = await compareSnapshots(one, one, { contexts: [{ source: '.staging', target: '.production' }] });
 */
export async function compareSnapshots(
  source: Snapshot,
  target: Snapshot,
  options: CompareOptions = {},
): Promise<SnapshotComparison> {
  const { signal, ids = false, includeEqual = false, formatting } = options;
  const turn = takeTurns(`Comparing ${source.registry} with ${target.registry}`, signal);
  const depth = depthOf(source, target);
  const pairs = choosePairs(source, target, { ...options, deleted: depth.deleted });
  const changes = createChangeList(pairs.names, depth);
  const subjectNames = new Set(pairs.subjects.map((pair) => pair.source));
  const { texts, deleted } = depth;
  const comparison = {
    ...{ source, target, names: pairs.names, depth, deleted, ids, changes, turn },
    contents: createContentComparer(source, target, pairs.names, { formatting, texts, signal }),
    isCompared: (name: string) => subjectNames.has(name),
  };
  const subjects = await compareSubjects(pairs.subjects, comparison);
  const { contexts, everywhere, ambiguous } = compareContexts(
    pairs,
    subjects.byContext,
    comparison,
  );
  const orderedChanges = changes.inOrder();
  const unknown = unreadableParts(source, target, pairs, depth);
  const summary = summarize({ ...subjects, contexts, everywhere, changes: orderedChanges });
  const isUnknown = unknown.length > 0 || summary.contexts.unknown + summary.subjects.unknown > 0;
  return {
    source: sideOf(source, pairs.leftOut.source),
    target: sideOf(target, pairs.leftOut.target),
    state: summary.differences > 0 ? 'different' : isUnknown ? 'unknown' : 'equal',
    summary,
    contexts,
    subjects: includeEqual
      ? subjects.subjects
      : subjects.subjects.filter(({ state }) => state !== 'equal'),
    everywhere,
    affected: subjects.affected,
    changes: orderedChanges,
    notCompared: [...whatIsNotCompared(pairs, depth, subjects), ...ambiguous],
    unknown,
  };
}

function sideOf(
  { registry, endedAt, detail, includesDeleted, includesConfigs, changedWhileRead }: Snapshot,
  subjectsLeftOut: number,
): ComparedSide {
  return {
    ...{ registry, readAt: endedAt, detail, includesDeleted, includesConfigs },
    ...{ changedWhileRead, subjectsLeftOut },
  };
}

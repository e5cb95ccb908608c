import { choosePairs, type Pair } from '../compare/choose-pairs.ts';
import { type ContentOptions, createContentComparer } from '../compare/compared-content.ts';
import { depthOf } from '../compare/depth.ts';
import type { PairOptions } from '../compare/read-pairs.ts';
import { unreadableParts, whatIsNotCompared } from '../compare/what-is-missing.ts';
import { requireVersions } from '../require-part.ts';
import { createSchemaReader } from '../schema-reader.ts';
import type { Snapshot, SnapshotSubject } from '../snapshot.ts';
import { takeTurns } from '../take-turns.ts';
import { unreadSubjects } from '../unknown-parts.ts';
import type { Conflict, ConflictKind, SchemaConflicts, UnknownConflict } from './conflict.ts';
import type { ConflictSearch, FoundConflicts } from './conflict-search.ts';
import { findIdConflicts } from './id-conflicts.ts';
import { findLatestConflicts } from './latest-conflicts.ts';
import { findReferenceConflicts } from './reference-conflicts.ts';
import { findVersionConflicts } from './version-conflicts.ts';

/** What is looked for. */
export interface FindConflictsOptions extends PairOptions, ContentOptions {
  /** Which kinds. @default all */
  kinds?: readonly ConflictKind[] | undefined;
  /** Ends looking; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

/**
 * Finds what stands in the way of bringing a source into a target: ids and versions that have other contents there, newest
 * versions that are not compatible at the target's level, references that lead to nothing or to something else, and subjects of
 * two types of schema. What could not be read is unknown, and no conflict.
 *
 * Whether newest versions are compatible is told from their texts, and by the configurations of the target: read both
 * (`includeConfigs`), or the level BACKWARD is assumed.
 *
 * @throws SnapshotError `invalid_argument` where nothing can be compared or only names were read, `context_not_found`,
 *   `subject_not_found`, `aborted`, `closed`
 */
export async function findConflicts(
  source: Snapshot,
  target: Snapshot,
  options: FindConflictsOptions = {},
): Promise<SchemaConflicts> {
  const { signal, formatting, kinds } = options;
  requireVersions(source);
  requireVersions(target);
  const turn = takeTurns(`Comparing ${source.registry} with ${target.registry}`, signal);
  const depth = depthOf(source, target);
  const { texts } = depth;
  const pairs = choosePairs(source, target, { ...options, deleted: true });
  const subjectNames = new Set(pairs.subjects.map((pair) => pair.source));
  const search: ConflictSearch = {
    ...{ source, target, names: pairs.names, turn },
    contents: createContentComparer(source, target, pairs.names, { formatting, texts, signal }),
    parseSource: createSchemaReader(source, { signal }),
    parseTarget: createSchemaReader(target, { signal }),
    isCompared: (subject) => subjectNames.has(subject),
  };
  const isWanted = (...wanted: ConflictKind[]): boolean =>
    kinds === undefined || wanted.some((kind) => kinds.includes(kind));
  const unread = { source: unreadSubjects(source), target: unreadSubjects(target) };
  const found: FoundConflicts = { conflicts: [], unknown: [] };
  if (isWanted('id') && !pairs.bySubject) {
    found.conflicts.push(...(await findIdConflicts(pairs.contexts, search)));
  }
  for (const pair of pairs.subjects) {
    await turn();
    const why = unread.source.get(pair.source) ?? unread.target.get(pair.target);
    const checks = await checkSubject(pair, search, isWanted, why);
    for (const { conflicts, unknown } of checks) {
      found.conflicts.push(...conflicts);
      found.unknown.push(...unknown);
    }
  }
  const wanted = found.conflicts.filter(({ kind }) => isWanted(kind));
  return {
    ...inOrder(wanted),
    unknownConflicts: found.unknown,
    notCompared: whatIsNotCompared(pairs, { ...depth, deleted: true, configs: true }, none),
    unknown: unreadableParts(source, target, pairs, { ...depth, configs: false }),
  };
}

const none = { leadOutside: false };

async function checkSubject(
  pair: Pair<SnapshotSubject>,
  search: ConflictSearch,
  isWanted: (...kinds: ConflictKind[]) => boolean,
  unread: string | undefined,
): Promise<FoundConflicts[]> {
  const { inSource: source, inTarget: target, unknown } = pair;
  if (unknown) return [{ conflicts: [], unknown: unknownOf(pair.source, unknown.reason) }];
  const found: FoundConflicts[] = [];
  if (source && target) {
    const both = { source, target };
    if (isWanted('version')) found.push(await findVersionConflicts(both, search));
    if (isWanted('schema_type', 'incompatible')) {
      found.push(await findLatestConflicts(both, search, unread));
    }
  }
  if (isWanted('reference_missing', 'reference_content')) {
    found.push(await findReferenceConflicts(pair, search));
  }
  return found;
}

function unknownOf(subject: string, reason: string): UnknownConflict[] {
  return [{ subject, reason }];
}

function inOrder(all: readonly Conflict[]): Pick<SchemaConflicts, 'conflicts' | 'summary'> {
  const byKind: Record<ConflictKind, Conflict[]> = {
    ...{ version: [], schema_type: [], incompatible: [] },
    ...{ reference_content: [], reference_missing: [], id: [] },
  };
  const subjects = new Set<string>();
  for (const conflict of all) {
    byKind[conflict.kind].push(conflict);
    if (conflict.kind !== 'id') subjects.add(conflict.subject);
  }
  return {
    conflicts: Object.values(byKind).flat(),
    summary: {
      total: all.length,
      byKind: {
        version: byKind.version.length,
        schema_type: byKind.schema_type.length,
        incompatible: byKind.incompatible.length,
        reference_content: byKind.reference_content.length,
        reference_missing: byKind.reference_missing.length,
        id: byKind.id.length,
      },
      subjects: subjects.size,
    },
  };
}

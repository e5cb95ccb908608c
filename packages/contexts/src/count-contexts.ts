import type { ContextName } from '@srkit/registry-protocol';
import type { Snapshot, SnapshotSubject } from '@srkit/snapshot';

/** A context and what it holds. A count that is not known is undefined, and never 0. */
export interface ContextSummary {
  /** `.` for the default one. */
  readonly name: ContextName;
  /** Subjects with a version that is not soft-deleted. */
  readonly subjects?: number | undefined;
  /** Different contents among their versions. */
  readonly schemas?: number | undefined;
  readonly versions?: number | undefined;
  /** Subjects of which every version is soft-deleted, where those were read. */
  readonly deletedSubjects?: number | undefined;
  readonly deletedVersions?: number | undefined;
  /** Why some counts are not known. */
  readonly unknown?: string;
}

type Counts = Omit<ContextSummary, 'name' | 'unknown'>;

/**
 * Counts what each context of a snapshot holds. Reads nothing.
 *
 * @param snapshot at the detail `versions` or `schemas`; of `names` only subjects are known
 * @param names which contexts; all that the snapshot has, where nothing is said
 */
export function countContexts(
  snapshot: Snapshot,
  names: readonly ContextName[] = snapshot.contexts.map(({ name }) => name),
): ContextSummary[] {
  const subjectsOf = new Map<ContextName, SnapshotSubject[]>();
  for (const subject of snapshot.subjects) {
    const found = subjectsOf.get(subject.context);
    if (found) found.push(subject);
    else subjectsOf.set(subject.context, [subject]);
  }
  const gapOf = gapsOf(snapshot);
  return names.map((name) => {
    const { subjects, versions } = gapOf(name);
    if (subjects !== undefined) return { name, unknown: subjects };
    const counts = countSubjects(snapshot, subjectsOf.get(name) ?? []);
    if (versions === undefined) return { name, ...counts };
    // Where soft-deleted versions were read too, a version that is not known may be what makes a subject one that lives.
    const known = snapshot.includesDeleted ? {} : { subjects: counts.subjects };
    return { name, ...known, unknown: versions };
  });
}

function countSubjects(
  { detail, includesDeleted }: Snapshot,
  all: readonly SnapshotSubject[],
): Counts {
  if (detail === 'names') return { subjects: all.length };
  const contents = new Set<string>();
  let [living, versions, deletedVersions] = [0, 0, 0];
  for (const subject of all) {
    const live = subject.versions.filter(({ deleted }) => !deleted);
    for (const { guid } of live) contents.add(guid);
    if (live.length > 0) living += 1;
    versions += live.length;
    deletedVersions += subject.versions.length - live.length;
  }
  const schemas = contents.size;
  if (!includesDeleted) return { subjects: all.length, schemas, versions };
  const deletedSubjects = all.length - living;
  return { subjects: living, schemas, versions, deletedSubjects, deletedVersions };
}

interface Gap {
  /** Why its subjects are not all known. */
  readonly subjects?: string;
  /** Why not all versions of its subjects are known. */
  readonly versions?: string;
}

/** Tells what is not known of a context. */
function gapsOf(snapshot: Snapshot): (name: ContextName) => Gap {
  const { unreadable, subjects, detail, registry, scope } = snapshot;
  const contextOf = new Map(subjects.map(({ name, context }) => [name, context]));
  const found = new Map<ContextName, Gap>();
  let everywhere: Gap = detail === 'names' ? { versions: 'Only names were read.' } : {};
  for (const { what, context, subject, reason } of unreadable) {
    if (what === 'subjects' && context === undefined) everywhere = { subjects: reason };
    const where = what === 'subjects' ? context : contextOf.get(subject ?? '');
    if (where === undefined) continue;
    if (what === 'subjects') found.set(where, { subjects: reason });
    else if (what === 'versions' || what === 'schema') {
      found.set(where, { versions: reason, ...found.get(where) });
    }
  }
  const outside = { subjects: `It is outside what was read of ${registry}.` };
  return (name) => {
    if (scope.contexts !== undefined && !scope.contexts.includes(name)) return outside;
    return { ...everywhere, ...found.get(name) };
  };
}

import { referencedSubject, type Snapshot, type SnapshotSubject } from '@srkit/snapshot';

/** A version that refers to a version, mostly of another subject. */
export interface Reference {
  readonly from: string;
  readonly fromVersion: number;
  readonly to: string;
  readonly toVersion: number;
  /** Whether the version that refers is soft-deleted. */
  readonly fromDeleted: boolean;
  /** Whether both are live. Only then it forbids to soft-delete what it leads to; to delete that for good it always does. */
  readonly isLive: boolean;
}

/** References to some subjects, by the subject that they lead to and by the one that they are in. */
export interface References {
  readonly to: ReadonlyMap<string, readonly Reference[]>;
  readonly from: ReadonlyMap<string, readonly Reference[]>;
}

/**
 * Finds all references to some subjects, from whatever context; also those of a subject to itself.
 *
 * @param targets by qualified name
 * @param permanent whether what is soft-deleted counts too
 */
export function findReferences(
  snapshot: Snapshot,
  targets: ReadonlyMap<string, SnapshotSubject>,
  permanent: boolean,
): References {
  const to = new Map<string, Reference[]>();
  const from = new Map<string, Reference[]>();
  const deletedOf = new Map<string, ReadonlySet<number>>();
  for (const subject of snapshot.subjects) {
    for (const { version, deleted, references } of subject.versions) {
      for (const reference of references) {
        const name = referencedSubject(subject.context, reference.subject);
        const target = targets.get(name);
        if (target === undefined) continue;
        const isLive = !deleted && !deletedVersions(target, deletedOf).has(reference.version);
        if (!isLive && !permanent) continue;
        const found: Reference = {
          from: subject.name,
          fromVersion: version,
          to: name,
          toVersion: reference.version,
          fromDeleted: deleted,
          isLive,
        };
        into(to, name, found);
        into(from, subject.name, found);
      }
    }
  }
  return { to, from };
}

function deletedVersions(
  { name, versions }: SnapshotSubject,
  known: Map<string, ReadonlySet<number>>,
): ReadonlySet<number> {
  const found = known.get(name);
  if (found) return found;
  const deleted = new Set(versions.flatMap((one) => (one.deleted ? [one.version] : [])));
  known.set(name, deleted);
  return deleted;
}

function into(lists: Map<string, Reference[]>, key: string, reference: Reference): void {
  const list = lists.get(key);
  if (list) list.push(reference);
  else lists.set(key, [reference]);
}

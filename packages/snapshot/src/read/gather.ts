import type { SnapshotVersion } from '../snapshot.ts';
import type { Names } from './names.ts';
import { isInScope, type ReadScope } from './scope.ts';
import { contentsOf, type Gap, partCovers, partsMeet, type Shard } from './shard.ts';

/** What shards say together. */
export interface Gathered {
  /** Versions by qualified subject, ascending. */
  readonly subjects: Map<string, SnapshotVersion[]>;
  /** Subjects of which they cannot say all; to be read one by one. */
  readonly incomplete: ReadonlySet<string>;
  /** Where subjects may be that were neither read nor listed. */
  readonly unknown: Names['unknown'];
  /** Whether the server says of each version whether it is soft-deleted. */
  readonly saysDeleted: boolean;
}

/** Puts all shards together. */
export function gather(shards: readonly Shard[], scope: ReadScope, names: Names): Gathered {
  const subjects = new Map<string, SnapshotVersion[]>();
  const incomplete = new Set<string>();
  const unknown = names.unknown.filter(({ part }) =>
    shards.some((shard) => shard.failures.size > 0 && partsMeet(shard.part, part)),
  );
  for (const shard of shards) {
    const { rows, gaps, moved } = contentsOf(shard);
    const own = new Map<string, SnapshotVersion[]>();
    for (const [index, version] of rows.versions.entries()) {
      const subject = rows.subjects[index] ?? '';
      const before = own.get(subject);
      if (before === undefined) own.set(subject, [version]);
      else if (!moved || !before.some((other) => other.version === version.version))
        before.push(version);
    }
    // Each shard that has a subject has all of it. A list that grew has room for more, a copy has not.
    for (const [name, versions] of own) {
      if (isInScope(scope, name)) subjects.set(name, versions.slice());
    }
    for (const gap of gaps) {
      for (const name of [...names.all, ...own.keys()]) {
        if (partCovers(shard.part, name) && liesIn(gap, name)) incomplete.add(name);
      }
    }
  }
  for (const name of names.all) if (!subjects.has(name)) incomplete.add(name);
  return { subjects, incomplete, unknown, saysDeleted: shards.every((shard) => shard.saysDeleted) };
}

/** Whether a subject may have rows in a gap; those at its ends may have some. Listings are in order of UTF-16 units. */
function liesIn({ after, before }: Gap, name: string): boolean {
  return (after === undefined || name >= after) && (before === undefined || name <= before);
}

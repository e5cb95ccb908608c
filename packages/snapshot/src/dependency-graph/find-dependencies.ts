import type { SubjectVersion } from '@srkit/registry-protocol';
import { requireVersion, requireVersions } from '../require-part.ts';
import type { Snapshot, Unreadable } from '../snapshot.ts';
import { type DanglingReference, danglingReferences } from './dangling-reference.ts';
import { orderVersions } from './order-versions.ts';
import { reachableFrom } from './reachable.ts';
import { referenceGraphOf } from './reference-graph.ts';

/** A version that another depends on. */
export interface Dependency extends SubjectVersion {
  readonly deleted: boolean;
  /** Over how many references at least; 1 is a direct one. */
  readonly distance: number;
}

/** What a version depends on, and what depends on it; nearest first. */
export interface Dependencies extends SubjectVersion {
  readonly id: number;
  readonly dependencies: readonly Dependency[];
  readonly dependents: readonly Dependency[];
  /** Of it and of what it depends on. */
  readonly dangling: readonly DanglingReference[];
  /** The circle that it is part of; undefined where it is in none. */
  readonly circle?: readonly SubjectVersion[];
  /** What it depends on and itself at the end, each after all that it refers to, but for circles. */
  readonly registrationOrder: readonly SubjectVersion[];
  /** What could not be read, and may depend on it. */
  readonly unknown: readonly Unreadable[];
}

/**
 * Finds all that a version depends on and all that depends on it, directly or through others, across contexts.
 *
 * @param of the subject, qualified outside the default context, and the version; by default the newest that is not soft-deleted
 * @throws SnapshotError `subject_not_found`, `version_not_found`, or `invalid_argument` for a snapshot of names only
 */
export function findDependencies(
  snapshot: Snapshot,
  of: { subject: string; version?: number | 'latest' | undefined },
): Dependencies {
  requireVersions(snapshot);
  const graph = referenceGraphOf(snapshot);
  const { ordered, circles } = orderVersions(graph);
  const { subject, version } = requireVersion(snapshot, of.subject, of.version ?? 'latest');
  const start = graph.numberOf(subject.name, version.version);
  const starts = start === undefined ? [] : [start];
  const below = reachableFrom(starts, graph.targets);
  const above = reachableFrom(starts, graph.referrers);
  const circle = circles.find((members) => start !== undefined && members.includes(start));
  const order = ordered.filter((number) => below.has(number) && number !== start);
  return {
    subject: subject.name,
    version: version.version,
    id: version.id,
    dependencies: steps(below),
    dependents: steps(above),
    dangling: danglingReferences(snapshot, graph, (number) => below.has(number)),
    ...(circle && { circle: circle.map(graph.nameOf) }),
    registrationOrder: [...order, ...starts].map(graph.nameOf),
    unknown: snapshot.unreadable,
  };

  function steps(reached: ReadonlyMap<number, number>): Dependency[] {
    return [...reached].flatMap(([number, distance]) =>
      number === start
        ? []
        : { ...graph.nameOf(number), deleted: graph.at(number).version.deleted, distance },
    );
  }
}

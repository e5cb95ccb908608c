import { parseQualifiedName, type SubjectVersion } from '@srkit/registry-protocol';
import { danglingReferences } from '../dependency-graph/dangling-reference.ts';
import { orderVersions } from '../dependency-graph/order-versions.ts';
import { referenceGraphOf } from '../dependency-graph/reference-graph.ts';
import type { Snapshot } from '../snapshot.ts';
import { keepGreatest } from './greatest.ts';

/** How schemas refer to each other; soft-deleted ones do not count as referring. */
export interface ReferenceStatistics {
  readonly versionsWithReferences: number;
  readonly totalReferences: number;
  /** References to another context. */
  readonly acrossContexts: number;
  /** References to what is soft-deleted or missing. */
  readonly dangling: number;
  /** References to what could not be read, or is outside of what was read. */
  readonly unknown: number;
  /** Groups of versions that refer to each other. */
  readonly circles: number;
  /** The longest chain of references, in steps. */
  readonly depth: number;
  /** Versions that are referred to. */
  readonly referencedVersions: number;
  /** The versions that most versions refer to. */
  readonly mostReferenced: readonly (SubjectVersion & { readonly referencedBy: number })[];
}

/**
 * Counts the references in a snapshot.
 *
 * @param top how many versions `mostReferenced` lists
 */
export function countReferences(snapshot: Snapshot, top: number): ReferenceStatistics {
  const graph = referenceGraphOf(snapshot);
  const { circles, depths } = orderVersions(graph);
  const isLive = (number: number): boolean => !graph.at(number).version.deleted;
  const referring = graph.places.filter(
    ({ version }) => !version.deleted && version.references.length > 0,
  );
  const mostReferenced = keepGreatest<SubjectVersion & { referencedBy: number }>(top);
  let [referencedVersions, depth] = [0, 0];
  graph.referrers.forEach((referrers, number) => {
    const referencedBy = referrers.filter(isLive).length;
    if (referencedBy > 0) referencedVersions += 1;
    if (isLive(number)) depth = Math.max(depth, depths[number] ?? 0);
    mostReferenced.add(referencedBy, () => ({ ...graph.nameOf(number), referencedBy }));
  });
  const dangling = danglingReferences(snapshot, graph, isLive);
  const unknown = dangling.filter(({ state }) => state === 'unknown').length;
  return {
    versionsWithReferences: referring.length,
    totalReferences: referring.reduce((sum, { version }) => sum + version.references.length, 0),
    acrossContexts: [
      ...graph.found.map(({ from, to }) => [from, graph.at(to).subject.context] as const),
      ...graph.lost.map(
        ({ from, subject }) => [from, parseQualifiedName(subject).context] as const,
      ),
    ].filter(([from, context]) => isLive(from) && graph.at(from).subject.context !== context)
      .length,
    dangling: dangling.length - unknown,
    unknown,
    circles: circles.filter((members) => members.some(isLive)).length,
    depth,
    referencedVersions,
    mostReferenced: mostReferenced.items(),
  };
}

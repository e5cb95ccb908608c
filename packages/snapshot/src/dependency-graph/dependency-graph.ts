import type { ContextName, SchemaType, SubjectVersion } from '@srkit/registry-protocol';
import { requireVersions } from '../require-part.ts';
import type { Snapshot, Unreadable } from '../snapshot.ts';
import { choosePart, type DependencyGraphOptions } from './choose-part.ts';
import { type DanglingReference, danglingReferences } from './dangling-reference.ts';
import { orderVersions } from './order-versions.ts';
import { referenceGraphOf } from './reference-graph.ts';

/** A version that takes part in references. */
export interface DependencyNode extends SubjectVersion {
  readonly context: ContextName;
  readonly id: number;
  readonly schemaType: SchemaType;
  readonly deleted: boolean;
  /** How many versions it refers to. */
  readonly dependencies: number;
  /** How many versions refer to it. */
  readonly dependents: number;
  /** The longest chain of references that begins at it; a circle counts as one step. */
  readonly depth: number;
}

/** A reference from one version to another; names of subjects are qualified. */
export interface DependencyReference {
  readonly from: SubjectVersion;
  /** How the text names it. */
  readonly name: string;
  readonly to: SubjectVersion;
}

/** Who refers to whom. Versions stand in the order of the snapshot, references in that of who refers. */
export interface DependencyGraph {
  readonly registry: string;
  /** Versions that refer to another or are referred to, or whose references dangle. */
  readonly nodes: readonly DependencyNode[];
  /** How many versions neither refer nor are referred to. */
  readonly unconnected: number;
  readonly references: readonly DependencyReference[];
  readonly dangling: readonly DanglingReference[];
  /** Versions that refer to each other, directly or through others, or to themselves. Only IMPORT mode lets them come about. */
  readonly circles: readonly (readonly SubjectVersion[])[];
  /** Live versions that refer to others, while no live version refers to them: where chains of references begin. */
  readonly roots: readonly SubjectVersion[];
  /** Versions that others refer to, and that refer to nothing: where chains of references end. */
  readonly leaves: readonly SubjectVersion[];
  /**
   * Live versions to which no live version refers, of subjects of which another version is referred to: they were probably made
   * to be referred to, and can perhaps be deleted. What is used in no reference at all is not here: most schemas are not.
   */
  readonly unused: readonly SubjectVersion[];
  /** The longest chain of references, in steps. */
  readonly depth: number;
  /** What could not be read, and may refer or be referred to. */
  readonly unknown: readonly Unreadable[];
}

/**
 * Finds who refers to whom in a snapshot, across contexts. A reference is followed as the registry does it: one without a
 * context leads to the context of the schema that refers. Takes time in proportion to versions and references, at any depth.
 *
 * @throws SnapshotError `context_not_found`, `subject_not_found`, `version_not_found`, or `invalid_argument` for a snapshot of
 *   names only
 *
 * @example
 * const { circles, dangling } = dependencyGraph(snapshot);
 */
export function dependencyGraph(
  snapshot: Snapshot,
  options: DependencyGraphOptions = {},
): DependencyGraph {
  requireVersions(snapshot);
  const graph = referenceGraphOf(snapshot);
  const { circles, depths } = orderVersions(graph);
  const part = choosePart(snapshot, graph, options);
  const isChosen = (number: number): boolean => part.nodes[number] === 1;
  const isWanted = (number: number): boolean => part.inside[number] === 1;

  const isLive = (number: number): boolean => !graph.at(number).version.deleted;
  const isReferredTo = new Uint8Array(graph.places.length);
  for (const { from, to } of graph.found) if (isLive(from)) isReferredTo[to] = 1;
  const usedSubjects = new Set<string>();
  isReferredTo.forEach((is, number) => {
    if (is === 1) usedSubjects.add(graph.at(number).subject.name);
  });
  const isDangling = new Set(graph.lost.map(({ from }) => from));

  const nodes: DependencyNode[] = [];
  const roots: SubjectVersion[] = [];
  const leaves: SubjectVersion[] = [];
  const unused: SubjectVersion[] = [];
  let [unconnected, depth] = [0, 0];
  for (let number = 0; number < graph.places.length; number += 1) {
    if (!isChosen(number)) continue;
    const { subject, version } = graph.at(number);
    const dependencies = graph.targets[number]?.length ?? 0;
    const dependents = graph.referrers[number]?.length ?? 0;
    const name = graph.nameOf(number);
    const isUnreferred = isLive(number) && isReferredTo[number] === 0;
    if (isUnreferred && usedSubjects.has(subject.name)) unused.push(name);
    if (dependencies + dependents === 0 && !isDangling.has(number)) {
      unconnected += 1;
      continue;
    }
    if (isUnreferred && version.references.length > 0) roots.push(name);
    if (dependents > 0 && version.references.length === 0) leaves.push(name);
    depth = Math.max(depth, depths[number] ?? 0);
    // Not spread from `name`: that takes ten times as long.
    nodes.push({
      subject: name.subject,
      version: name.version,
      context: subject.context,
      id: version.id,
      schemaType: version.schemaType,
      deleted: version.deleted,
      dependencies,
      dependents,
      depth: depths[number] ?? 0,
    });
  }
  return {
    registry: snapshot.registry,
    nodes,
    unconnected,
    references: graph.found
      .filter(({ from, to }) => isChosen(from) && isChosen(to) && (isWanted(from) || isWanted(to)))
      .map(({ from, name, to }) => ({ from: graph.nameOf(from), name, to: graph.nameOf(to) })),
    dangling: danglingReferences(snapshot, graph, isWanted),
    circles: circles
      .filter((members) => members.some(isWanted))
      .map((all) => all.map(graph.nameOf)),
    roots,
    leaves,
    unused,
    depth,
    unknown: snapshot.unreadable,
  };
}

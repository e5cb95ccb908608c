import { requireContexts, requireSubject, requireVersion } from '../require-part.ts';
import type { Snapshot } from '../snapshot.ts';
import { reachableFrom } from './reachable.ts';
import type { ReferenceGraph } from './reference-graph.ts';

/** Which part of the graph is wanted; all of it where nothing is said. */
export interface DependencyGraphOptions {
  /** Versions of these contexts, and those beyond that they refer to or that refer to them. */
  contexts?: readonly string[] | undefined;
  /** A subject or a version, all that it depends on and all that depends on it, through any number of references. */
  around?: { subject: string; version?: number | 'latest' | undefined } | undefined;
}

/** The wanted part of a graph. */
export interface GraphPart {
  /** By the number of a version, 1 where it belongs to it. */
  readonly inside: Uint8Array;
  /** These, and what they refer to or are referred to by. */
  readonly nodes: Uint8Array;
}

/** Chooses the versions that belong to the wanted part of a graph. */
export function choosePart(
  snapshot: Snapshot,
  graph: ReferenceGraph,
  { contexts, around }: DependencyGraphOptions,
): GraphPart {
  const inside = new Uint8Array(graph.places.length).fill(1);
  if (around) {
    const numbers = startNumbers(snapshot, graph, around);
    const below = reachableFrom(numbers, graph.targets);
    const above = reachableFrom(numbers, graph.referrers);
    for (let number = 0; number < inside.length; number += 1) {
      if (!below.has(number) && !above.has(number)) inside[number] = 0;
    }
  }
  const names = contexts && requireContexts(snapshot, contexts);
  if (names === undefined) return { inside, nodes: inside };
  graph.places.forEach(({ subject }, number) => {
    if (!names.has(subject.context)) inside[number] = 0;
  });
  const nodes = inside.slice();
  for (const { from, to } of graph.found) {
    if (inside[from] === 1) nodes[to] = 1;
    if (inside[to] === 1) nodes[from] = 1;
  }
  return { inside, nodes };
}

function startNumbers(
  snapshot: Snapshot,
  graph: ReferenceGraph,
  { subject: written, version }: NonNullable<DependencyGraphOptions['around']>,
): number[] {
  const { name, versions } = requireSubject(snapshot, written);
  const wanted =
    version === undefined ? versions : [requireVersion(snapshot, name, version).version];
  return wanted.flatMap((each) => graph.numberOf(name, each.version) ?? []);
}

import type { SchemaReference, SubjectVersion } from '@srkit/registry-protocol';
import { indexesOf, type PlacedVersion } from '../indexes.ts';
import { referencedSubject } from '../referenced-subject.ts';
import { findVersion } from '../resolve-references.ts';
import type { Snapshot } from '../snapshot.ts';

/** A reference that leads to a version of the snapshot; versions are numbers into `places`. */
export interface FoundReference {
  readonly from: number;
  readonly name: string;
  readonly to: number;
}

/** A reference that leads to nothing in the snapshot. */
export interface LostReference {
  readonly from: number;
  readonly reference: SchemaReference;
  /** Where it leads: the qualified subject. */
  readonly subject: string;
}

/** Who refers to whom, in numbers, so that 100,000 versions take little time and memory. */
export interface ReferenceGraph {
  /** Every version of the snapshot, in its order. */
  readonly places: readonly PlacedVersion[];
  readonly found: readonly FoundReference[];
  readonly lost: readonly LostReference[];
  /** Of each version those that it refers to, each once. */
  readonly targets: readonly (readonly number[])[];
  /** Of each version those that refer to it, each once. */
  readonly referrers: readonly (readonly number[])[];
  /** The number of a version, if the snapshot has it. */
  numberOf(subject: string, version: number): number | undefined;
  /** The version of a number. */
  at(number: number): PlacedVersion;
  /** What a version of a number is called. */
  nameOf(number: number): SubjectVersion;
}

const nothing: readonly number[] = [];
const made = new WeakMap<Snapshot, ReferenceGraph>();

/** The references of a snapshot. Made when it is first asked for, in time proportional to versions and references. */
export function referenceGraphOf(snapshot: Snapshot): ReferenceGraph {
  const known = made.get(snapshot);
  if (known) return known;
  const graph = referenceGraph(snapshot);
  made.set(snapshot, graph);
  return graph;
}

function referenceGraph(snapshot: Snapshot): ReferenceGraph {
  const { subjects } = indexesOf(snapshot);
  const places: PlacedVersion[] = [];
  const firstOf = new Map<string, number>();
  for (const subject of snapshot.subjects) {
    firstOf.set(subject.name, places.length);
    for (const version of subject.versions) places.push({ subject, version });
  }

  function numberOf(name: string, wanted: number): number | undefined {
    const subject = subjects.get(name);
    const first = firstOf.get(name);
    if (subject === undefined || first === undefined) return undefined;
    const version = findVersion(subject, wanted);
    if (version === undefined) return undefined;
    let [low, high] = [0, subject.versions.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((subject.versions[middle]?.version ?? 0) < version.version) low = middle + 1;
      else high = middle;
    }
    return first + low;
  }

  const found: FoundReference[] = [];
  const lost: LostReference[] = [];
  const targets = new Array<readonly number[]>(places.length).fill(nothing);
  const referrers = new Array<readonly number[]>(places.length).fill(nothing);
  const growing = new Map<number, number[]>();
  places.forEach(({ subject: { context }, version: { references } }, from) => {
    if (references.length === 0) return;
    const distinct = new Set<number>();
    for (const reference of references) {
      const subject = referencedSubject(context, reference.subject);
      const to = numberOf(subject, reference.version);
      if (to === undefined) {
        lost.push({ from, reference, subject });
        continue;
      }
      found.push({ from, name: reference.name, to });
      distinct.add(to);
    }
    targets[from] = [...distinct];
    for (const to of distinct) {
      const known = growing.get(to);
      if (known) known.push(from);
      else {
        const first = [from];
        growing.set(to, first);
        referrers[to] = first;
      }
    }
  });
  function at(number: number): PlacedVersion {
    const place = places[number];
    if (place === undefined) throw new RangeError(`There is no version ${number} in the graph.`);
    return place;
  }

  function nameOf(number: number): SubjectVersion {
    const { subject, version } = at(number);
    return { subject: subject.name, version: version.version };
  }

  return { places, found, lost, targets, referrers, numberOf, at, nameOf };
}

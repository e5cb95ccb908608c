import { orderByReference } from '@srkit/registry-protocol';
import type { ReferenceGraph } from './reference-graph.ts';

/** Versions in order, and how they hang together. */
export interface OrderedVersions {
  /** What takes part in references, each after all that it refers to, but for circles. */
  readonly ordered: readonly number[];
  /** Versions that refer to each other, or to themselves; each list and all of them ascending. */
  readonly circles: readonly (readonly number[])[];
  /** Of each version the longest chain of references that begins at it; a circle is one step. */
  readonly depths: Int32Array;
}

const made = new WeakMap<ReferenceGraph, OrderedVersions>();

/** Orders the versions that take part in references. Made once for each graph; no depth is too much. */
export function orderVersions(graph: ReferenceGraph): OrderedVersions {
  const known = made.get(graph);
  if (known) return known;
  const order = ordered(graph);
  made.set(graph, order);
  return order;
}

function ordered({ places, targets, referrers }: ReferenceGraph): OrderedVersions {
  const connected: number[] = [];
  for (let number = 0; number < places.length; number += 1) {
    if (targets[number]?.length !== 0 || referrers[number]?.length !== 0) connected.push(number);
  }
  const order = orderByReference(connected, String, (number) => targets[number]?.map(String) ?? []);
  const groups = [
    ...order.cycles.map((members) => members.toSorted(ascending)),
    ...connected.filter((number) => targets[number]?.includes(number)).map((number) => [number]),
  ];
  const inCircle = new Set(order.cycles.flat());
  const circles = groups
    .filter((members) => members.length > 1 || members.every((member) => !inCircle.has(member)))
    .sort(([one = 0], [other = 0]) => one - other);
  return { ordered: order.ordered, circles, depths: measureDepths(order.ordered) };

  function measureDepths(all: readonly number[]): Int32Array {
    const groupOf = new Map<number, readonly number[]>();
    for (const members of order.cycles) for (const member of members) groupOf.set(member, members);
    const depths = new Int32Array(places.length);
    const isMeasured = new Uint8Array(places.length);
    for (const number of all) {
      if (isMeasured[number] === 1) continue;
      const members = groupOf.get(number) ?? [number];
      const own = new Set(members);
      let depth = 0;
      for (const member of members) {
        for (const target of targets[member] ?? []) {
          depth = Math.max(depth, own.has(target) ? 1 : (depths[target] ?? 0) + 1);
        }
      }
      for (const member of members) {
        depths[member] = depth;
        isMeasured[member] = 1;
      }
    }
    return depths;
  }
}

function ascending(one: number, other: number): number {
  return one - other;
}

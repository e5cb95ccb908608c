import { orderByReference, type SubjectVersion } from '@srkit/registry-protocol';
import { requireVersions } from '../require-part.ts';
import type { Snapshot, Unreadable } from '../snapshot.ts';
import { type DanglingReference, danglingReferences } from './dangling-reference.ts';
import { referenceGraphOf } from './reference-graph.ts';

/** An order in which versions can be registered. */
export interface RegistrationOrder {
  /** Every version once: after all that it refers to and after the versions of its subject before it, but for `circles`. */
  readonly order: readonly SubjectVersion[];
  /** Versions that wait for each other, so that no order is right: only IMPORT mode takes them. */
  readonly circles: readonly (readonly SubjectVersion[])[];
  /** References that nothing in the order satisfies. */
  readonly dangling: readonly DanglingReference[];
  /** What could not be read, and is therefore not in the order. */
  readonly unknown: readonly Unreadable[];
}

/**
 * Finds an order in which everything in a snapshot can be registered; reversed, one in which it can be deleted.
 *
 * @throws SnapshotError `invalid_argument` for a snapshot of names only
 */
export function registrationOrder(snapshot: Snapshot): RegistrationOrder {
  requireVersions(snapshot);
  const graph = referenceGraphOf(snapshot);
  const { places, targets } = graph;
  const selfReferring = new Set<number>();
  const { ordered, cycles } = orderByReference(
    places.map((_, number) => number),
    String,
    (number) => {
      const needed = targets[number]?.map(String) ?? [];
      if (targets[number]?.includes(number)) selfReferring.add(number);
      if (places[number - 1]?.subject === places[number]?.subject) needed.push(String(number - 1));
      return needed;
    },
  );
  const waiting = new Set(cycles.flat());
  const alone = [...selfReferring].filter((number) => !waiting.has(number)).map((each) => [each]);
  return {
    order: ordered.map(graph.nameOf),
    circles: [...cycles, ...alone].map((members) => members.map(graph.nameOf)),
    dangling: danglingReferences(snapshot, graph, () => true),
    unknown: snapshot.unreadable,
  };
}

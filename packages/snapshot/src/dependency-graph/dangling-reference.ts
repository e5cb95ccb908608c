import type { SubjectVersion } from '@srkit/registry-protocol';
import type { Snapshot } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import type { ReferenceGraph } from './reference-graph.ts';

/** A reference to a version that is not there, or may not be. */
export interface DanglingReference {
  readonly from: SubjectVersion;
  /** Whether the version that refers is itself soft-deleted. */
  readonly deleted: boolean;
  /** How the text names it. */
  readonly name: string;
  readonly to: SubjectVersion;
  /**
   * - `soft_deleted`: what refers to it can be read, and not be registered anywhere else;
   * - `missing`: neither live nor soft-deleted;
   * - `missing_or_soft_deleted`: not live, and soft-deleted versions were not read;
   * - `unknown`: it could not be read, or is outside of what was read; `reason` says which.
   */
  readonly state: 'soft_deleted' | 'missing' | 'missing_or_soft_deleted' | 'unknown';
  /** Why it is unknown, in a sentence. */
  readonly reason?: string;
}

/** The dangling references of some versions, in the order of the snapshot. */
export function danglingReferences(
  snapshot: Snapshot,
  graph: ReferenceGraph,
  isWanted: (number: number) => boolean,
): DanglingReference[] {
  const parts = unknownPartsOf(snapshot);
  const dangling: { from: number; reference: DanglingReference }[] = [];
  for (const { from, reference, subject } of graph.lost) {
    if (!isWanted(from)) continue;
    const { name, version } = reference;
    const unknown = parts.version(subject, version);
    const state = snapshot.includesDeleted ? 'missing' : 'missing_or_soft_deleted';
    add(from, name, {
      to: { subject, version },
      ...(unknown ? { state: 'unknown', reason: unknown.reason } : { state }),
    });
  }
  for (const { from, name, to } of graph.found) {
    if (!graph.at(to).version.deleted || graph.at(from).version.deleted || !isWanted(from))
      continue;
    add(from, name, { to: graph.nameOf(to), state: 'soft_deleted' });
  }
  return dangling.sort((one, other) => one.from - other.from).map(({ reference }) => reference);

  function add(
    from: number,
    name: string,
    rest: Pick<DanglingReference, 'to' | 'state' | 'reason'>,
  ): void {
    const { deleted } = graph.at(from).version;
    dangling.push({ from, reference: { from: graph.nameOf(from), deleted, name, ...rest } });
  }
}

import type { SnapshotSubject } from '@srkit/snapshot';
import type { BlockedSubject } from './clear-plan.ts';
import type { Reference, References } from './references.ts';

/** Why a subject stays. */
export type BlockedBy = BlockedSubject['by'];

/**
 * Adds to what stays all that it refers to: what is referred to by something that stays cannot go.
 *
 * @param staying subjects that stay, with why; changed in place
 * @param candidates what would go otherwise; everything else stays anyhow
 */
export function spreadBlocked(
  staying: Map<string, BlockedBy>,
  candidates: ReadonlyMap<string, SnapshotSubject>,
  { to, from }: References,
): void {
  const next = [...staying.keys()];
  const block = (name: string): void => {
    if (staying.has(name)) return;
    staying.set(name, 'reference');
    next.push(name);
  };
  for (const [name, references] of to) {
    if (references.some((reference) => !candidates.has(reference.from))) block(name);
  }
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    for (const reference of from.get(name) ?? []) block(reference.to);
  }
}

// Enough to act on; a preview for people and models must not grow with the registry.
const mostReferrers = 10;

/** Describes a subject that stays. */
export function describeBlocked(
  { name, context, subject }: SnapshotSubject,
  by: BlockedBy,
  { references, reason }: { references: readonly Reference[]; reason?: string },
): BlockedSubject {
  const referrers = references.filter(({ from }) => from !== name);
  const referencedBy = referrers.slice(0, mostReferrers).map((reference) => ({
    subject: reference.from,
    version: reference.fromVersion,
    deleted: reference.fromDeleted,
  }));
  const [first] = referencedBy;
  const more = referrers.length - 1;
  const who = first
    ? `${first.subject} version ${first.version}${first.deleted ? ' (soft-deleted)' : ''}${more > 0 ? ` and ${more} more` : ''}`
    : 'others';
  const inWords = {
    reference: `Referred to by ${who}, which ${more > 0 ? 'stay' : 'stays'}.`,
    circle: `It and ${who} refer to each other in a circle, of which the registry deletes nothing. Register one of them anew without its references first, in mode IMPORT.`,
    mode: 'Its mode forbids it.',
    alias: 'Its name stands for another subject.',
  };
  const counts = { referencedBy, referrers: referrers.length };
  return { name, context, subject, by, reason: reason ?? inWords[by], ...counts };
}

import { rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { dropAssociation } from '../../state/association-change.ts';
import type { AssociationRecord } from '../../state/association-record.ts';
import { checkUnreferenced, deleteSubject } from '../delete-versions.ts';
import { checkWritable } from '../effective-mode.ts';

/** An association that goes. */
export interface PlannedDeletion {
  record: AssociationRecord;
  /** Whether its subject goes with it, for good. */
  withSubject: boolean;
}

/**
 * Decides whether an association can go. Changes nothing.
 *
 * @param cascade whether the subject goes with a STRONG one; a frozen one goes in no other way
 * @throws Rejection 40908, 42205, 42206
 */
export function planDeletion(
  registry: Registry,
  record: AssociationRecord,
  cascade: boolean,
): PlannedDeletion {
  const { subject, associationType, lifecycle, frozen } = record;
  if (frozen && !cascade) throw rejection(40908, associationType, subject);
  checkWritable(registry, subject);
  const withSubject = cascade && lifecycle === 'STRONG';
  if (withSubject)
    for (const version of registry.store.versions(subject).all)
      checkUnreferenced(registry, version, true, subject);
  return { record, withSubject };
}

/** Does what was planned: the associations go first, because a subject that has one cannot. */
export function applyDeletions(registry: Registry, planned: readonly PlannedDeletion[]): void {
  for (const { record } of planned) registry.store.apply(dropAssociation(record));
  for (const { record, withSubject } of planned)
    if (withSubject) deleteForGood(registry, record.subject);
}

function deleteForGood(registry: Registry, subject: string): void {
  const versions = registry.store.versions(subject);
  if (versions.live.length > 0) deleteSubject(registry, subject, false);
  if (versions.all.length > 0) deleteSubject(registry, subject, true);
}

import { randomUUID } from 'node:crypto';
import { rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import type { AssociationRecord, Resource } from '../../state/association-record.ts';
import { effectiveMode, isImporting } from '../effective-mode.ts';
import { lookUpSchema } from '../look-up-schema.ts';
import type { Writing } from './check-operations.ts';
import { invalidAssociation } from './invalid-association.ts';

/** A wish, with the subject and the association that it is about. */
export interface Draft {
  writing: Writing;
  subject: string;
  existing: AssociationRecord | undefined;
}

/**
 * Decides what an association would be like, without a look at others of its subject.
 *
 * @throws Rejection 40903, 40908, 42212
 */
export function settleAssociation(
  registry: Registry,
  resource: Resource,
  draft: Draft,
): AssociationRecord {
  if (draft.existing === undefined) return settleNew(registry, resource, draft);
  return draft.writing.createOnly
    ? settleRepeated(registry, draft.existing, draft)
    : settleChanged(draft.existing, draft);
}

function settleNew(
  registry: Registry,
  resource: Resource,
  { writing, subject }: Draft,
): AssociationRecord {
  const { associationType, schema, frozen = false } = writing;
  const lifecycle = writing.lifecycle ?? (schema ? 'STRONG' : 'WEAK');
  if (frozen && lifecycle === 'WEAK') throw weakAndFrozen();
  // What is imported has its versions already.
  if (frozen && !isImporting(effectiveMode(registry, subject))) {
    if (!schema)
      throw invalidAssociation(
        'schema',
        'schema must be provided when creating a frozen association',
      );
    if (registry.store.versions(subject).live.length > 0)
      throw invalidAssociation(
        'frozen',
        'cannot create a frozen association when schemas already exist in the subject',
      );
  }
  return { ...resource, subject, guid: randomUUID(), associationType, lifecycle, frozen };
}

/** What is created once more must be there as it is asked for, its schema too. */
function settleRepeated(
  registry: Registry,
  existing: AssociationRecord,
  { writing, subject }: Draft,
): AssociationRecord {
  const { schema, normalize, associationType } = writing;
  const isSame =
    existing.subject === subject &&
    existing.lifecycle === writing.lifecycle &&
    existing.frozen === writing.frozen;
  const isThere =
    isSame &&
    (!schema ||
      lookUpSchema(registry, subject, schema, { normalize, deleted: false }) !== undefined);
  if (!isThere) throw rejection(40903, associationType, existing.resourceId);
  return existing;
}

function settleChanged(
  existing: AssociationRecord,
  { writing, subject }: Draft,
): AssociationRecord {
  const { associationType, schema, frozen } = writing;
  if (subject !== existing.subject)
    throw invalidAssociation('subject', 'subject of association cannot be changed');
  if (frozen !== undefined && frozen !== existing.frozen)
    throw invalidAssociation('frozen', 'frozen attribute of association cannot be changed');
  const lifecycle = writing.lifecycle ?? (schema ? 'STRONG' : existing.lifecycle);
  if (lifecycle === existing.lifecycle) return existing;
  if (existing.frozen) throw rejection(40908, associationType, subject);
  return { ...existing, lifecycle };
}

function weakAndFrozen() {
  return invalidAssociation('frozen', 'association with lifecycle of WEAK cannot be frozen');
}

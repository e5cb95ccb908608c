import { rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { keepAssociation } from '../../state/association-change.ts';
import {
  type AssociationRecord,
  associationKey,
  type Resource,
} from '../../state/association-record.ts';
import type { SchemaRecord } from '../../state/records.ts';
import { referencedVersions } from '../../state/referenced-subject.ts';
import { checkWritable } from '../effective-mode.ts';
import {
  applyRegistration,
  type PlannedRegistration,
  planRegistration,
} from '../register-schema.ts';
import {
  checkOperations,
  type Deletion,
  defaultSubject,
  type Writing,
} from './check-operations.ts';
import { checkResource } from './check-resource.ts';
import { invalidAssociation } from './invalid-association.ts';
import { applyDeletions, type PlannedDeletion, planDeletion } from './plan-deletion.ts';
import type { ChangeOptions, SentAssociations } from './sent-associations.ts';
import { type Draft, settleAssociation } from './settle-association.ts';

/** How many associations a registry takes. */
const maxAssociations = 20_000;

/** What becomes of the associations of one resource. */
export interface AssociationPlan {
  resource: Resource;
  deleted: PlannedDeletion[];
  /** In the order of the request. */
  written: PlannedAssociation[];
}

/** An association that will be there. */
export interface PlannedAssociation {
  record: AssociationRecord;
  /** Whether it is new or changes. */
  changes: boolean;
  registration: PlannedRegistration | undefined;
}

/**
 * Decides what a request would do to the associations of a resource. Changes nothing.
 *
 * @throws Rejection 40410, 40901-40908, 42201, 42205, 42206, 42208, 42212
 */
export function planAssociations(
  registry: Registry,
  sent: SentAssociations,
  options: ChangeOptions,
): AssociationPlan {
  const resource = checkResource(sent, options);
  const operations = checkOperations(sent, resource, options);
  checkSameResource(registry, resource);
  const deleted = operations.flatMap((each) =>
    each.kind === 'delete' ? [planOneDeletion(registry, resource, each)] : [],
  );
  const drafts = operations.flatMap((each) =>
    each.kind === 'write' ? [draft(registry, resource, each)] : [],
  );
  for (const each of drafts) checkHasVersion(registry, each, deleted);
  const records = drafts.map((each) => settleAssociation(registry, resource, each));
  checkRoom(registry, drafts, deleted);
  checkExclusive(registry, records, deleted);
  return { resource, deleted, written: planWritten(registry, drafts, records, deleted) };
}

/** Does what was planned. */
export function applyAssociations(registry: Registry, { deleted, written }: AssociationPlan): void {
  applyDeletions(registry, deleted);
  for (const { record, changes, registration } of written) {
    if (registration) applyRegistration(registry, registration);
    if (changes) registry.store.apply(keepAssociation(record));
  }
}

/** @throws Rejection 42212 when the id stands for another resource */
function checkSameResource(registry: Registry, resource: Resource): void {
  for (const known of registry.store.associations.ofResourceId(resource.resourceId))
    for (const property of ['resourceName', 'resourceNamespace'] as const)
      if (known[property] !== resource[property])
        throw invalidAssociation(
          property,
          `resource '${resource.resourceId}' is known as '${known[property]}'`,
        );
}

function planOneDeletion(
  registry: Registry,
  resource: Resource,
  { associationType, cascade }: Deletion,
): PlannedDeletion {
  const record = registry.store.associations.get({ ...resource, associationType });
  if (record === undefined) throw rejection(40410, resource.resourceId);
  return planDeletion(registry, record, cascade);
}

function draft(registry: Registry, resource: Resource, writing: Writing): Draft {
  const { associationType } = writing;
  const existing = registry.store.associations.get({ ...resource, associationType });
  const subject = writing.subject ?? existing?.subject ?? defaultSubject(resource, associationType);
  return { writing, subject, existing };
}

/** @throws Rejection 40907 */
function checkHasVersion(
  registry: Registry,
  { writing, subject }: Draft,
  deleted: readonly PlannedDeletion[],
): void {
  const isLive = registry.store.versions(subject).live.length > 0;
  if (goes(subject, deleted) || (!writing.schema && !isLive)) throw rejection(40907, subject);
}

/** @throws Rejection 40902 */
function checkRoom(
  registry: Registry,
  drafts: readonly Draft[],
  deleted: readonly PlannedDeletion[],
): void {
  const added = drafts.filter(({ existing }) => existing === undefined).length;
  const left = registry.store.associations.size - deleted.length;
  if (added > 0 && left + added > maxAssociations) throw rejection(40902, maxAssociations);
}

/** @throws Rejection 40904, 40905 when a subject would be that of a STRONG association and of another one */
function checkExclusive(
  registry: Registry,
  records: readonly AssociationRecord[],
  deleted: readonly PlannedDeletion[],
): void {
  const replaced = new Set(
    [...records, ...deleted.map(({ record }) => record)].map(associationKey),
  );
  for (const record of records) {
    const { subject, lifecycle } = record;
    const others = [
      ...records.filter((each) => each !== record && each.subject === subject),
      ...firstOther(registry, subject, replaced),
    ];
    if (others.length > 0 && lifecycle === 'STRONG') throw rejection(40904, subject);
    if (others.some((each) => each.lifecycle === 'STRONG')) throw rejection(40905, subject);
  }
}

/** One that stays, or none. Of several associations of a subject none is STRONG, so the first one tells of all. */
function firstOther(
  registry: Registry,
  subject: string,
  replaced: ReadonlySet<string>,
): AssociationRecord[] {
  for (const each of registry.store.associations.ofSubject(subject))
    if (!replaced.has(associationKey(each))) return [each];
  return [];
}

function planWritten(
  registry: Registry,
  drafts: readonly Draft[],
  records: readonly AssociationRecord[],
  deleted: readonly PlannedDeletion[],
): PlannedAssociation[] {
  const before: SchemaRecord[] = [];
  return drafts.map((each, index) => {
    const record = records[index] as AssociationRecord;
    const changes = record !== each.existing;
    if (changes) checkWritable(registry, record.subject);
    const registration = planSchema(registry, each, before);
    for (const [target] of registration ? referencedVersions(registration.record) : [])
      if (goes(target, deleted)) throw rejection(40907, target);
    if (registration?.isNew) before.push(registration.record);
    return { record, changes, registration };
  });
}

function planSchema(
  registry: Registry,
  { writing, subject, existing }: Draft,
  before: readonly SchemaRecord[],
): PlannedRegistration | undefined {
  const { schema, normalize, createOnly } = writing;
  if (!schema) return undefined;
  // What is created once more was found there: it must not become one version more.
  const isRepeated = createOnly && existing !== undefined;
  const wanted = isRepeated ? { ...schema, id: null, version: null } : schema;
  return planRegistration(registry, subject, wanted, { normalize, before });
}

/** Whether a subject is deleted with its association. */
function goes(subject: string, deleted: readonly PlannedDeletion[]): boolean {
  return deleted.some((each) => each.withSubject && each.record.subject === subject);
}

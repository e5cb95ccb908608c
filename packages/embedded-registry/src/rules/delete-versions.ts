import { isQualified, parseQualifiedName, type VersionSelector } from '@srkit/registry-protocol';
import { rejection, rejectionWith } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import { checkWritable } from './effective-mode.ts';
import { referringIds } from './references.ts';
import { findVersion, hasSubject } from './subject-lookups.ts';

/**
 * Deletes one version, softly or for good.
 *
 * @returns the version's number
 * @throws Rejection 42205, 40401, 40402, 40406, 40407, 42206
 */
export function deleteVersion(
  registry: Registry,
  subject: string,
  selector: VersionSelector,
  permanent: boolean,
): number {
  if (!hasSubject(registry, subject, { deleted: true })) throw rejection(40401, subject);
  const record =
    selector === 'latest'
      ? findVersion(registry, subject, 'latest', { deleted: false })
      : findVersion(registry, subject, selector, { deleted: true });
  if (!record) {
    if (selector === 'latest' || !permanent) throwMissing(registry, subject, selector);
    throw rejection(40402, selector);
  }
  if (!permanent && record.deleted) throw rejection(40406, subject, record.version);
  checkWritable(registry, subject);
  checkUnreferenced(registry, record, permanent);
  if (permanent && !record.deleted) throw rejection(40407, subject, record.version);
  if (permanent) removeForGood(registry, record);
  else registry.store.apply({ kind: 'put', record: { ...record, deleted: true } });
  return record.version;
}

function throwMissing(registry: Registry, subject: string, selector: VersionSelector): never {
  if (!hasSubject(registry, subject, { deleted: false }) && selector === 'latest')
    throw rejection(40401, subject);
  throw rejection(40402, selector === 'latest' ? -1 : selector);
}

/**
 * Deletes all versions of a subject: the live ones softly, or all of them for good.
 *
 * @returns the numbers of the versions that went
 * @throws Rejection 42205, 40401, 40404, 40405, 40904, 42206
 */
export function deleteSubject(registry: Registry, subject: string, permanent: boolean): number[] {
  const { all, live } = registry.store.versions(subject);
  if (all.length === 0) throw rejection(40401, subject);
  if (!permanent && live.length === 0) throw rejection(40404, subject);
  if (registry.store.associations.hasSubject(subject)) throw rejection(40904, subject);
  checkWritable(registry, subject);
  // A copy: deleting changes the lists.
  const going = [...(permanent ? all : live)];
  for (const record of going) checkUnreferenced(registry, record, permanent, subject);
  if (permanent && live.length > 0) throw rejection(40405, subject);
  for (const record of going) {
    if (permanent) removeForGood(registry, record);
    else registry.store.apply({ kind: 'put', record: { ...record, deleted: true } });
  }
  return going.map((record) => record.version);
}

/** Removes a version, and with a subject's last one its configuration and mode. */
export function removeForGood(registry: Registry, { subject, version }: SchemaRecord): void {
  registry.store.apply({ kind: 'remove', subject, version });
  if (registry.store.versions(subject).all.length === 0)
    registry.store.apply({ kind: 'settings', name: subject, settings: {} });
}

/**
 * @param except references from this subject do not count
 * @throws Rejection 42206 when something refers to the version; for a soft deletion only live schemas count
 */
export function checkUnreferenced(
  registry: Registry,
  { subject, version }: SchemaRecord,
  permanent: boolean,
  except?: string,
): void {
  const referring = referringIds(registry, subject, version, { deleted: permanent }).filter(
    ({ context, id }) => {
      if (except === undefined) return true;
      for (const [user, at] of registry.store.usesOfId(context, id)) {
        if (user === except) continue;
        const using = registry.store.version(user, at);
        if (using && (permanent || !using.deleted)) return true;
      }
      return false;
    },
  );
  if (referring.length > 0)
    throw rejectionWith(
      42206,
      `One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=${subject},version=${version}}.`,
    );
}

/** Whether a context other than the default one holds versions, soft-deleted ones too. */
export function isContextEmpty(registry: Registry, name: string): boolean {
  const { context } = parseQualifiedName(name);
  const held = registry.store.subjects.withPrefix(context === '.' ? '' : `:${context}:`);
  return context === '.' ? !held.some((subject) => !isQualified(subject)) : held.length === 0;
}

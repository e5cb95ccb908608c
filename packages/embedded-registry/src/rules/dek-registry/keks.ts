import { rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { dropKek, keepKek } from '../../state/key-change.ts';
import type { KekRecord } from '../../state/key-records.ts';
import { checkKekName, checkRoom, checkServiceKey } from './check-kek.ts';
import { findKek } from './find-keys.ts';
import { checkSharing } from './key-material.ts';

/** What is sent to create a key encryption key. */
export interface SentKek {
  name: string | null;
  kmsType: string | null;
  kmsKeyId: string | null;
  kmsProps: Readonly<Record<string, string | null>> | null;
  doc: string | null;
  shared: boolean;
  deleted: boolean;
}

/** What can be changed of a key encryption key; what is absent stays, null clears. */
export type KekChange = Partial<{
  kmsProps: SentKek['kmsProps'];
  doc: string | null;
  shared: boolean | null;
}>;

/**
 * Creates a key encryption key. Creating it again as it was, after it was soft-deleted, brings it back; and with `deleted` a
 * live one is soft-deleted.
 *
 * @param options.testSharing whether a shared key is tried out first
 * @throws Rejection 42271, 40971, 40972, 50070
 */
export function createKek(
  registry: Registry,
  { name, kmsType, kmsKeyId, kmsProps, doc, shared, deleted }: SentKek,
  { testSharing }: { testSharing: boolean },
): KekRecord {
  checkKekName(name);
  const serviceKey = checkServiceKey(kmsType, kmsKeyId);
  const ts = registry.now();
  const kek: KekRecord = {
    name,
    ...serviceKey,
    kmsProps: inOrder(kmsProps),
    doc,
    shared,
    ts,
    deleted,
  };
  if (testSharing && shared) checkSharing(kek);
  const before = registry.store.keys.kek(name);
  if (before && (before.deleted === deleted || !isSame(before, kek))) throw rejection(40971, name);
  if (!before) checkRoom(registry);
  registry.store.apply(keepKek(kek));
  return kek;
}

/**
 * Changes a key encryption key.
 *
 * @param options.testSharing whether a shared key is tried out first
 * @throws Rejection 40470, 50070
 */
export function updateKek(
  registry: Registry,
  name: string,
  { kmsProps, doc, shared }: KekChange,
  { testSharing }: { testSharing: boolean },
): KekRecord {
  const before = findKek(registry, name, { deleted: false });
  const kek: KekRecord = {
    ...before,
    ...(kmsProps !== undefined && { kmsProps: inOrder(kmsProps) }),
    ...(doc !== undefined && { doc }),
    ...(shared !== undefined && { shared: shared === true }),
    ts: registry.now(),
  };
  if (testSharing && kek.shared) checkSharing(kek);
  if (isSame(before, kek)) return before;
  registry.store.apply(keepKek(kek));
  return kek;
}

/**
 * Tries a shared key encryption key out.
 *
 * @throws Rejection 40470, 42271 when it is not shared, 50070 when its key service cannot be used
 */
export function testKek(registry: Registry, name: string): KekRecord {
  const kek = findKek(registry, name, { deleted: false });
  if (!kek.shared) throw rejection(42271, 'shared');
  checkSharing(kek);
  return kek;
}

/**
 * Deletes a key encryption key, softly or for good.
 *
 * @throws Rejection 40470; 42272 when there are keys under it, live ones or, for good, any; 40471
 */
export function deleteKek(registry: Registry, name: string, permanent: boolean): void {
  const kek = findKek(registry, name, { deleted: true });
  if (registry.store.keys.hasDeks(name, permanent)) throw rejection(42272, name);
  if (permanent) {
    if (!kek.deleted) throw rejection(40471, name);
    registry.store.apply(dropKek(kek));
  } else if (!kek.deleted) {
    registry.store.apply(keepKek({ ...kek, ts: registry.now(), deleted: true }));
  }
}

/** Brings a soft-deleted key encryption key back. @throws Rejection 40470 */
export function undeleteKek(registry: Registry, name: string): void {
  const kek = findKek(registry, name, { deleted: true });
  if (!kek.deleted) return;
  registry.store.apply(keepKek({ ...kek, ts: registry.now(), deleted: false }));
}

function inOrder(kmsProps: SentKek['kmsProps']): KekRecord['kmsProps'] {
  const entries = Object.entries(kmsProps ?? {});
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two keys are the same but for their state and time. */
function isSame(one: KekRecord, other: KekRecord): boolean {
  const compared = (kek: KekRecord) => {
    const { kmsType, kmsKeyId, kmsProps, doc, shared } = kek;
    return JSON.stringify([kmsType, kmsKeyId, Object.entries(kmsProps), doc, shared]);
  };
  return compared(one) === compared(other);
}

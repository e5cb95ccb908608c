import { isValidSubjectName, type VersionSelector } from '@srkit/registry-protocol';
import { rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { dropDek, keepDek } from '../../state/key-change.ts';
import type { DekRecord, DekSeries, KekRecord } from '../../state/key-records.ts';
import { effectiveMode } from '../effective-mode.ts';
import type { DeletedFilter } from '../subject-lookups.ts';
import { checkRoom } from './check-kek.ts';
import { findDek, findKek, listedDeks } from './find-keys.ts';
import { clearKeyMaterial, newKeyMaterial, rewrappedKeyMaterial } from './key-material.ts';

/** What is sent to create a version of a data encryption key. */
export interface SentDek extends DekSeries {
  version: number;
  /** Null lets the registry make a key, which needs a shared key encryption key. */
  encryptedKeyMaterial: string | null;
  deleted: boolean;
}

/** A key as it is answered: with the key in clear where the key encryption key is shared. */
export interface OpenedDek {
  dek: DekRecord;
  keyMaterial?: string | undefined;
}

/**
 * Creates a version of a data encryption key. Creating it again as it was, after it was soft-deleted, brings it back; and with
 * `deleted` a live one is soft-deleted.
 *
 * @param options.rewrap whether a key that is there already gets the new key material; without any it is encrypted anew
 * @throws Rejection 42271, 40470, 40971, 40972, 50070. A key that the registry cannot decrypt is kept before it fails, as in
 *   the real one.
 */
export function createDek(
  registry: Registry,
  sent: SentDek,
  { rewrap }: { rewrap: boolean },
): OpenedDek {
  const { kekName, subject, algorithm, version, deleted } = sent;
  if (subject === '' || !isValidSubjectName(subject)) throw rejection(42271, 'subject');
  const kek = findKek(registry, kekName, { deleted });
  const before = registry.store.keys.dek(sent);
  const encryptedKeyMaterial =
    sent.encryptedKeyMaterial ?? ownKeyMaterial(kek, sent, rewrap ? before : undefined);
  const ts = registry.now();
  const dek: DekRecord = {
    kekName,
    subject,
    algorithm,
    version,
    encryptedKeyMaterial,
    ts,
    deleted,
  };
  const isSame = before?.encryptedKeyMaterial === encryptedKeyMaterial;
  if (before && !rewrap && (before.deleted === deleted || !isSame)) throw rejection(40971, subject);
  if (!before) checkRoom(registry);
  registry.store.apply(keepDek(dek));
  // What is copied from elsewhere is not opened.
  return effectiveMode(registry, subject) === 'IMPORT' ? { dek } : openDek(kek, dek);
}

function ownKeyMaterial(kek: KekRecord, sent: SentDek, rewrapped: DekRecord | undefined): string {
  if (!kek.shared) throw rejection(42271, 'encryptedKeyMaterial');
  return rewrapped
    ? rewrappedKeyMaterial(kek, rewrapped)
    : newKeyMaterial(kek, sent.subject, sent.algorithm);
}

/**
 * Reads a version of a data encryption key.
 *
 * @throws Rejection 40470, 50070
 */
export function readDek(
  registry: Registry,
  series: DekSeries,
  version: VersionSelector,
  { deleted }: DeletedFilter,
): OpenedDek {
  const kek = findKek(registry, series.kekName, { deleted });
  return openDek(kek, findDek(registry, series, version, { deleted }));
}

function openDek(kek: KekRecord, dek: DekRecord): OpenedDek {
  return { dek, keyMaterial: clearKeyMaterial(kek, dek) };
}

/**
 * Deletes versions of a data encryption key, softly or for good.
 *
 * @param version undefined for all
 * @throws Rejection 40470; 40471 when one of them is live and should go for good
 */
export function deleteDeks(
  registry: Registry,
  series: DekSeries,
  version: VersionSelector | undefined,
  permanent: boolean,
): void {
  findKek(registry, series.kekName, { deleted: true });
  const deks = chosenDeks(registry, series, version);
  if (permanent) {
    if (deks.some((dek) => !dek.deleted)) throw rejection(40471, series.subject);
    for (const dek of deks) registry.store.apply(dropDek(dek));
    return;
  }
  const ts = registry.now();
  for (const dek of deks)
    if (!dek.deleted) registry.store.apply(keepDek({ ...dek, ts, deleted: true }));
}

/**
 * Brings soft-deleted versions of a data encryption key back.
 *
 * @param version undefined for all
 * @throws Rejection 40470; 40472 when the key encryption key is soft-deleted itself
 */
export function undeleteDeks(
  registry: Registry,
  series: DekSeries,
  version: VersionSelector | undefined,
): void {
  const kek = findKek(registry, series.kekName, { deleted: true });
  const deks = chosenDeks(registry, series, version);
  if (kek.deleted) throw rejection(40472, kek.name);
  const ts = registry.now();
  for (const dek of deks)
    if (dek.deleted) registry.store.apply(keepDek({ ...dek, ts, deleted: false }));
}

/** @throws Rejection 40470 when there are none */
function chosenDeks(
  registry: Registry,
  series: DekSeries,
  version: VersionSelector | undefined,
): readonly DekRecord[] {
  if (version !== undefined) return [findDek(registry, series, version, { deleted: true })];
  const all = listedDeks(registry, series, { deleted: true });
  if (all.length === 0) throw rejection(40470, series.subject);
  return all;
}

import {
  defaultContext,
  everyContext,
  isQualified,
  maxVersion,
  parseQualifiedName,
  type VersionSelector,
} from '@srkit/registry-protocol';
import { rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import type { DekRecord, DekSeries, KekRecord } from '../../state/key-records.ts';
import type { DeletedFilter } from '../subject-lookups.ts';

/**
 * Finds a key encryption key.
 *
 * @throws Rejection 40470
 */
export function findKek(registry: Registry, name: string, { deleted }: DeletedFilter): KekRecord {
  const kek = registry.store.keys.kek(name);
  if (kek === undefined || (kek.deleted && !deleted)) throw rejection(40470, name);
  return kek;
}

/**
 * The versions of a data encryption key that listings, `latest` and operations on all versions see, ascending. A key can be
 * created with the version 0, a negative one or 2^31 - 1; the real registry leaves those out.
 */
export function listedDeks(
  registry: Registry,
  series: DekSeries,
  { deleted }: DeletedFilter,
): DekRecord[] {
  return registry.store.keys
    .deks(series)
    .filter((dek) => dek.version >= 1 && dek.version < maxVersion && (deleted || !dek.deleted));
}

/**
 * Finds one version of a data encryption key.
 *
 * @throws Rejection 40470, which names the subject
 */
export function findDek(
  registry: Registry,
  series: DekSeries,
  version: VersionSelector,
  { deleted }: DeletedFilter,
): DekRecord {
  const dek =
    version === 'latest'
      ? listedDeks(registry, series, { deleted }).at(-1)
      : registry.store.keys.dek({ ...series, version });
  if (dek === undefined || (dek.deleted && !deleted)) throw rejection(40470, series.subject);
  return dek;
}

/**
 * Names of the key encryption keys, in order.
 *
 * @param prefixes where there are any: only keys with a data encryption key for a subject that begins with one of them;
 *   `:.:` before a prefix means the default context, `:*:` every context
 */
export function kekNames(
  registry: Registry,
  prefixes: readonly string[],
  { deleted }: DeletedFilter,
): string[] {
  const { keys } = registry.store;
  if (prefixes.length === 0) return keys.kekNames(deleted);
  const names = prefixes.flatMap((prefix) =>
    usesOf(registry, prefix, { deleted }).map(({ kekName }) => kekName),
  );
  return [...new Set(names)].sort();
}

function usesOf(registry: Registry, prefix: string, { deleted }: DeletedFilter) {
  const { keys } = registry.store;
  const { context, subject } = parseQualifiedName(prefix);
  if (!isQualified(prefix) || (context !== defaultContext && context !== everyContext))
    return keys.usesWithPrefix(prefix, deleted);
  if (context === defaultContext)
    return keys.usesWithPrefix(subject, deleted).filter((use) => !isQualified(use.subject));
  return keys
    .usesWithPrefix('', deleted)
    .filter((use) => parseQualifiedName(use.subject).subject.startsWith(subject));
}

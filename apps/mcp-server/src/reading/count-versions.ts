import { isRegistryError, type RegistryClient } from '@srkit/registry-client';

/** How many versions a subject has. */
export interface VersionCounts {
  total_versions: number;
  soft_deleted_versions: number;
  /** Numbers of those that are not deleted, ascending. */
  versions: number[];
}

/**
 * Counts the versions of a subject.
 *
 * @throws RegistryError `subject_not_found` for one that has none at all, not even softly deleted ones
 */
export async function countVersions(
  client: RegistryClient,
  subject: string,
  { signal }: { signal: AbortSignal },
): Promise<VersionCounts> {
  const [all, versions] = await Promise.all([
    client.versions.list(subject, { deleted: true, signal }),
    client.versions.list(subject, { signal }).catch((error: unknown) => {
      if (isRegistryError(error, 'subject_not_found')) return [];
      throw error;
    }),
  ]);
  return {
    total_versions: versions.length,
    soft_deleted_versions: all.length - versions.length,
    versions,
  };
}

import { isRegistryError, type RegistryClient } from '@srkit/registry-client';

/** The versions of a subject. */
export interface SubjectVersions {
  /** Not deleted, ascending. */
  live: number[];
  /** Softly deleted, ascending. */
  softDeleted: number[];
}

/** Reads which versions a subject has; none of either kind where there is no such subject. */
export async function versionsOf(
  client: RegistryClient,
  subject: string,
  { signal }: { signal: AbortSignal },
): Promise<SubjectVersions> {
  const [live, all] = await Promise.all([
    listed(() => client.versions.list(subject, { signal })),
    listed(() => client.versions.list(subject, { deleted: true, signal })),
  ]);
  const alive = new Set(live);
  return { live, softDeleted: all.filter((version) => !alive.has(version)) };
}

async function listed(list: () => Promise<number[]>): Promise<number[]> {
  try {
    return await list();
  } catch (error) {
    if (isRegistryError(error, 'subject_not_found')) return [];
    throw error;
  }
}

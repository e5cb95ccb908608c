import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import type { ContextName } from '@srkit/registry-protocol';
import { isSnapshotError, takeSnapshot } from '@srkit/snapshot';

// What more contexts than these hold is found sooner in one list of all.
const mostSingle = 4;

/**
 * Lists what is left in contexts.
 *
 * @param client of the default context
 * @param options.deleted whether what is soft-deleted counts
 * @returns qualified names by context; without an entry for one whose subjects could not be listed
 */
export async function listLeft(
  client: RegistryClient,
  contexts: readonly ContextName[],
  { deleted, signal }: { deleted: boolean; signal: AbortSignal | undefined },
): Promise<Map<ContextName, string[]>> {
  const left = new Map<ContextName, string[]>();
  const scope = contexts.length > mostSingle ? {} : { contexts };
  try {
    const options = { detail: 'names', includeDeleted: deleted, signal } as const;
    const snapshot = await takeSnapshot(client, scope, options);
    await snapshot.close();
    const unknown = snapshot.unreadable.filter(({ what }) => what === 'subjects');
    for (const name of contexts) {
      const isUnknown = unknown.some(({ context = name }) => context === name);
      if (!isUnknown) left.set(name, []);
    }
    for (const { name, context } of snapshot.subjects) left.get(context)?.push(name);
    return left;
  } catch (error) {
    if (isRegistryError(error) || isSnapshotError(error, 'aborted')) return left;
    throw error;
  }
}

import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import { type SnapshotProgress, takeSnapshot, type Unreadable } from '@srkit/snapshot';
import { type ContextSummary, countContexts } from './count-contexts.ts';
import { listNames } from './list-names.ts';

/** Which contexts to list, and what of them. */
export interface ListContextsOptions {
  /** What their names begin with: `feature-` and `.feature-` are the same. @default '' */
  prefix?: string | undefined;
  /** Count subjects, schemas and versions too. @default true */
  counts?: boolean | undefined;
  /** Count what is soft-deleted too. @default false */
  includeDeleted?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: SnapshotProgress) => void) | undefined;
}

/** The contexts of a registry. */
export interface ContextList {
  readonly registry: string;
  /** Whether the registry keeps contexts apart. Where it does not, all that it has is in the default one. */
  readonly supported: boolean;
  /** The default one first, then in order of name. */
  readonly contexts: readonly ContextSummary[];
  /** What could not be read; counts that depend on it are undefined. */
  readonly unreadable: readonly Unreadable[];
  /** Whether somebody wrote while it was counted. */
  readonly changedWhileRead: boolean;
}

// Up to so many, reading each by itself takes fewer requests than reading everything of a large registry.
const mostReadSingly = 10;

/**
 * Lists contexts with what they hold. What is in them is read in bulk, as `takeSnapshot` does: some requests, however many
 * subjects there are.
 *
 * @param client of any context; all of the registry's are listed
 * @throws RegistryError where they cannot be listed; SnapshotError `aborted`
 *
 * @example
 * const { contexts } = await listContexts(client, { prefix: 'feature-' });
 * for (const { name, subjects, versions } of contexts) console.log(name, subjects, versions);
 */
export async function listContexts(
  client: RegistryClient,
  options: ListContextsOptions = {},
): Promise<ContextList> {
  const { counts = true, includeDeleted = false, signal, onProgress } = options;
  const { name: registry } = client.describe();
  const listed = await listNames(client, { signal });
  const prefix = withDot(options.prefix ?? '');
  const names = (listed ?? [defaultContext]).filter((name) => name.startsWith(prefix));
  const list = { registry, supported: listed !== undefined };
  if (!counts || names.length === 0) {
    const contexts = names.map((name) => ({ name }));
    return { ...list, contexts, unreadable: [], changedWhileRead: false };
  }
  const isFew = prefix !== '' && names.length <= mostReadSingly;
  const scope = isFew && listed !== undefined ? { contexts: names } : {};
  const snapshot = await takeSnapshot(client.inContext(defaultContext), scope, {
    detail: 'versions',
    includeDeleted,
    signal,
    onProgress,
  });
  const { unreadable, changedWhileRead } = snapshot;
  const contexts = countContexts(snapshot, names);
  await snapshot.close();
  return { ...list, contexts, unreadable, changedWhileRead };
}

function withDot(prefix: ContextName): string {
  const bare = prefix.replace(/^:/, '');
  return bare === '' || bare.startsWith('.') ? bare : `.${bare}`;
}

import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  parseQualifiedName,
  type SchemaReference,
} from '@srkit/registry-protocol';
import { inParallel } from './in-parallel.ts';
import { resolveReference } from './resolve-reference.ts';

/** A version that refers to another one. */
export interface Referrer {
  context: ContextName;
  subject: string;
  version: number;
  id: number;
}

/** What refers to a version. */
export interface Referrers {
  referrers: Referrer[];
  /** Ids that the registry named, and that were found nowhere: of contexts that may not be read, or gone meanwhile. */
  unresolvedIds: number[];
}

/** The version that is referred to. */
export interface Target {
  /** In the context. */
  client: RegistryClient;
  context: ContextName;
  subject: string;
  version: number;
}

/**
 * Finds the subjects and versions that refer to a version. A registry names only ids, of every context and without saying
 * which, so each id is looked up and counts where its references really name the target: first in the target's own context,
 * and in the others only while ids are left.
 *
 * @param options.deleted count soft-deleted referrers too
 */
export async function findReferrers(
  target: Target,
  { deleted, signal }: { deleted: boolean; signal: AbortSignal },
): Promise<Referrers> {
  const { client, context, subject, version } = target;
  const ids = await client.versions.referencedBy(subject, version, { deleted, signal });
  const open = countEach(ids);
  const referrers: Referrer[] = [];
  const lookIn = async (where: ContextName): Promise<void> => {
    const found = await inParallel([...open.keys()], (id) =>
      referrersById(target, where, id, { deleted, signal }),
    );
    for (const one of found) {
      if (one.users.length === 0) continue;
      referrers.push(...one.users);
      // The registry names an id once for every context that has it.
      const left = (open.get(one.id) ?? 1) - 1;
      if (left === 0) open.delete(one.id);
      else open.set(one.id, left);
    }
  };
  if (open.size > 0) await lookIn(context);
  if (open.size > 0) {
    for (const other of await client.contexts.list({ signal })) {
      if (other !== context && open.size > 0) await lookIn(other);
    }
  }
  return { referrers, unresolvedIds: [...open.keys()] };
}

function countEach(ids: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

async function referrersById(
  target: Target,
  where: ContextName,
  id: number,
  { deleted, signal }: { deleted: boolean; signal: AbortSignal },
): Promise<{ id: number; users: Referrer[] }> {
  const client = target.client.inContext(where);
  try {
    const { references = [] } = await client.schemas.getById(id, { signal });
    if (!references.some((reference) => names(reference, where, target))) return { id, users: [] };
    const uses = await client.schemas.versionsById(id, { deleted, signal });
    const users = uses
      .map(({ subject, version }) => ({ ...parseQualifiedName(subject), version, id }))
      .filter((user) => user.context === where);
    return { id, users };
  } catch (error) {
    if (isRegistryError(error, 'schema_not_found')) return { id, users: [] };
    throw error;
  }
}

function names(reference: SchemaReference, where: ContextName, target: Target): boolean {
  const named = resolveReference(reference.subject, where);
  return (
    reference.version === target.version &&
    named.subject === target.subject &&
    named.context === target.context
  );
}

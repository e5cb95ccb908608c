import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext, qualifiedName } from '@srkit/registry-protocol';
import { takeSnapshot } from '@srkit/snapshot';
import { inParallel } from '../in-parallel.ts';
import type { ClearPlan } from './clear-plan.ts';

/** What is not as it was when a plan was made. */
export interface Changes {
  /** Planned subjects that have versions now which the plan does not know, with their numbers. */
  readonly changed: ReadonlyMap<string, readonly number[]>;
  /** Subjects that the plan does not know. */
  readonly unplanned: readonly string[];
}

/** Which versions subjects have now. */
type Now = Map<string, number[]>;

const pageSize = 1000;
const pagesAtOnce = 8;

/**
 * Looks at the contexts of a plan again, in bulk: deleting a subject takes with it whatever versions it has by then.
 *
 * @param client of the default context
 * @throws RegistryError, SnapshotError `aborted`
 */
export async function findChanges(
  client: RegistryClient,
  plan: ClearPlan,
  signal: AbortSignal | undefined,
): Promise<Changes> {
  const now = (await readPages(client, plan, signal)) ?? (await readAgain(client, plan, signal));
  const planned = new Map(plan.subjects.map(({ name, versions }) => [name, new Set(versions)]));
  const known = new Set(plan.blocked.map(({ name }) => name));
  const changed = new Map<string, number[]>();
  const unplanned: string[] = [];
  for (const [name, versions] of now) {
    const own = planned.get(name);
    if (own === undefined && !known.has(name)) unplanned.push(name);
    // Where its versions could not be read for the plan, none can be told to be new.
    if (own === undefined || own.size === 0) continue;
    const fresh = versions.filter((version) => !own.has(version));
    if (fresh.length > 0) changed.set(name, fresh);
  }
  return { changed, unplanned };
}

/**
 * Asks for all pages that the plan lets expect at once: one round trip, most often.
 *
 * @returns undefined where that does not show everything
 */
async function readPages(
  client: RegistryClient,
  { contexts, subjects, permanent }: ClearPlan,
  signal: AbortSignal | undefined,
): Promise<Now | undefined> {
  const expected = new Map<ContextName, number>(contexts.map(({ name }) => [name, 0]));
  for (const { context, versions } of subjects) {
    expected.set(context, (expected.get(context) ?? 0) + versions.length);
  }
  const pages = [...expected].flatMap(([context, rows]) =>
    Array.from({ length: Math.floor(rows / pageSize) + 1 }, (_, page) => ({ context, page })),
  );
  const now: Now = new Map();
  const found = new Map<ContextName, number>();
  try {
    await inParallel(pages, pagesAtOnce, async ({ context, page }) => {
      const subjectPrefix = context === defaultContext ? '' : qualifiedName(context, '');
      const offset = page * pageSize;
      const options = { subjectPrefix, deleted: permanent, offset, limit: pageSize, signal };
      for (const { subject, version } of await client.schemas.list(options)) {
        const versions = now.get(subject);
        if (versions) versions.push(version);
        else now.set(subject, [version]);
        found.set(context, (found.get(context) ?? 0) + 1);
      }
    });
  } catch (error) {
    if (!isRegistryError(error) || error.code === 'aborted') throw error;
    return undefined;
  }
  // Fewer than expected: somebody has deleted, or the registry lists something else by it. A full last page: there is more.
  const isWhole = [...expected].every(([context, rows]) => {
    const count = found.get(context) ?? 0;
    return count >= rows && count < (Math.floor(rows / pageSize) + 1) * pageSize;
  });
  return isWhole ? now : undefined;
}

async function readAgain(
  client: RegistryClient,
  { contexts, permanent }: ClearPlan,
  signal: AbortSignal | undefined,
): Promise<Now> {
  const scope = { contexts: contexts.map(({ name }) => name) };
  const options = { detail: 'versions', includeDeleted: permanent, signal } as const;
  const snapshot = await takeSnapshot(client, scope, options);
  await snapshot.close();
  return new Map(
    snapshot.subjects.map(({ name, versions }) => [name, versions.map(({ version }) => version)]),
  );
}

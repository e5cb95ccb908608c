import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext, type Mode } from '@srkit/registry-protocol';
import { type SnapshotProgress, type SnapshotScope, takeSnapshot } from '@srkit/snapshot';
import { ContextsError } from '../contexts-error.ts';
import { inParallel } from '../in-parallel.ts';
import { listNames } from '../list-names.ts';
import { modeInForce } from '../mode-in-force.ts';
import { readNames } from '../read-names.ts';
import type { ClearPlan } from './clear-plan.ts';
import { planClear } from './plan-clear.ts';
import { listAliases, readAliases } from './read-aliases.ts';

const readsAtOnce = 16;

/** What to prepare, and how. */
export interface PrepareClearOptions {
  /** Delete for good, also what is soft-deleted already. @default false */
  permanent?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: SnapshotProgress) => void) | undefined;
}

/**
 * Reads what a plan for clearing contexts needs, and makes it: every version of the registry in bulk, as anything may refer to
 * what goes; the modes in force; the names that stand for other subjects. Changes nothing.
 *
 * @param contexts each one that is meant, in any form; the default one (`.`) only where it is named
 * @throws ContextsError `invalid_argument`, `contexts_unsupported`; RegistryError where nothing can be read; SnapshotError
 * `aborted`
 *
 * @example
 * const plan = await prepareClear(client, ['feature-a', 'feature-b']);
 * for (const { name, subjects, blocked } of plan.contexts) console.log(name, subjects, blocked);
 */
export async function prepareClear(
  client: RegistryClient,
  contexts: readonly string[],
  options: PrepareClearOptions = {},
): Promise<ClearPlan> {
  return preparePlan(client, readNames(contexts), {}, options);
}

/**
 * The same for names that are read already.
 *
 * @param scope what is read: less than everything only where nothing is to go that something outside might refer to
 */
export async function preparePlan(
  client: RegistryClient,
  names: readonly ContextName[],
  scope: SnapshotScope,
  { permanent = false, signal, onProgress }: PrepareClearOptions = {},
): Promise<ClearPlan> {
  const registry = client.inContext(defaultContext);
  const reading = { detail: 'versions', includeDeleted: permanent, signal, onProgress } as const;
  const [listed, snapshot, modes, aliases] = await Promise.all([
    listNames(registry, { signal }),
    takeSnapshot(registry, scope, reading),
    readModes(registry, names, signal),
    listAliases(registry, signal),
  ]);
  await snapshot.close();
  const other = names.find((name) => name !== defaultContext);
  if (listed === undefined && other !== undefined) {
    throw new ContextsError(
      'contexts_unsupported',
      `${snapshot.registry} keeps no contexts apart, so ${other} cannot be cleared. Name '.' to clear all that it has.`,
    );
  }
  const named = new Set(names);
  const own = snapshot.subjects.flatMap(({ name, context }) => (named.has(context) ? [name] : []));
  const known = aliases ?? (await readAliases(registry, own, signal));
  return planClear(snapshot, names, { permanent, modes, aliases: known });
}

async function readModes(
  client: RegistryClient,
  names: readonly ContextName[],
  signal: AbortSignal | undefined,
): Promise<Map<ContextName, Mode>> {
  const modes = new Map<ContextName, Mode>();
  await inParallel(names, readsAtOnce, async (name) => {
    const mode = await modeInForce(client, name, { signal });
    if (mode !== undefined) modes.set(name, mode);
  });
  return modes;
}

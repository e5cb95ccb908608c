import type { RegistryClient } from '@srkit/registry-client';
import { readNames } from '../read-names.ts';
import { type ApplyClearOptions, carryOut, noChanges, requireAble } from './carry-out.ts';
import type { ClearResult } from './clear-result.ts';
import { prepareClear } from './prepare-clear.ts';

/** How to clear at once. */
export interface ClearContextsOptions extends ApplyClearOptions {
  /** Delete for good, also what is soft-deleted already. @default false */
  permanent?: boolean | undefined;
}

/**
 * Clears contexts at once: plans and does it, where nobody is to see the plan before.
 *
 * @param contexts each one that is meant, in any form; the default one (`.`) only where it is named
 * @returns what became of each subject and each context
 * @throws ContextsError `invalid_argument`, `contexts_unsupported`, `view_only`; RegistryError where nothing can be read;
 * SnapshotError `aborted` before anything is sent
 *
 * @example
 * const { contexts } = await clearContexts(client, ['feature-a', 'feature-b'], { permanent: true });
 * for (const { name, deleted, left } of contexts) console.log(name, deleted, left);
 */
export async function clearContexts(
  client: RegistryClient,
  contexts: readonly string[],
  { permanent, ...options }: ClearContextsOptions = {},
): Promise<ClearResult> {
  const names = readNames(contexts);
  requireAble(client, options);
  const plan = await prepareClear(client, names, { permanent, signal: options.signal });
  return carryOut(client, plan, noChanges, options);
}

import type { RegistryClient } from '@srkit/registry-client';
import { defaultContext } from '@srkit/registry-protocol';
import { type ApplyClearOptions, carryOut, noChanges, requireAble } from './carry-out.ts';
import { checkPlan } from './check-plan.ts';
import type { ClearPlan } from './clear-plan.ts';
import type { ClearResult } from './clear-result.ts';
import { type Changes, findChanges } from './find-changes.ts';

/**
 * Clears contexts as planned. What was registered since stays and is told; what fails does not stop the rest.
 *
 * @param client of the registry that was planned for, in any context
 * @returns what became of each subject and each context
 * @throws ContextsError `invalid_argument`, `view_only`; RegistryError where the contexts cannot be read before anything is sent
 *
 * @example
 * const plan = await prepareClear(client, ['feature-a']);
 * const { contexts } = await applyClear(client, plan);
 * console.log(contexts[0]?.deleted, contexts[0]?.left);
 */
export async function applyClear(
  client: RegistryClient,
  plan: ClearPlan,
  options: ApplyClearOptions = {},
): Promise<ClearResult> {
  requireAble(client, options);
  checkPlan(client, plan);
  return carryOut(client, plan, await changesOf(client, plan, options.signal), options);
}

async function changesOf(
  client: RegistryClient,
  plan: ClearPlan,
  signal: AbortSignal | undefined,
): Promise<Changes> {
  if (plan.steps.length === 0) return noChanges;
  try {
    return await findChanges(client.inContext(defaultContext), plan, signal);
  } catch (error) {
    // Then nothing is sent either, and the account says so.
    if (signal?.aborted) return noChanges;
    throw error;
  }
}

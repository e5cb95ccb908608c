import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import { ContextsError } from '../contexts-error.ts';
import { accountOf, contextsOf } from './account.ts';
import type { ClearPlan } from './clear-plan.ts';
import type { ClearResult } from './clear-result.ts';
import type { Changes } from './find-changes.ts';
import { listLeft } from './list-left.ts';
import { type ClearProgress, createProgress } from './progress.ts';
import { runSteps, type StepsRun } from './run-steps.ts';
import { stoppable } from './stoppable.ts';

/** How to clear. */
export interface ApplyClearOptions {
  /** How many deletions at the same time, from 1 to 10. @default 4 */
  concurrency?: number | undefined;
  /** Ends it: nothing more is begun, and what is under way gets a second to come to its end. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ClearProgress) => void) | undefined;
}

const mostAtOnce = 10;
const graceMs = 1_000;

/**
 * Refuses what cannot be carried out, before anything is asked.
 *
 * @throws ContextsError `invalid_argument`, `view_only`
 */
export function requireAble(client: RegistryClient, { concurrency = 4 }: ApplyClearOptions): void {
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > mostAtOnce) {
    throw new ContextsError(
      'invalid_argument',
      `concurrency must be a whole number from 1 to ${mostAtOnce}; it is ${concurrency}. A registry does one write after the other, so that more would not be faster.`,
    );
  }
  const { name, viewOnly } = client.describe();
  if (!viewOnly) return;
  throw new ContextsError('view_only', `${name} is view-only here. Nothing was sent.`);
}

/** As it is when a plan has just been made. */
export const noChanges: Changes = { changed: new Map(), unplanned: [] };

/**
 * Does what was planned, and looks at what is left.
 *
 * @param changes what is not as it was when it was planned; subjects that have changed stay
 */
export async function carryOut(
  client: RegistryClient,
  plan: ClearPlan,
  { changed, unplanned }: Changes,
  { concurrency = 4, signal, onProgress }: ApplyClearOptions,
): Promise<ClearResult> {
  const registry = client.inContext(defaultContext);
  const progress = createProgress(plan, onProgress);
  const stop = stoppable(signal, graceMs);
  let run: StepsRun;
  try {
    run = await runSteps(plan.steps, {
      concurrency,
      signal,
      skipped: new Set(changed.keys()),
      send: async ({ subject, version, permanent }) => {
        const options = { ...(permanent && { permanent }), signal: stop.signal };
        if (version === undefined) return registry.subjects.delete(subject, options);
        return [await registry.versions.delete(subject, version, options)];
      },
      onOutcome: progress.tell,
    });
  } finally {
    stop.release();
  }
  const left = await leftOf(registry, plan, run, signal);
  const parts = { plan, run, changed, left };
  const subjects = accountOf(parts);
  progress.end(subjects);
  return {
    registry: plan.registry,
    permanent: plan.permanent,
    contexts: contextsOf(parts, subjects, unplanned),
    subjects,
    requests: run.requests,
    ...(run.ended !== undefined && { ended: run.ended }),
  };
}

/** Whoever stops does not want to wait, but for what would not be known otherwise. */
async function leftOf(
  client: RegistryClient,
  { contexts, permanent }: ClearPlan,
  { outcomes, ended }: StepsRun,
  signal: AbortSignal | undefined,
): Promise<Map<ContextName, string[]>> {
  const isUnclear = [...outcomes.values()].some(
    (one) => !one.ok && (one.error.code === 'aborted' || one.error.outcomeUnknown),
  );
  if (ended !== undefined && !isUnclear) return new Map();
  const names = contexts.map(({ name }) => name);
  const limit = ended === undefined ? signal : AbortSignal.timeout(graceMs);
  return listLeft(client, names, { deleted: permanent, signal: limit });
}

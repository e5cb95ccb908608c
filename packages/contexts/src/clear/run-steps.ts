import { isRegistryError, type RegistryError } from '@srkit/registry-client';
import type { ClearStep } from './clear-plan.ts';
import { inOrder } from './in-order.ts';

/** What became of a step that was sent. */
export type StepOutcome =
  | { readonly ok: true; readonly versions: readonly number[]; readonly wasGone: boolean }
  | { readonly ok: false; readonly error: RegistryError };

/** How to do steps. */
export interface RunStepsOptions {
  /** How many at the same time. */
  readonly concurrency: number;
  /** No step is begun after it. */
  readonly signal: AbortSignal | undefined;
  /** Subjects of which nothing is sent. */
  readonly skipped: ReadonlySet<string>;
  /** Sends one, and gives the versions that it deleted. */
  send(step: ClearStep): Promise<readonly number[]>;
  /** Told of each step that was sent and is not tried again. */
  onOutcome(step: ClearStep, outcome: StepOutcome): void;
}

/** What came of steps. */
export interface StepsRun {
  /** By the place of the step; those that were not sent have none. */
  readonly outcomes: ReadonlyMap<number, StepOutcome>;
  readonly requests: number;
  /** Why it ended before everything was tried. */
  readonly ended: string | undefined;
}

// Each of them can take a minute. Some in a row are possible; so many mean that nothing works any more.
const mostFailuresInARow = 8;

/** Failures that are the same for every request. */
const endings: ReadonlySet<string> = new Set(['unauthorized', 'credentials_failed', 'view_only']);

/**
 * Does steps, each after those that must be done before it, and goes on past failures. What the registry refuses because
 * something refers to it is tried again when more has gone since.
 */
export async function runSteps(
  steps: readonly ClearStep[],
  { concurrency, signal, skipped, send, onOutcome }: RunStepsOptions,
): Promise<StepsRun> {
  const outcomes = new Map<number, StepOutcome>();
  const done = new Set<number>();
  let requests = 0;
  let failuresInARow = 0;
  let ended: string | undefined;
  let deletedSinceRefusal: boolean;
  do {
    let isRefused = false;
    deletedSinceRefusal = false;
    await inOrder(steps, done, {
      limit: concurrency,
      mayBegin: () => ended === undefined && !signal?.aborted,
      async work(place) {
        const step = steps[place] as ClearStep;
        const before = outcomes.get(place);
        if (skipped.has(step.subject) || (before !== undefined && !isRefusal(before))) return false;
        requests += 1;
        const outcome = await outcomeOf(step, send);
        outcomes.set(place, outcome);
        if (isRefusal(outcome)) isRefused = true;
        else onOutcome(step, outcome);
        if (outcome.ok && isRefused) deletedSinceRefusal = true;
        failuresInARow = isOnSideOfRegistry(outcome) ? failuresInARow + 1 : 0;
        ended ??= endOf(outcome, failuresInARow);
        return outcome.ok;
      },
    });
  } while (deletedSinceRefusal && ended === undefined && !signal?.aborted);
  if (signal?.aborted && done.size < steps.length) ended ??= 'It was stopped by its caller.';
  return { outcomes, requests, ended };
}

async function outcomeOf(step: ClearStep, send: RunStepsOptions['send']): Promise<StepOutcome> {
  try {
    return { ok: true, versions: await send(step), wasGone: false };
  } catch (error) {
    if (!isRegistryError(error)) throw error;
    if (isGone(error, step)) return { ok: true, versions: [], wasGone: true };
    return { ok: false, error };
  }
}

function isGone({ code }: RegistryError, { permanent }: ClearStep): boolean {
  if (code === 'subject_not_found' || code === 'version_not_found') return true;
  return !permanent && (code === 'subject_soft_deleted' || code === 'version_soft_deleted');
}

function isRefusal(outcome: StepOutcome): boolean {
  return !outcome.ok && outcome.error.code === 'reference_exists';
}

function isOnSideOfRegistry(outcome: StepOutcome): boolean {
  if (outcome.ok || outcome.error.code === 'aborted') return false;
  const { status } = outcome.error;
  return status === undefined || status >= 500 || status === 408;
}

function endOf(outcome: StepOutcome, failuresInARow: number): string | undefined {
  if (outcome.ok) return undefined;
  const { code, message } = outcome.error;
  if (endings.has(code)) return message;
  if (failuresInARow < mostFailuresInARow) return undefined;
  return `The registry failed ${failuresInARow} times in a row; at last: ${message}`;
}

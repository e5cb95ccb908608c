import { errorFromFailure } from '../errors/from-failure.ts';
import type { Redactor } from '../errors/redactor.ts';
import { isRegistryError } from '../errors/registry-error.ts';
import type { Ask, Link } from './registry-request.ts';
import { sleep } from './sleep.ts';

/** How many requests a second are made at most, repeats included. */
export interface RateOptions {
  /** @default no limit, at Confluent Cloud 75 */
  readsPerSecond?: number | undefined;
  /** @default no limit, at Confluent Cloud 25 */
  writesPerSecond?: number | undefined;
}

/** What the budget works with. */
export interface RateTools {
  registry: string;
  redactor: Redactor;
  now: () => number;
}

/** How long a registry may hold all requests back, in milliseconds: longer, and calls would hang instead of fail. */
const longestPause = 60_000;

/** What Confluent Cloud allows one cluster. */
export const confluentCloudRate = { readsPerSecond: 75, writesPerSecond: 25 } as const;

/**
 * Keeps requests within a budget of reads and writes a second: who comes too early waits. It learns from what the registry
 * says of its own limits: no request is made before the time of a `Retry-After`, and none while nothing remains of
 * `X-RateLimit-Remaining`; but it never waits longer than a minute for that.
 */
export function rate(options: RateOptions, { registry, redactor, now }: RateTools): Link {
  const budgets = {
    read: createBudget(options.readsPerSecond, now),
    write: createBudget(options.writesPerSecond, now),
  };
  return (next): Ask =>
    async (request) => {
      const { method, path, effect, signal } = request;
      const budget = budgets[effect];
      try {
        await sleep(budget.take(), signal);
      } catch (failure) {
        budget.giveBack();
        const progress = { sent: false, timeoutMs: 0 };
        throw errorFromFailure({ method, path, effect, registry }, failure, progress, redactor);
      }
      try {
        const reply = await next(request);
        const pause = remainingPause(reply.headers);
        if (pause !== undefined) budget.pause(pause);
        return reply;
      } catch (error) {
        if (isRegistryError(error) && error.status === 429) budget.pause(error.retryAfterMs ?? 0);
        throw error;
      }
    };
}

interface Budget {
  /** Takes one, and says how long to wait for it, in milliseconds. */
  take(): number;
  giveBack(): void;
  /** Lets nobody go on before this time from now, in milliseconds. */
  pause(milliseconds: number): void;
}

/** A bucket that holds what one second allows, and can be overdrawn: who overdraws it waits for what is missing. */
function createBudget(perSecond: number | undefined, now: () => number): Budget {
  let left = perSecond ?? 0;
  let filledAt = now();
  let pausedUntil = 0;
  return {
    take() {
      const time = now();
      const paused = Math.max(0, pausedUntil - time);
      if (perSecond === undefined) return paused;
      left = Math.min(perSecond, left + (Math.max(0, time - filledAt) / 1_000) * perSecond) - 1;
      filledAt = time;
      return Math.max(paused, left < 0 ? (-left / perSecond) * 1_000 : 0);
    },
    giveBack() {
      if (perSecond !== undefined) left = Math.min(perSecond, left + 1);
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, now() + Math.min(milliseconds, longestPause));
    },
  };
}

/** How long to wait where the registry says that nothing remains. */
function remainingPause(headers: Readonly<Record<string, string>>): number | undefined {
  const remaining = headers['x-ratelimit-remaining'];
  const reset = headers['x-ratelimit-reset'];
  if (remaining === undefined || reset === undefined || Number(remaining) > 0) return undefined;
  const seconds = Number(reset);
  // A greater number is a moment of the calendar.
  return seconds > 0 && seconds <= 3_600 ? seconds * 1_000 : undefined;
}

import { errorFromFailure } from '../errors/from-failure.ts';
import type { Redactor } from '../errors/redactor.ts';
import { isRegistryError, type RegistryError } from '../errors/registry-error.ts';
import { readBack } from './read-back.ts';
import type { Ask, Link, RegistryRequest, Reply } from './registry-request.ts';
import { sleep } from './sleep.ts';

/** How often, and how long apart, a request is made again. */
export interface RetryOptions {
  /** How often a request is made at most, the first time included. @default 4 */
  attempts?: number | undefined;
  /** The longest first pause, in milliseconds; each further one may be twice as long. @default 100 */
  minDelayMs?: number | undefined;
  /** The longest pause of our own, in milliseconds. @default 5_000 */
  maxDelayMs?: number | undefined;
  /** No attempt begins later than this after the first, in milliseconds; a `Retry-After` beyond it ends the call. @default 60_000 */
  totalMs?: number | undefined;
}

/** What the repetition of requests works with. */
export interface RetryTools {
  attempts: number;
  minDelayMs: number;
  maxDelayMs: number;
  totalMs: number;
  registry: string;
  redactor: Redactor;
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
}

/**
 * Makes a request again when that is safe and of use, after a pause of random length (full jitter), or the one that the
 * registry asks for. A write whose outcome is unknown is read back first: it is made again only when it was not done.
 */
export function retry(tools: RetryTools): Link {
  return (next) => {
    const repeated: Ask = async (request) => {
      const giveUpAt = tools.now() + tools.totalMs;
      let unknown: RegistryError | undefined;
      for (let attempt = 1; ; attempt += 1) {
        let failure: RegistryError;
        try {
          return await next(request);
        } catch (error) {
          if (!isRegistryError(error) || error.code === 'aborted') throw error;
          failure = error;
        }
        if (failure.outcomeUnknown) unknown = failure;
        if (unknown !== undefined) {
          const found = await outcomeOf(request, repeated);
          if (found === 'unknown') throw unknown;
          if (found !== 'not-done') return found;
        }
        const mayRepeat = failure.outcomeUnknown || failure.retryable;
        const pause = pauseAfter(failure, attempt, tools);
        if (!mayRepeat || attempt >= tools.attempts || tools.now() + pause > giveUpAt)
          throw failure;
        await waited(pause, request, tools);
      }
    };
    return repeated;
  };
}

/** What came of a write: its reply if it was done. Reading it back is itself repeated when it fails. */
async function outcomeOf(
  request: RegistryRequest,
  ask: Ask,
): Promise<Reply | 'not-done' | 'unknown'> {
  try {
    return await readBack(request, ask);
  } catch (error) {
    if (isRegistryError(error)) return 'unknown';
    throw error;
  }
}

function pauseAfter(
  { retryAfterMs }: RegistryError,
  attempt: number,
  { minDelayMs, maxDelayMs, random }: RetryTools,
): number {
  const jittered = random() * Math.min(maxDelayMs, minDelayMs * 2 ** (attempt - 1));
  return Math.max(retryAfterMs ?? 0, Math.round(jittered));
}

async function waited(
  pause: number,
  { method, path, effect, signal }: RegistryRequest,
  { registry, redactor }: RetryTools,
): Promise<void> {
  try {
    await sleep(pause, signal);
  } catch (failure) {
    const progress = { sent: false, timeoutMs: pause };
    throw errorFromFailure({ method, path, effect, registry }, failure, progress, redactor);
  }
}

import { invalidArgument } from './errors/invalid-argument.ts';
import { parseRegistryUrl, type RegistryUrl } from './registry-url.ts';
import { type Cache, type CacheOptions, type CacheTools, cache } from './request/cache.ts';
import { confluentCloudRate, type RateOptions, type RateTools, rate } from './request/rate.ts';
import type { Link } from './request/registry-request.ts';
import type { RetryOptions, RetryTools } from './request/retry.ts';

// A timer with a longer delay fires at once.
export const longestTimeoutMs = 2_147_483_647;

type RetryTimes = Omit<RetryTools, 'registry' | 'redactor' | 'now'>;

/** The addresses of a client, at least one. */
export function addressesOf(url: string | readonly string[]): [RegistryUrl, ...RegistryUrl[]] {
  const written = typeof url === 'string' ? [url] : url;
  const [first, ...others] = written.map(parseRegistryUrl);
  if (first === undefined)
    throw invalidArgument('There is no url. Give the address of a registry.');
  return [first, ...others];
}

/** The link that keeps to a budget; undefined where there is to be none. */
export function rateLink(
  options: RateOptions | false | undefined,
  addresses: readonly RegistryUrl[],
  tools: RateTools,
): Link | undefined {
  if (options === false) return undefined;
  const isCloud = addresses.some(({ host }) => /\.confluent\.cloud(:\d+)?$/i.test(host));
  const budget = { ...(isCloud && confluentCloudRate), ...options };
  for (const [option, value] of Object.entries(budget)) {
    if (value !== undefined && !(value > 0)) {
      throw invalidArgument(`rate.${option} must be greater than 0; it is ${value}.`);
    }
  }
  return rate(budget, tools);
}

/** The link that remembers answers; undefined where there is to be none. */
export function cacheOf(
  options: CacheOptions | false | undefined,
  tools: CacheTools,
): ReturnType<typeof cache> | undefined {
  if (options === false) return undefined;
  const { maxBytes, latestMs, listingMs } = options ?? {};
  requireWhole('cache.maxBytes', maxBytes, 1, Number.MAX_SAFE_INTEGER);
  requireWhole('cache.latestMs', latestMs, 0, longestTimeoutMs);
  requireWhole('cache.listingMs', listingMs, 0, longestTimeoutMs);
  return cache(options ?? {}, tools);
}

/** How often and how long apart requests are made again. */
export function retryTimes(options: RetryOptions = {}): RetryTimes {
  const { attempts = 4, minDelayMs = 100, maxDelayMs = 5_000, totalMs = 60_000 } = options;
  requireWhole('retry.attempts', attempts, 1, 1_000);
  requireWhole('retry.minDelayMs', minDelayMs, 0, longestTimeoutMs);
  requireWhole('retry.maxDelayMs', maxDelayMs, 0, longestTimeoutMs);
  requireWhole('retry.totalMs', totalMs, 0, longestTimeoutMs);
  return { attempts, minDelayMs, maxDelayMs, totalMs, random: Math.random };
}

/** @throws RegistryError `invalid_argument` for what is no whole number within the limits */
export function requireWhole(
  option: string,
  value: number | undefined,
  least: number,
  greatest: number,
): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= greatest))
    return;
  throw invalidArgument(
    `${option} must be a whole number from ${least} to ${greatest}; it is ${value}.`,
  );
}

/** What a client without a cache answers. */
export const noCache: Cache = {
  statistics: () => ({ hits: 0, misses: 0, shared: 0, entries: 0, bytes: 0 }),
  clear: () => {},
};

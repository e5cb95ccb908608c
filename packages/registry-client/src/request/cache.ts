import { LRUCache } from 'lru-cache';
import { errorFromFailure } from '../errors/from-failure.ts';
import { Interruption } from '../errors/interruption.ts';
import type { Redactor } from '../errors/redactor.ts';
import { keepingOf, spoils } from './cacheable.ts';
import type { Ask, Link, RegistryRequest, Reply } from './registry-request.ts';

/** What is remembered of answers, and for how long. */
export interface CacheOptions {
  /** For all answers together, in bytes as JavaScript keeps them (two a character). @default 33_554_432 */
  maxBytes?: number | undefined;
  /**
   * How long a version of a subject, the latest or any, and what was looked up are remembered, in milliseconds; 0 for not at
   * all. Own writes are seen at once, those of others after this time. @default 1_000
   */
  latestMs?: number | undefined;
  /** How long listings are remembered, in milliseconds; 0 for not at all. @default 0 */
  listingMs?: number | undefined;
}

/** What a cache has done and holds. */
export interface CacheStatistics {
  /** Reads that were answered without a request. */
  hits: number;
  /** Reads that could have been, and were not. */
  misses: number;
  /** Reads that waited for the same one of another caller. */
  shared: number;
  entries: number;
  bytes: number;
}

/** The cache of a client and of all its context clients. */
export interface Cache {
  statistics(): CacheStatistics;
  /** Forgets everything. */
  clear(): void;
}

/** What the cache works with. */
export interface CacheTools {
  registry: string;
  redactor: Redactor;
  /** Told of each read that was answered without a request. */
  onHit: (request: RegistryRequest) => void;
}

/** A request under way, and how many wait for it. */
interface Flight {
  /** Lets nobody else join it. */
  land(): void;
  reply: Promise<Reply>;
  waiting: number;
  controller: AbortController;
}

/**
 * Remembers answers: content by its id or guid until it has to make room, versions and listings for a time, if at all. Reads
 * of the same that are under way at the same time share one request. What the client itself writes is never overlooked.
 */
export function cache(
  { maxBytes = 32 * 1024 * 1024, latestMs = 1_000, listingMs = 0 }: CacheOptions,
  tools: CacheTools,
): { link: Link; cache: Cache } {
  const lifetimes = { content: Infinity, latest: latestMs, listing: listingMs, never: 0 };
  const answers = new LRUCache<string, Reply>({ maxSize: maxBytes, sizeCalculation });
  const flights = new Map<string, Flight>();
  const counts = { hits: 0, misses: 0, shared: 0 };
  // They are a part of the keys: what was asked for before a write may be older than the write, and is never found after it.
  const ages = { content: 0, changing: 0 };

  function forget(what: 'changing' | 'everything'): void {
    ages.changing += 1;
    if (what === 'changing') return;
    ages.content += 1;
    answers.clear();
  }

  async function write(next: Ask, request: RegistryRequest): Promise<Reply> {
    try {
      return await next(request);
    } finally {
      // Also after a failure: it may have been done.
      forget(spoils(request));
    }
  }

  function depart(next: Ask, request: RegistryRequest, key: string, lifetime: number): Flight {
    const controller = new AbortController();
    const reply = next({ ...request, signal: controller.signal });
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const flight: Flight = { reply, waiting: 0, controller, land };
    flights.set(key, flight);
    reply.then((arrived) => {
      land();
      const copy = lifetime > 0 ? ownCopy(arrived) : undefined;
      if (copy === undefined) return;
      answers.set(key, copy, lifetime === Infinity ? {} : { ttl: lifetime });
    }, land);
    return flight;
  }

  const link: Link = (next) => async (request) => {
    if (request.effect === 'write') return write(next, request);
    // It fails before it is sent.
    if (request.signal?.aborted) return next(request);
    const keeping = keepingOf(request);
    const lifetime = lifetimes[keeping];
    const age = keeping === 'content' ? `c${ages.content}` : `${ages.changing}`;
    // A raw request reads the same text as another value.
    const kind = request.origin === undefined ? 'raw ' : '';
    const key = `${age} ${kind}${request.method} ${request.path}?${request.query} ${request.body ?? ''}`;
    const known = lifetime > 0 ? answers.get(key) : undefined;
    const copy = known && ownCopy(known);
    if (copy !== undefined) {
      counts.hits += 1;
      tools.onHit(request);
      return copy;
    }
    if (lifetime > 0) counts.misses += 1;
    const underWay = flights.get(key);
    if (underWay === undefined) return landed(depart(next, request, key, lifetime), request, tools);
    counts.shared += 1;
    const reply = await landed(underWay, request, tools);
    return ownCopy(reply) ?? { ...reply, value: request.read(reply) };
  };

  return {
    link,
    cache: {
      statistics: () => ({ ...counts, entries: answers.size, bytes: answers.calculatedSize }),
      clear: () => forget('everything'),
    },
  };
}

/**
 * The same reply with a value that is the caller's own, to do with as they like; undefined for one that nests deeper than
 * calls may.
 */
function ownCopy(reply: Reply): Reply | undefined {
  try {
    return { ...reply, value: copyJson(reply.value) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson);
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__')
      Object.defineProperty(copy, key, {
        value: copyJson(member),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    else copy[key] = copyJson(member);
  }
  return copy;
}

// The text is kept, and the value that was read out of it.
function sizeCalculation(answer: Reply, key: string): number {
  return 2 * (2 * answer.text.length + key.length) + 200;
}

/** Waits for a request that several callers may share; it ends early only when all of them have gone. */
async function landed(
  flight: Flight,
  { method, path, effect, signal }: RegistryRequest,
  { registry, redactor }: CacheTools,
): Promise<Reply> {
  flight.waiting += 1;
  if (signal === undefined) return flight.reply;
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      const failure = new Interruption('aborted', signal.reason);
      const asked = { method, path, effect, registry };
      reject(errorFromFailure(asked, failure, { sent: true, timeoutMs: 0 }, redactor));
      flight.waiting -= 1;
      if (flight.waiting > 0) return;
      flight.land();
      flight.controller.abort(signal.reason);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  flight.reply.catch(() => {});
  try {
    return await Promise.race([flight.reply, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

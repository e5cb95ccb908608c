import type { RegistryRequest } from '../http/message.ts';
import { type RequestedRoute, routeOfRequest } from '../http/route-of-request.ts';
import type { Fault, Faults, LatencyFault, RateLimitFault } from './fault.ts';
import { readFaults } from './read-faults.ts';
import { type RequestFilter, readRoute } from './read-route.ts';
import { seededRandom } from './seeded-random.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** What decides about a request instead of the registry, or about its answer. */
export type Outcome =
  | Exclude<Fault, LatencyFault | RateLimitFault>
  | { kind: 'too-many-requests'; retryAfterSeconds: number };

/** What the faults do to one request. */
export interface Drawn {
  delayMs: number;
  /** For the answer, whatever it is. */
  headers: Record<string, string>;
  outcome?: Outcome;
  /** Takes the outcome back: it could not happen to this request. */
  giveBack(): void;
}

/** Faults that can be asked what to do. */
export interface DrawnFaults extends Faults {
  /** Whether there are none. */
  isEmpty(): boolean;
  draw(request: RegistryRequest): Drawn;
}

/** A fault that waits for requests. */
interface Armed {
  fault: Fault;
  canHit: RequestFilter;
  random: () => number;
  bucket?: TokenBucket;
  injected: number;
}

/**
 * Creates faults that can be changed at any time.
 *
 * @param now milliseconds, for rate limits
 */
export function createFaults(now: () => number): DrawnFaults {
  let armed: Armed[] = [];
  return {
    set(faults) {
      const { seed, faults: read } = readFaults(faults);
      armed = read.map((fault, index) => arm(fault, seed, index, now));
    },
    clear() {
      armed = [];
    },
    list: () => armed.map(({ fault, injected }) => ({ fault: structuredClone(fault), injected })),
    isEmpty: () => armed.length === 0,
    draw: (request) => draw(armed, request),
  };
}

function arm(fault: Fault, seed: number, index: number, now: () => number): Armed {
  const canHit = readRoute(fault, `Fault ${index + 1}`);
  // Each has numbers of its own, so that what one does is the same whatever the others do.
  const random = seededRandom(seed + index * 0x9e3779b9);
  if (fault.kind !== 'rate-limit') return { fault, canHit, random, injected: 0 };
  const { requestsPerSecond, burst = Math.max(1, Math.floor(requestsPerSecond)) } = fault;
  const bucket = createTokenBucket(requestsPerSecond, burst, now);
  return { fault, canHit, random, bucket, injected: 0 };
}

function draw(armed: readonly Armed[], request: RegistryRequest): Drawn {
  const route = routeOfRequest(request);
  const drawn: Drawn = { delayMs: 0, headers: {}, giveBack: () => {} };
  for (const each of armed) {
    if (drawn.outcome !== undefined) break;
    if (hits(each, request, route)) inject(each, drawn);
  }
  return drawn;
}

function hits(each: Armed, request: RegistryRequest, route: RequestedRoute | undefined): boolean {
  const { fault, canHit, random, injected } = each;
  const { rate = 1, count = Number.POSITIVE_INFINITY } = fault;
  if (injected >= count || !canHit(request, route)) return false;
  if ('written' in fault && fault.written && route?.effect !== 'write') return false;
  return rate === 1 || random() < rate;
}

function inject(each: Armed, drawn: Drawn): void {
  const { fault, random, bucket } = each;
  if (fault.kind === 'rate-limit') {
    if (bucket) takeToken(each, bucket, fault, drawn);
    return;
  }
  each.injected += 1;
  if (fault.kind === 'latency') {
    const [least, most] =
      typeof fault.delayMs === 'number' ? [fault.delayMs, fault.delayMs] : fault.delayMs;
    drawn.delayMs += least + random() * (most - least);
    return;
  }
  drawn.outcome = fault;
  drawn.giveBack = () => {
    each.injected -= 1;
  };
}

function takeToken(
  each: Armed,
  bucket: TokenBucket,
  { requestsPerSecond }: RateLimitFault,
  drawn: Drawn,
): void {
  const { isAllowed, remaining, resetSeconds } = bucket.take();
  drawn.headers['x-ratelimit-limit'] = String(requestsPerSecond);
  drawn.headers['x-ratelimit-remaining'] = String(remaining);
  drawn.headers['x-ratelimit-reset'] = String(resetSeconds);
  if (isAllowed) return;
  each.injected += 1;
  drawn.outcome = { kind: 'too-many-requests', retryAfterSeconds: resetSeconds };
}

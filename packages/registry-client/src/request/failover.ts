import type { CircuitBreakerPolicy } from 'cockatiel';
import { isRegistryError } from '../errors/registry-error.ts';
import type { Ask, RegistryRequest, Reply } from './registry-request.ts';

/** How a client of several addresses leaves those that do not answer alone. */
export interface FailoverOptions {
  /** Failures in a row after which an address is left alone. @default 3 */
  failures?: number | undefined;
  /** How long it is left alone before it is tried again, in milliseconds. @default 10_000 */
  pauseMs?: number | undefined;
}

interface Address {
  ask: Ask;
  breaker: CircuitBreakerPolicy;
  isLeftAlone(): boolean;
}

/**
 * Asks one of several addresses of the same registry. It stays with the one that answers, and moves on only when that one
 * cannot be reached, does not answer in time, or says that it cannot serve; a request is made again at another address only
 * where that is safe. Addresses that fail several times in a row are left alone for a while.
 */
export function failover(
  asks: readonly Ask[],
  { failures = 3, pauseMs = 10_000 }: FailoverOptions = {},
): Ask {
  let made: Promise<Address[]> | undefined;
  let current = 0;
  return async (request) => {
    made ??= makeAddresses(asks, failures, pauseMs);
    const addresses = await made;
    const start = current;
    let last: unknown;
    for (const index of order(addresses, start)) {
      try {
        const reply = await askAddress(addresses[index] as Address, request);
        // Unless another request has moved on meanwhile.
        if (current === start) current = index;
        return reply;
      } catch (error) {
        last = error;
        if (!movesOn(error)) {
          if (current === start) current = index;
          throw error;
        }
        if (current === index) current = (index + 1) % addresses.length;
        if (!isRegistryError(error) || !error.retryable) throw error;
      }
    }
    throw last;
  };
}

/** Loads the circuit breakers when they are needed first: most clients have one address. */
async function makeAddresses(
  asks: readonly Ask[],
  failures: number,
  pauseMs: number,
): Promise<Address[]> {
  const { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } = await import(
    'cockatiel'
  );
  return asks.map((ask) => {
    const breaker = circuitBreaker(handleWhen(movesOn), {
      halfOpenAfter: pauseMs,
      breaker: new ConsecutiveBreaker(failures),
    });
    return { ask, breaker, isLeftAlone: () => breaker.state === CircuitState.Open };
  });
}

/** The present one first, then the others in turn; those that are left alone come last, for want of better. */
function order(addresses: readonly Address[], start: number): number[] {
  const all = addresses.map((_, offset) => (start + offset) % addresses.length);
  const isOpen = (index: number): boolean => addresses[index]?.isLeftAlone() === true;
  return [...all.filter((index) => !isOpen(index)), ...all.filter(isOpen)];
}

async function askAddress({ ask, breaker }: Address, request: RegistryRequest): Promise<Reply> {
  // With no other address left, one that is left alone is asked all the same.
  let asked = false;
  try {
    return await breaker.execute(async () => {
      asked = true;
      return ask(request);
    });
  } catch (error) {
    if (asked) throw error;
    return ask(request);
  }
}

function movesOn(error: unknown): boolean {
  if (!isRegistryError(error)) return false;
  if (error.errorNumber === 50003 || error.errorNumber === 50004) {
    return error.retryable && !error.outcomeUnknown;
  }
  return (
    error.code === 'connection_failed' ||
    error.code === 'timeout' ||
    error.status === 502 ||
    error.status === 503 ||
    error.status === 504
  );
}

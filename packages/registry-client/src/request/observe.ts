import type { Operation } from '@srkit/registry-protocol';
import type { RegistryErrorCode } from '../errors/error-code.ts';
import { isRegistryError } from '../errors/registry-error.ts';
import type { Ask, RegistryRequest } from './registry-request.ts';

/** A request that is about to be sent, or is answered from the cache. */
export interface RequestStart {
  /** Undefined for a raw request that is in no table. */
  operation: Operation | undefined;
  method: string;
  /** Encoded, without the registry's own base path and without a query. */
  path: string;
  effect: 'read' | 'write';
  registry: string;
  /** The address that is asked, without user and password. */
  url: string;
  /** 1 for the first time that the call sends it. */
  attempt: number;
  /** Whether the cache answers, and nothing is sent. */
  cached: boolean;
}

/** What came of a request. */
export interface RequestEnd {
  /** The HTTP status, when there was an answer. */
  status: number | undefined;
  /** The word for what went wrong; undefined for a success. */
  code: RegistryErrorCode | undefined;
  durationMs: number;
}

/**
 * Told of every request, repeats included: for metrics and traces. What it returns is called when the request has ended.
 * What it throws is ignored.
 */
export type Observe = (start: RequestStart) => ((end: RequestEnd) => void) | undefined;

/** Tells an observer of each request that is sent to one address. */
export function observed(
  next: Ask,
  { observe, registry, url }: { observe: Observe | undefined; registry: string; url: string },
): Ask {
  return async (request) => {
    request.sends.count += 1;
    if (observe === undefined) return next(request);
    const begun = performance.now();
    const end = told(() => observe(startOf(request, registry, url, false)));
    const tell = (status: number | undefined, code: RegistryErrorCode | undefined): void => {
      told(() => end?.({ status, code, durationMs: performance.now() - begun }));
    };
    try {
      const reply = await next(request);
      tell(reply.status, undefined);
      return reply;
    } catch (error) {
      if (isRegistryError(error)) tell(error.status, error.code);
      throw error;
    }
  };
}

/** Tells an observer of a read that the cache answers. */
export function observeHit(
  request: RegistryRequest,
  { observe, registry, url }: { observe: Observe | undefined; registry: string; url: string },
): void {
  if (observe === undefined) return;
  const end = told(() => observe(startOf(request, registry, url, true)));
  told(() => end?.({ status: 200, code: undefined, durationMs: 0 }));
}

function startOf(
  { operation, method, path, effect, sends }: RegistryRequest,
  registry: string,
  url: string,
  cached: boolean,
): RequestStart {
  const attempt = cached ? 1 : sends.count;
  return { operation, method, path, effect, registry, url, attempt, cached };
}

function told<T>(tell: () => T): T | undefined {
  try {
    return tell();
  } catch {
    return undefined;
  }
}

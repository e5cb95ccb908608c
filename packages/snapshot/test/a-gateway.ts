import type { EmbeddedRegistry } from '@srkit/embedded-registry';

/** A request on its way to a registry. */
export interface PassingRequest {
  /** Counted from 1. */
  number: number;
  method: string;
  /** Decoded, from the first slash. */
  path: string;
  query: URLSearchParams;
}

/** A `fetch` that stands before a registry, as a proxy would. */
export interface Gateway {
  fetch: typeof globalThis.fetch;
  /** All that passed, in order. */
  requests: PassingRequest[];
  /** How many are under way now. */
  underWay(): number;
}

/**
 * Puts something before a registry.
 *
 * @param onRequest may answer itself, throw as a network does, or do something and let the request pass
 */
export function aGateway(
  registry: EmbeddedRegistry,
  onRequest: (request: PassingRequest) => Promise<Response | undefined> | Response | undefined,
): Gateway {
  const requests: PassingRequest[] = [];
  let open = 0;
  return {
    requests,
    underWay: () => open,
    async fetch(input, init) {
      const url = new URL(String(input));
      const request = {
        number: requests.length + 1,
        method: init?.method ?? 'GET',
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
      };
      requests.push(request);
      open += 1;
      try {
        return (await onRequest(request)) ?? (await registry.fetch(input, init));
      } finally {
        open -= 1;
      }
    },
  };
}

/** An answer as a registry gives it for what goes wrong. */
export function anError(status: number, errorCode = status, message = 'no'): Response {
  return Response.json({ error_code: errorCode, message }, { status });
}

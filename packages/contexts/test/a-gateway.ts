import type { EmbeddedRegistry } from '@srkit/embedded-registry';

/** A request on its way to a registry. */
export interface PassingRequest {
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
  /** How many were under way at the same time, at most. */
  most(): number;
}

/**
 * Puts something before a registry.
 *
 * @param onRequest may answer itself, throw as a network does, or do something and let the request pass
 */
export function aGateway(
  registry: EmbeddedRegistry,
  onRequest: (
    request: PassingRequest,
  ) => Promise<Response | undefined> | Response | undefined = () => undefined,
): Gateway {
  const requests: PassingRequest[] = [];
  let [open, most] = [0, 0];
  return {
    requests,
    most: () => most,
    async fetch(input, init) {
      const url = new URL(String(input));
      const request = {
        method: init?.method ?? 'GET',
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
      };
      requests.push(request);
      open += 1;
      most = Math.max(most, open);
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

/** How registries answer that keep no contexts apart. */
export const withoutContexts: Record<string, (request: PassingRequest) => Response | undefined> = {
  'one that has no such list': ({ path }) =>
    path === '/contexts' || path === '/schemas' || path.startsWith('/v1/')
      ? anError(404, 404, 'HTTP 404 Not Found')
      : undefined,
  'one like Apicurio, whose only context is none': ({ path, query }) => {
    if (path === '/apis/registry/v3/system/info') {
      return Response.json({ name: 'Apicurio Registry (SQL)', version: '3.3.3' });
    }
    if (path === '/contexts') return Response.json([':.:']);
    if (/^\/(v1\/|_health|status|schemas\/guids)/.test(path)) return anError(404);
    const isListing = path === '/schemas' || path === '/subjects';
    return isListing && query.has('subjectPrefix') ? Response.json([]) : undefined;
  },
};

import type { Dispatcher } from 'undici';

// The constructor of Response refuses a body for these.
const withoutBody: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * A fetch over a dispatcher, for requests as this client makes them: a text goes out, a whole answer comes back, redirects
 * are answers. It does not go through undici's own fetch, whose streams cost more than the request itself.
 */
export function pooledFetch(dispatcher: Dispatcher): typeof globalThis.fetch {
  return async (input, init) => {
    // A request that comes whole is taken as it is: copying one costs as much as sending it.
    const isWhole = input instanceof Request && !changes(init);
    const request = isWhole ? input : new Request(input, init);
    const { method } = request;
    const signal = init?.signal ?? request.signal;
    signal.throwIfAborted();
    const url = new URL(request.url);
    const body = request.body === null ? null : await request.text();
    try {
      const answer = await dispatcher.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: method as Dispatcher.HttpMethod,
        headers: Object.fromEntries(request.headers),
        body,
        signal,
      });
      const text = await answer.body.text();
      return new Response(withoutBody.has(answer.statusCode) ? null : text, {
        status: answer.statusCode,
        headers: headersOf(answer.headers),
      });
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      // As fetch says it: what went wrong is the cause.
      throw new TypeError('fetch failed', { cause });
    }
  };
}

function headersOf(received: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) headers.append(name, one);
    }
  }
  return headers;
}

function changes(init: RequestInit | undefined): boolean {
  return init !== undefined && ['method', 'headers', 'body'].some((key) => key in init);
}

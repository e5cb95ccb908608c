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
      const init = { status: answer.statusCode, headers: headersOf(answer.headers) };
      return withoutBody.has(answer.statusCode)
        ? new Response(null, init)
        : textResponse(text, init);
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      // As fetch says it: what went wrong is the cause.
      throw new TypeError('fetch failed', { cause });
    }
  };
}

/**
 * A response whose whole text is there already. Reading a text through the stream that a Response makes of it costs more than
 * all else, so the methods that read give it directly; a stream is made for who asks for one.
 */
function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(null, init);
  const streamed = (): Response => new Response(text, init);
  return Object.defineProperties(response, {
    text: { value: async () => text },
    json: { value: async () => JSON.parse(text) as unknown },
    arrayBuffer: { value: async () => streamed().arrayBuffer() },
    bytes: { value: async () => new TextEncoder().encode(text) },
    blob: { value: async () => streamed().blob() },
    body: { get: () => streamed().body },
    clone: { value: () => textResponse(text, init) },
  });
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

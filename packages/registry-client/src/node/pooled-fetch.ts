import type { Dispatcher } from 'undici';

// The constructor of Response refuses a body for these.
const withoutBody: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * A fetch over a dispatcher, for requests as this client makes them: a text goes out, a whole answer comes back, redirects
 * are answers. It does not go through undici's own fetch, whose streams cost more than the request itself.
 */
export function pooledFetch(dispatcher: Dispatcher): typeof globalThis.fetch {
  return async (input, init) => {
    const { url, method, headers, body, signal } = await wireRequest(input, init);
    signal?.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    try {
      const answer = await dispatcher.request({
        origin,
        path: pathname + search,
        method: method as Dispatcher.HttpMethod,
        headers,
        body,
        signal,
      });
      const text = await answer.body.text();
      const facts = { status: answer.statusCode, headers: headersOf(answer.headers) };
      return withoutBody.has(answer.statusCode)
        ? new Response(null, facts)
        : textResponse(text, facts);
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      // As fetch says it: what went wrong is the cause.
      throw new TypeError('fetch failed', { cause });
    }
  };
}

interface WireRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal | null;
}

/** What a fetch was asked for. Requests as this client makes them are taken as they are: a Request costs as much as sending it. */
async function wireRequest(
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<WireRequest> {
  const { method = 'GET', headers, body = null, signal = null } = init;
  const isPlain =
    typeof input === 'string' &&
    (body === null || typeof body === 'string') &&
    isRecord(headers ?? {});
  if (isPlain)
    return { url: input, method, headers: { ...headers } as Record<string, string>, body, signal };
  const request = new Request(input, init);
  return {
    url: request.url,
    method: request.method,
    headers: Object.fromEntries(request.headers),
    body: request.body === null ? null : await request.text(),
    signal: request.signal,
  };
}

function isRecord(headers: RequestInit['headers'] & object): headers is Record<string, string> {
  return Object.getPrototypeOf(headers) === Object.prototype;
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

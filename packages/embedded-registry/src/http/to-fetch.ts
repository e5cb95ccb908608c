import type { RegistryRequest, RegistryResponse } from './message.ts';

/** Makes a `fetch` of a function that answers raw requests. The host of the URL does not matter. */
export function toFetch(
  answer: (request: RegistryRequest) => Promise<RegistryResponse>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(request.url);
    const body = request.body === null ? undefined : await request.text();
    const response = await answer({
      method: request.method,
      target: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      body,
    });
    request.signal.throwIfAborted();
    const hasBody = request.method !== 'HEAD' && response.status !== 204;
    return new Response(hasBody ? response.body : null, {
      status: response.status,
      headers: response.headers,
    });
  };
}

import { interruptFetch } from './interrupt-fetch.ts';
import type { Answering } from './message.ts';
import { whenAborted } from './when-aborted.ts';

/** Makes a `fetch` of a function that answers raw requests. The host of the URL does not matter. */
export function toFetch(answer: Answering): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    // Not the request's own signal, which only follows this one: what nobody else holds of it can be collected.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const { pathname, search } = new URL(request.url);
    const body = request.body === null ? undefined : await request.text();
    signal?.throwIfAborted();
    const response = await answer({
      method: request.method,
      target: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      body,
      whenAbandoned: (listener) => whenAborted(signal, listener),
    });
    signal?.throwIfAborted();
    if (response.interruption) return interruptFetch(response, response.interruption, signal);
    const hasBody = request.method !== 'HEAD' && response.status !== 204;
    return new Response(hasBody ? response.body : null, {
      status: response.status,
      headers: response.headers,
    });
  };
}

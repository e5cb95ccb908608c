import type { Answer } from './registry-request.ts';

/** A request with everything that goes over the wire. */
interface WireRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
  signal: AbortSignal;
}

/** Sends a request and reads the whole answer, whatever its status. Throws what the network throws. */
export type Send = (request: WireRequest) => Promise<Answer>;

/**
 * Sends over a fetch. Redirects are answers here and not followed: a followed one would turn a POST into a GET and show
 * credentials in headers to another host.
 */
export function createSend(fetch: typeof globalThis.fetch): Send {
  return async ({ url, body, ...request }) => {
    const response = await fetch(url, {
      ...request,
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  };
}

import ky, { isNetworkError } from 'ky';
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
  return async ({ url, body, signal, ...request }) => {
    try {
      const response = await ky(url, {
        ...request,
        ...(body === undefined ? {} : { body }),
        // Not given to ky, which ties every signal to others of its own: that costs as much as a request.
        fetch: async (input, init) => fetch(input, { ...init, signal }),
        redirect: 'manual',
        retry: 0,
        throwHttpErrors: false,
        timeout: false,
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    } catch (error) {
      // ky's own error carries the whole request, with its credentials.
      throw isNetworkError(error) ? error.cause : error;
    }
  };
}

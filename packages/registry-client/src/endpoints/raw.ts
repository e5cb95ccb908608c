import type { ContextName } from '@srkit/registry-protocol';
import { createRequest } from '../request/create-request.ts';
import type { Query } from '../request/encode-query.ts';
import type { Answer, Ask } from '../request/registry-request.ts';
import type { CallOptions } from './call-options.ts';

/** A request that the client has no method for. */
export interface RawRequest extends CallOptions {
  method: string;
  /**
   * From the first slash, each name percent-encoded, with or without a query. A context client puts it into its context.
   */
  path: string;
  /** Added to the path's query; encoded here. */
  query?: Query | undefined;
  /** Sent as JSON; a string is taken to be JSON already. */
  body?: unknown;
}

/** What a registry answered. */
export interface RawResponse {
  status: number;
  /** Names in small letters. */
  headers: Record<string, string>;
  /** The value of a JSON body, the text of any other, undefined for none. */
  body: unknown;
}

/** Makes the way out for requests without a method of their own: along the same request path, guard included. */
export function createRaw(
  ask: Ask,
  context: ContextName,
): (request: RawRequest) => Promise<RawResponse> {
  return async ({ method, path, query = {}, body, signal }) => {
    const read = ({ text }: Answer): unknown => value(text);
    const request = createRequest({ method, path, context, query, body, signal, read });
    const { status, headers, value: answered } = await ask(request);
    return { status, headers, body: answered };
  };
}

function value(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import type { RegistryRequest } from '../../src/http/message.ts';
import { type JsonPart, writeParts } from './json-parts.ts';

/** A request in parts, so that each can be broken on its own. */
export interface RequestParts {
  method: string;
  /** Of the path, still to be encoded. */
  segments: readonly string[];
  /** Still to be encoded. */
  query: readonly (readonly [name: string, value: string])[];
  headers: Readonly<Record<string, string>>;
  body: JsonPart | undefined;
}

/** Writes a request as it is sent. */
export function writeRequest({
  method,
  segments,
  query,
  headers,
  body,
}: RequestParts): RegistryRequest {
  const written = query.map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const path = `/${segments.map(encode).join('/')}`;
  return {
    method,
    target: written.length > 0 ? `${path}?${written.join('&')}` : path,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : writeParts(body),
  };
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?')).replaceAll('%3A', ':');
}

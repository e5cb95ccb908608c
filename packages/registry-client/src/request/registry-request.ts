import type { ContextName, Operation } from '@srkit/registry-protocol';
import type { Query } from './encode-query.ts';

/** A request as it goes along the request path, before address, headers and credentials are added. */
export interface RegistryRequest {
  /** In capitals. */
  method: string;
  /** Encoded, with its context, without the registry's own base path and without a query. */
  path: string;
  /** Encoded, without the question mark; empty for none. */
  query: string;
  /** JSON, as it is sent. */
  body: string | undefined;
  effect: 'read' | 'write';
  signal: AbortSignal | undefined;
  /** Its row in the table of routes, if it has one. */
  operation: Operation | undefined;
  /** What it was made from; undefined for a raw request. */
  origin: RequestOrigin | undefined;
  /**
   * Reads the value out of a success.
   *
   * @throws RegistryError `invalid_response` for what no registry answers, such as JSON that was cut off
   */
  read: (answer: Answer) => unknown;
  /** Counts how often it was sent. */
  sends: { count: number };
}

/** What a request of a method of the client was made from. */
export interface RequestOrigin {
  operation: Operation;
  /** What fills the path, not encoded. */
  parameters: Readonly<Record<string, string | number>>;
  context: ContextName;
  query: Query;
  /** Before it became JSON. */
  body: unknown;
}

/** What a registry answered, whole. */
export interface Answer {
  status: number;
  /** Names in small letters. */
  headers: Record<string, string>;
  text: string;
}

/** An answer that was a success, with what it says. */
export interface Reply extends Answer {
  value: unknown;
}

/** Whatever answers a request, or throws a RegistryError. */
export type Ask = (request: RegistryRequest) => Promise<Reply>;

/** One link of the request path: it may refuse, answer itself, ask more than once or change what it asks. */
export type Link = (next: Ask) => Ask;

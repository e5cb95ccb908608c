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
}

/** What a registry answered, whole. */
export interface Answer {
  status: number;
  /** Names in small letters. */
  headers: Record<string, string>;
  text: string;
}

/** Whatever answers a request, or throws a RegistryError. */
export type Ask = (request: RegistryRequest) => Promise<Answer>;

/** One link of the request path: it may refuse, answer itself, ask more than once or change what it asks. */
export type Link = (next: Ask) => Ask;

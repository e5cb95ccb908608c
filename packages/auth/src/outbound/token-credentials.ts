import type { Secret } from '@srkit/registry-protocol';

/** What credentials are asked for: a request to a registry. */
export interface TokenRequest {
  method: string;
  url: string;
  /** Ends when the request does. */
  signal: AbortSignal;
}

/** Credentials as `createRegistryClient({ credentials })` takes them. */
export interface TokenCredentials {
  headers(request: TokenRequest): Promise<Readonly<Record<string, string>>>;
  /** Told of a 401: gets another token, unless there is another already, and asks for one more try. */
  refused(request: TokenRequest): Promise<boolean>;
}

/** A token, and how long it is good for. */
export interface Token {
  value: Secret;
  /** In milliseconds since 1970. */
  expiresAt: number;
}

/** Where tokens come from, and what goes with them. */
export interface TokenSource {
  /** Gets a new token; ends when the signal does. */
  fetchToken(signal: AbortSignal): Promise<Token>;
  /** Sent beside the token. */
  headers: Readonly<Record<string, string>>;
  /** How long getting one may take, in milliseconds. */
  timeoutMs: number;
  now: () => number;
}

const longestLead = 5 * 60_000;
const leadShare = 0.2;
/** How long a service is left alone that could not renew a token which is still good, in milliseconds. */
const renewalPause = 5_000;

interface Held extends Token {
  /** From when on it is renewed while it is still used. */
  renewAt: number;
}

/**
 * Makes credentials of a source of tokens: one token for all requests, renewed before it runs out (a fifth of its life, five
 * minutes at most), and never more than one renewal at a time. Who aborts a request does not abort the renewal, for which
 * others wait.
 */
export function tokenCredentials({
  fetchToken,
  headers,
  timeoutMs,
  now,
}: TokenSource): TokenCredentials {
  let held: Held | undefined;
  let renewal: Promise<Held> | undefined;
  const used = new WeakMap<TokenRequest, Held>();

  async function fetched(): Promise<Held> {
    const token = await fetchToken(AbortSignal.timeout(timeoutMs));
    const lead = Math.min(longestLead, leadShare * (token.expiresAt - now()));
    held = { ...token, renewAt: token.expiresAt - lead };
    return held;
  }

  function renew(): Promise<Held> {
    renewal ??= fetched().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  /** Behind the scenes: what goes wrong is said when the token has run out. */
  function renewInTime(token: Held): void {
    renew().catch(() => {
      // Not with every request: a service that is down has enough to do.
      token.renewAt = Math.min(now() + renewalPause, token.expiresAt);
    });
  }

  async function current(): Promise<Held> {
    if (held === undefined || now() >= held.expiresAt) return renew();
    if (now() >= held.renewAt) renewInTime(held);
    return held;
  }

  return {
    async headers(request) {
      const token = await current();
      used.set(request, token);
      return { authorization: `Bearer ${token.value.reveal()}`, ...headers };
    },
    async refused(request) {
      // Another request may have been refused with the same token, and got a new one.
      if (held !== undefined && used.get(request) !== held) return true;
      held = undefined;
      await renew();
      return true;
    },
  };
}

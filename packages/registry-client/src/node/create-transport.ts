import { isSecret, type Secret } from '@srkit/registry-protocol';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { invalidArgument } from '../errors/invalid-argument.ts';
import { pooledFetch } from './pooled-fetch.ts';
import { trustedAuthorities } from './trusted-authorities.ts';

/** A proxy that requests go through. */
export interface ProxyOptions {
  /** `http://proxy:3128` or `https://…`; `user:password@` in it is used as its credentials. */
  url: string;
  /** Authorities to trust for the proxy's own certificate, in PEM, besides the usual ones. */
  ca?: string | readonly string[] | undefined;
}

/** How to reach registries. */
export interface TransportOptions {
  /** Connections to one address at most. @default 64 */
  connections?: number | undefined;
  /** How long an idle connection is kept, in milliseconds. @default 30_000 */
  keepAliveMs?: number | undefined;
  /** How long making a connection may take, in milliseconds. @default 10_000 */
  connectTimeoutMs?: number | undefined;
  /** Authorities to trust, in PEM, besides the usual ones. */
  ca?: string | readonly string[] | undefined;
  /** Our certificate, in PEM, for registries that ask for one. */
  cert?: string | undefined;
  /** Its private key, in PEM. */
  key?: Secret | string | undefined;
  /** What the key is encrypted with. */
  passphrase?: Secret | string | undefined;
  /** The name that the registry's certificate must have. @default the host of the address */
  servername?: string | undefined;
  proxy?: ProxyOptions | string | undefined;
}

/** Connections that are kept, and a `fetch` that uses them. */
export interface Transport {
  /** For `createRegistryClient({ fetch })`; several clients may share it. */
  fetch: typeof globalThis.fetch;
  /** Ends all connections once their requests have ended; no request can be made after it. */
  close(): Promise<void>;
}

/**
 * Makes a pool of connections with TLS settings of its own: for mutual TLS, private authorities and proxies, and for speed.
 * From `@srkit/registry-client/transport`.
 *
 * @throws RegistryError `invalid_argument` for a proxy that is no address; Error from Node's TLS for a certificate or key that cannot be read
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { connections = 64, keepAliveMs = 30_000, connectTimeoutMs = 10_000 } = options;
  const tls = tlsOptions(options);
  const pool = { connections, keepAliveTimeout: keepAliveMs, pipelining: 1 };
  const dispatcher =
    options.proxy === undefined
      ? new Agent({ ...pool, connect: { ...tls, timeout: connectTimeoutMs } })
      : proxyAgent(options.proxy, pool, tls);
  return {
    fetch: pooledFetch(dispatcher),
    close: async () => dispatcher.close(),
  };
}

function proxyAgent(
  proxy: ProxyOptions | string,
  pool: Partial<ProxyAgent.Options>,
  requestTls: ReturnType<typeof tlsOptions>,
): Dispatcher {
  const { url, ca } = typeof proxy === 'string' ? { url: proxy, ca: undefined } : proxy;
  const address = proxyAddress(url);
  const { username, password } = address;
  address.username = '';
  address.password = '';
  const user = `${plain(username)}:${plain(password)}`;
  return new ProxyAgent({
    ...pool,
    uri: address.href,
    requestTls,
    ...(username !== '' && { token: `Basic ${Buffer.from(user).toString('base64')}` }),
    ...(ca !== undefined && { proxyTls: { ca: trustedAuthorities(ca) } }),
  });
}

/** The error of URL would repeat the address, which can hold a password. */
function proxyAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address !== undefined && /^https?:$/.test(address.protocol)) return address;
  throw invalidArgument(
    'The proxy’s url is not an address like http://proxy.example.com:3128. Percent-encode special characters in a user or password.',
  );
}

function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function tlsOptions({ ca, cert, key, passphrase, servername }: TransportOptions) {
  return {
    ...(ca !== undefined && { ca: trustedAuthorities(ca) }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key: revealed(key) }),
    ...(passphrase !== undefined && { passphrase: revealed(passphrase) }),
    ...(servername !== undefined && { servername }),
  };
}

function revealed(text: Secret | string): string {
  return isSecret(text) ? text.reveal() : text;
}

import {
  basicCredentials,
  bearerCredentials,
  type Credentials,
  createRegistryClient,
  type RegistryClient,
  type RegistryClientOptions,
} from '@srkit/registry-client';
import { isSecret, type Secret, secret } from '@srkit/registry-protocol';
import { pem } from './settings/read-setting.ts';
import type { OAuthSettings, RegistrySettings } from './settings/registry-settings.ts';

/** What a transport is made from. All texts of keys and certificates are PEM. */
export interface TransportSettings {
  ca?: string | undefined;
  cert?: string | undefined;
  key?: Secret | undefined;
  passphrase?: Secret | undefined;
  servername?: string | undefined;
  /** With user and password, if it has them: handed on, never shown. */
  proxy?: string | undefined;
  connectTimeoutMs?: number | undefined;
}

/** Makes connections with settings of their own. `createTransport` of `@srkit/registry-client/transport` fits. */
export type MakeTransport = (settings: TransportSettings) => {
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
};

/** What OAuth credentials are made from. */
export interface OAuthCredentialSettings extends OAuthSettings {
  clientSecret: Secret;
  /** Where tokens have to be fetched through the registry's proxy, or trusting its authorities. */
  fetch?: typeof globalThis.fetch | undefined;
}

/** Makes credentials. `oauthClientCredentials` of `@srkit/auth/outbound` fits. */
export type MakeOAuthCredentials = (settings: OAuthCredentialSettings) => Credentials;

/** What clients are made with. */
export interface OpenOptions {
  transport?: MakeTransport | undefined;
  oauthCredentials?: MakeOAuthCredentials | undefined;
  /** Counts where the settings of a registry say nothing. */
  client?: ClientDefaults | undefined;
}

/** What a client of any registry is made with, unless its settings say otherwise. */
export type ClientDefaults = Pick<
  RegistryClientOptions,
  'cache' | 'failover' | 'fetch' | 'now' | 'observe' | 'rate' | 'retry' | 'userAgent'
>;

/** The clients of a registry, and what they hold open. */
export interface OpenClient {
  client: RegistryClient;
  /** The same, which neither repeats nor remembers nor waits. */
  direct: RegistryClient;
  close(): Promise<void>;
}

/** What the settings of one registry do not decide alone. */
export interface Surroundings extends OpenOptions {
  viewOnly: boolean;
  context: string | undefined;
  timeoutMs: number | undefined;
}

/** Makes the clients of a registry. They send nothing until they are asked. */
export function openClient(
  name: string,
  settings: RegistrySettings,
  surroundings: Surroundings,
): OpenClient {
  const { context, timeoutMs, viewOnly, client: defaults = {} } = surroundings;
  const ways = openWays(settings, surroundings);
  const options: RegistryClientOptions = {
    ...defaults,
    name,
    url: settings.url,
    viewOnly,
    context: settings.context ?? context,
    timeoutMs: settings.timeoutMs ?? timeoutMs,
    headers: settings.headers,
    retry: chosen(settings.retry, defaults.retry),
    rate: chosen(settings.rate, defaults.rate),
    cache: chosen(settings.cache, defaults.cache),
    failover: settings.failover ?? defaults.failover,
    fetch: ways.fetch ?? defaults.fetch,
    credentials: credentialsOf(settings, surroundings, ways.tokenFetch),
  };
  return {
    client: createRegistryClient(options),
    direct: createRegistryClient({ ...options, retry: false, cache: false, rate: false }),
    close: ways.close,
  };
}

interface Ways {
  fetch: typeof globalThis.fetch | undefined;
  tokenFetch: typeof globalThis.fetch | undefined;
  close(): Promise<void>;
}

/** The ways to the registry and to the service of its tokens. */
function openWays(settings: RegistrySettings, { transport }: OpenOptions): Ways {
  const { tls = {}, connectTimeoutMs, oauth } = settings;
  const proxy = settings.proxy === undefined ? undefined : wrapped(settings.proxy).reveal();
  if (settings.fetch !== undefined || transport === undefined)
    return { fetch: settings.fetch, tokenFetch: undefined, close: async () => {} };
  const own = transport({
    ...tls,
    key: tls.key === undefined ? undefined : secret(pem(wrapped(tls.key).reveal())),
    passphrase: tls.passphrase === undefined ? undefined : wrapped(tls.passphrase),
    proxy,
    connectTimeoutMs,
  });
  // Another host: it is not shown our certificate, and has a name of its own.
  const needsOwn = oauth !== undefined && (proxy !== undefined || tls.ca !== undefined);
  const tokens = needsOwn ? transport({ ca: tls.ca, proxy, connectTimeoutMs }) : undefined;
  return {
    fetch: own.fetch,
    tokenFetch: tokens?.fetch,
    close: async () => {
      await Promise.all([own.close(), tokens?.close()]);
    },
  };
}

function credentialsOf(
  { user, password, token, oauth, credentials }: RegistrySettings,
  { oauthCredentials }: OpenOptions,
  fetch: typeof globalThis.fetch | undefined,
): Credentials | undefined {
  if (user !== undefined && password !== undefined)
    return basicCredentials({ username: user, password: wrapped(password) });
  if (token !== undefined) return bearerCredentials(wrapped(token));
  if (oauth !== undefined && oauthCredentials !== undefined)
    return oauthCredentials({
      ...oauth,
      clientSecret: wrapped(oauth.clientSecret),
      ...(fetch !== undefined && { fetch }),
    });
  return credentials;
}

/** A switch that is only on, and a part that is not said, leave the choice to who made the defaults. */
function chosen<T extends object>(
  own: T | boolean | undefined,
  fallback: T | false | undefined,
): T | false | undefined {
  if (own === undefined) return fallback;
  const defaults = fallback === false ? undefined : fallback;
  if (own === true) return defaults;
  return own === false ? false : { ...defaults, ...own };
}

function wrapped(value: Secret | string): Secret {
  return isSecret(value) ? value : secret(value);
}

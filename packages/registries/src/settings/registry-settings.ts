import type {
  CacheOptions,
  Credentials,
  FailoverOptions,
  RateOptions,
  RegistryClient,
  RetryOptions,
} from '@srkit/registry-client';
import type { Secret } from '@srkit/registry-protocol';

/** A client of a token service, by the OAuth client credentials grant. As `@srkit/auth/outbound` takes it. */
export interface OAuthSettings {
  tokenUrl: string;
  clientId: string;
  clientSecret: Secret | string;
  scope?: string | undefined;
  authentication?: 'basic' | 'post' | undefined;
  parameters?: Readonly<Record<string, string>> | undefined;
  logicalCluster?: string | undefined;
  identityPoolId?: string | undefined;
}

/** Whom to trust and what to show over TLS, all in PEM. */
export interface TlsSettings {
  ca?: string | undefined;
  cert?: string | undefined;
  key?: Secret | string | undefined;
  passphrase?: Secret | string | undefined;
  servername?: string | undefined;
}

/** One registry by its address. What each setting is for stands in `settingsTable`. */
export interface RegistrySettings {
  url: string | readonly string[];
  user?: string | undefined;
  password?: Secret | string | undefined;
  token?: Secret | string | undefined;
  oauth?: OAuthSettings | undefined;
  credentials?: Credentials | undefined;
  tls?: TlsSettings | undefined;
  proxy?: Secret | string | undefined;
  headers?: Readonly<Record<string, Secret | string>> | undefined;
  context?: string | undefined;
  timeoutMs?: number | undefined;
  connectTimeoutMs?: number | undefined;
  retry?: RetryOptions | boolean | undefined;
  failover?: FailoverOptions | undefined;
  rate?: RateOptions | boolean | undefined;
  cache?: CacheOptions | boolean | undefined;
  viewOnly?: boolean | undefined;
  readOnly?: boolean | undefined;
  slowMs?: number | undefined;
  description?: string | undefined;
  fetch?: typeof globalThis.fetch | undefined;
}

/** One registry by a client that its owner made. */
export interface RegistryOfClient
  extends Pick<RegistrySettings, 'context' | 'viewOnly' | 'readOnly' | 'slowMs' | 'description'> {
  client: RegistryClient;
}

/** Several registries, as plain data. */
export interface RegistriesConfiguration {
  /** By the name that calls use. */
  registries: Readonly<Record<string, RegistrySettings | RegistryOfClient>>;
  /** The registry that is meant where a call names none. @default the first */
  default?: string | undefined;
  /** Makes every registry view-only, whatever its own settings say. @default false */
  viewOnly?: boolean | undefined;
  /** The same as `viewOnly`. @default false */
  readOnly?: boolean | undefined;
  /** The context of every registry that has none of its own. @default '.' */
  context?: string | undefined;
  /** How long a request may take where the registry does not say it itself, in milliseconds. @default 10_000 */
  timeoutMs?: number | undefined;
}

/** Settings that consist of several. */
export type SettingGroup = 'oauth' | 'tls' | 'retry' | 'failover' | 'rate' | 'cache';

type Parts<Group extends SettingGroup> = keyof Exclude<
  NonNullable<RegistrySettings[Group]>,
  boolean
> &
  string;

/** Every setting of a registry by its path, for example `oauth.tokenUrl`. */
export type SettingPath =
  | Exclude<keyof RegistrySettings, 'oauth' | 'tls' | 'failover'>
  | 'client'
  | { [Group in SettingGroup]: `${Group}.${Parts<Group>}` }[SettingGroup];

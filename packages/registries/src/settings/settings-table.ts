import type { RegistriesConfiguration, SettingPath } from './registry-settings.ts';

/** How the text of a setting is read. */
export type SettingKind =
  | 'addresses'
  | 'address'
  | 'proxy'
  | 'name'
  | 'text'
  | 'secret'
  | 'switch'
  | 'milliseconds'
  | 'number'
  | 'rate'
  | 'context'
  | 'choice'
  | 'texts'
  | 'headers'
  | 'certificates'
  | 'object';

/** One setting. */
export interface Setting {
  kind: SettingKind;
  /** Its environment variable; with `_1`, `_2`, … for one of several registries. Absent where only code can give it. */
  variable?: string;
  description: string;
  /** What counts when it is not set, in words; absent where nothing does. */
  default?: string;
  /** It is wrapped at once and never printed. */
  secret?: true;
  /** It can stand in a file: `passwordFile`, `SCHEMA_REGISTRY_PASSWORD_FILE`. */
  file?: true;
  /** For numbers and milliseconds. */
  least?: number;
  /** For numbers. */
  greatest?: number;
  /** For a choice. */
  choices?: readonly string[];
}

/** Every setting of a registry. A new one does not compile until it has a row; the documentation is generated from it. */
export const settingsTable: Readonly<Record<SettingPath, Setting>> = {
  url: {
    kind: 'addresses',
    variable: 'SCHEMA_REGISTRY_URL',
    description:
      'Address of the registry, for example `http://localhost:8081`, or several of one registry: a list, or with commas between them. `user:password@` in it is taken out.',
  },
  user: {
    kind: 'text',
    variable: 'SCHEMA_REGISTRY_USER',
    description: 'User (or API key) for basic authentication. Needs the password.',
  },
  password: {
    kind: 'secret',
    variable: 'SCHEMA_REGISTRY_PASSWORD',
    description: 'Password (or API secret) for basic authentication. Needs the user.',
    secret: true,
    file: true,
  },
  token: {
    kind: 'secret',
    variable: 'SCHEMA_REGISTRY_TOKEN',
    description: 'Bearer token.',
    secret: true,
    file: true,
  },
  'oauth.tokenUrl': {
    kind: 'address',
    variable: 'SCHEMA_REGISTRY_OAUTH_TOKEN_URL',
    description: 'Where tokens are had, by OAuth client credentials. Needs client id and secret.',
  },
  'oauth.clientId': {
    kind: 'text',
    variable: 'SCHEMA_REGISTRY_OAUTH_CLIENT_ID',
    description: 'Id of the OAuth client.',
  },
  'oauth.clientSecret': {
    kind: 'secret',
    variable: 'SCHEMA_REGISTRY_OAUTH_CLIENT_SECRET',
    description: 'Secret of the OAuth client.',
    secret: true,
    file: true,
  },
  'oauth.scope': {
    kind: 'text',
    variable: 'SCHEMA_REGISTRY_OAUTH_SCOPE',
    description: 'What the token is to be good for; several with spaces between them.',
  },
  'oauth.authentication': {
    kind: 'choice',
    variable: 'SCHEMA_REGISTRY_OAUTH_AUTHENTICATION',
    description: 'Whether id and secret go into a header (`basic`) or into the form (`post`).',
    default: 'basic',
    choices: ['basic', 'post'],
  },
  'oauth.parameters': {
    kind: 'texts',
    variable: 'SCHEMA_REGISTRY_OAUTH_PARAMETERS',
    description:
      'More parameters of the request for a token, for example `{"audience":"registry"}`.',
  },
  'oauth.logicalCluster': {
    kind: 'text',
    variable: 'SCHEMA_REGISTRY_OAUTH_LOGICAL_CLUSTER',
    description: 'Confluent Cloud: the cluster that the token is for, `lsrc-…`.',
  },
  'oauth.identityPoolId': {
    kind: 'text',
    variable: 'SCHEMA_REGISTRY_OAUTH_IDENTITY_POOL_ID',
    description: 'Confluent Cloud: the identity pool, `pool-…`.',
  },
  credentials: {
    kind: 'object',
    description: 'Any other authentication: an object with `headers(request)`.',
  },
  'tls.ca': {
    kind: 'certificates',
    variable: 'SCHEMA_REGISTRY_TLS_CA',
    description: 'Authorities to trust besides the usual ones, in PEM.',
    file: true,
  },
  'tls.cert': {
    kind: 'certificates',
    variable: 'SCHEMA_REGISTRY_TLS_CERT',
    description: 'Our certificate for mutual TLS, in PEM. Needs the key.',
    file: true,
  },
  'tls.key': {
    kind: 'secret',
    variable: 'SCHEMA_REGISTRY_TLS_KEY',
    description: 'Private key of our certificate, in PEM.',
    secret: true,
    file: true,
  },
  'tls.passphrase': {
    kind: 'secret',
    variable: 'SCHEMA_REGISTRY_TLS_PASSPHRASE',
    description: 'What the private key is encrypted with.',
    secret: true,
    file: true,
  },
  'tls.servername': {
    kind: 'text',
    variable: 'SCHEMA_REGISTRY_TLS_SERVERNAME',
    description: 'The name that the registry’s certificate must have.',
    default: 'the host of the address',
  },
  proxy: {
    kind: 'proxy',
    variable: 'SCHEMA_REGISTRY_PROXY',
    description: 'Proxy to go through, `http://user:password@proxy.example.com:3128`.',
    secret: true,
    file: true,
  },
  headers: {
    kind: 'headers',
    variable: 'SCHEMA_REGISTRY_HEADERS',
    description:
      'Headers to send with every request, by name; as a variable `{"X-Team":"orders"}`.',
    secret: true,
    file: true,
  },
  context: {
    kind: 'context',
    variable: 'SCHEMA_REGISTRY_CONTEXT',
    description: 'Context that is meant where a call names none, for example `staging`.',
    default: '. (the default context)',
  },
  timeoutMs: {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_TIMEOUT_MS',
    description: 'Milliseconds that one request may take.',
    default: '10000',
    least: 1,
  },
  connectTimeoutMs: {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_CONNECT_TIMEOUT_MS',
    description: 'Milliseconds that making a connection may take.',
    default: '10000',
    least: 1,
  },
  retry: {
    kind: 'switch',
    variable: 'SCHEMA_REGISTRY_RETRY',
    description: 'Whether requests are repeated where that is safe.',
    default: 'true',
  },
  'retry.attempts': {
    kind: 'number',
    variable: 'SCHEMA_REGISTRY_RETRY_ATTEMPTS',
    description: 'How often a request is made at most, the first time included.',
    default: '4',
    least: 1,
    greatest: 1_000,
  },
  'retry.minDelayMs': {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_RETRY_MIN_DELAY_MS',
    description: 'The longest first pause, in milliseconds; each further one may be twice as long.',
    default: '100',
    least: 0,
  },
  'retry.maxDelayMs': {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_RETRY_MAX_DELAY_MS',
    description: 'The longest pause, in milliseconds.',
    default: '5000',
    least: 0,
  },
  'retry.totalMs': {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_RETRY_TOTAL_MS',
    description: 'No attempt begins later than this after the first, in milliseconds.',
    default: '60000',
    least: 0,
  },
  'failover.failures': {
    kind: 'number',
    variable: 'SCHEMA_REGISTRY_FAILOVER_FAILURES',
    description: 'With several addresses: failures in a row after which one is left alone.',
    default: '3',
    least: 1,
    greatest: 1_000,
  },
  'failover.pauseMs': {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_FAILOVER_PAUSE_MS',
    description: 'How long it is left alone, in milliseconds.',
    default: '10000',
    least: 1,
  },
  rate: {
    kind: 'switch',
    variable: 'SCHEMA_REGISTRY_RATE',
    description: 'Whether requests are kept within a budget.',
    default: 'at Confluent Cloud true',
  },
  'rate.readsPerSecond': {
    kind: 'rate',
    variable: 'SCHEMA_REGISTRY_RATE_READS_PER_SECOND',
    description: 'Reads a second at most.',
    default: 'at Confluent Cloud 75',
  },
  'rate.writesPerSecond': {
    kind: 'rate',
    variable: 'SCHEMA_REGISTRY_RATE_WRITES_PER_SECOND',
    description: 'Writes a second at most.',
    default: 'at Confluent Cloud 25',
  },
  cache: {
    kind: 'switch',
    variable: 'SCHEMA_REGISTRY_CACHE',
    description: 'Whether answers are remembered.',
    default: 'true',
  },
  'cache.maxBytes': {
    kind: 'number',
    variable: 'SCHEMA_REGISTRY_CACHE_MAX_BYTES',
    description: 'Bytes for all remembered answers together.',
    default: '33554432',
    least: 1,
    greatest: Number.MAX_SAFE_INTEGER,
  },
  'cache.latestMs': {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_CACHE_LATEST_MS',
    description: 'How long versions and what was looked up are remembered, in milliseconds.',
    default: '1000',
    least: 0,
  },
  'cache.listingMs': {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_CACHE_LISTING_MS',
    description: 'How long listings are remembered, in milliseconds.',
    default: '0',
    least: 0,
  },
  viewOnly: {
    kind: 'switch',
    variable: 'VIEWONLY',
    description: 'Refuse every write before it is sent.',
    default: 'false',
  },
  readOnly: {
    kind: 'switch',
    variable: 'READONLY',
    description: 'The same as view-only; one of the two is enough.',
    default: 'false',
  },
  slowMs: {
    kind: 'milliseconds',
    variable: 'SCHEMA_REGISTRY_SLOW_MS',
    description: 'An answer that takes longer than this counts as degraded, in milliseconds.',
    default: '1000',
    least: 1,
  },
  description: {
    kind: 'text',
    variable: 'SCHEMA_REGISTRY_DESCRIPTION',
    description: 'What the registry is, for people and assistants.',
  },
  fetch: {
    kind: 'object',
    description: 'What sends the requests.',
    default: 'a transport of its own where one is handed in, otherwise the global fetch',
  },
  client: {
    kind: 'object',
    description: 'A client that its owner made, in place of a url and all that goes with it.',
  },
};

/** The settings of a configuration that are about all registries. */
export type GeneralSetting = Exclude<keyof RegistriesConfiguration, 'registries'>;

/** What can be set for all registries, beside them. */
export const generalSettings: Readonly<Record<GeneralSetting, Setting & { variable: string }>> = {
  default: {
    kind: 'name',
    variable: 'SRKIT_DEFAULT_REGISTRY',
    description: 'The registry that is meant where a call names none.',
    default: 'the first',
  },
  viewOnly: {
    kind: 'switch',
    variable: 'VIEWONLY',
    description: 'Refuse every write to every registry before it is sent.',
    default: 'false',
  },
  readOnly: {
    kind: 'switch',
    variable: 'READONLY',
    description: 'The same as view-only; one of the two is enough.',
    default: 'false',
  },
  context: {
    kind: 'context',
    variable: 'SRKIT_CONTEXT',
    description: 'Context of every registry that has none of its own.',
    default: '. (the default context)',
  },
  timeoutMs: {
    kind: 'milliseconds',
    variable: 'SRKIT_TIMEOUT_MS',
    description:
      'Milliseconds that one request may take where the registry does not say it itself.',
    default: '10000',
    least: 1,
  },
};

import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import type { Credentials } from './credentials/credentials.ts';
import { noCredentials } from './credentials/no-credentials.ts';
import { createAssociations } from './endpoints/associations.ts';
import { createCall } from './endpoints/call.ts';
import { createCompatibility } from './endpoints/compatibility.ts';
import { createConfigs } from './endpoints/config.ts';
import { createContexts } from './endpoints/contexts.ts';
import { createDeks } from './endpoints/deks.ts';
import { createExporters } from './endpoints/exporters.ts';
import { createKeks } from './endpoints/keks.ts';
import { createServerMetadata } from './endpoints/metadata.ts';
import { createModes } from './endpoints/mode.ts';
import { createRaw } from './endpoints/raw.ts';
import { createSchemas } from './endpoints/schemas.ts';
import { createSubjects } from './endpoints/subjects.ts';
import { createVersions } from './endpoints/versions.ts';
import { createRedactor } from './errors/redactor.ts';
import { probe } from './probe/probe.ts';
import { readContextName } from './read-context-name.ts';
import {
  addressesOf,
  cacheOf,
  longestTimeoutMs,
  noCache,
  rateLink,
  requireWhole,
  retryTimes,
} from './read-options.ts';
import type { RegistryClient } from './registry-client.ts';
import type { RegistryUrl } from './registry-url.ts';
import { createAttempt } from './request/attempt.ts';
import type { CacheOptions } from './request/cache.ts';
import { type FailoverOptions, failover } from './request/failover.ts';
import { guard } from './request/guard.ts';
import { type Observe, observed, observeHit } from './request/observe.ts';
import type { RateOptions } from './request/rate.ts';
import type { Ask } from './request/registry-request.ts';
import { type ExtraHeaders, requestHeaders, secretHeaders } from './request/request-headers.ts';
import { requestPath } from './request/request-path.ts';
import { type RetryOptions, retry } from './request/retry.ts';
import { createSend } from './request/send.ts';

/** What a client is made from. */
export interface RegistryClientOptions {
  /**
   * The registry's address, also with a path (`https://host/apis/ccompat/v7`), or several of one and the same registry.
   * `user:password@` in it is taken out and used as basic credentials, unless `credentials` are given.
   */
  url: string | readonly string[];
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** The context of all operations: `staging`, `.staging` or `:.staging:`. @default the default context, `.` */
  context?: string | undefined;
  /** Asked before every request. @default none, or those of the url */
  credentials?: Credentials | undefined;
  /** How long a request may take, in milliseconds, from credentials to the last byte of the answer. @default 10_000 */
  timeoutMs?: number | undefined;
  /** Refuse whatever is not known to read, before the network. @default false */
  viewOnly?: boolean | undefined;
  /** How often requests are made again, where that is safe; `false` for never. */
  retry?: RetryOptions | false | undefined;
  /** With several addresses: when one is left alone. */
  failover?: FailoverOptions | undefined;
  /** How many requests a second; `false` for no limit. @default Confluent Cloud's at Confluent Cloud, otherwise none */
  rate?: RateOptions | false | undefined;
  /** What is remembered of answers; `false` for nothing, and then reads under way share no requests either. */
  cache?: CacheOptions | false | undefined;
  /** Told of every request, for metrics and traces. */
  observe?: Observe | undefined;
  /** Sent with every request. A value can be wrapped by `secret()`. */
  headers?: ExtraHeaders | undefined;
  /** What errors call this registry. @default host and port of the url */
  name?: string | undefined;
  /** @default '@srkit/registry-client' */
  userAgent?: string | undefined;
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

/**
 * Makes a client of a Schema Registry. It sends nothing until it is asked.
 *
 * @throws RegistryError `invalid_argument`
 */
export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const addresses = addressesOf(options.url);
  const { url, host } = addresses[0];
  const {
    timeoutMs = 10_000,
    viewOnly = false,
    name: registry = host,
    headers = {},
    now = Date.now,
    observe,
  } = options;
  requireWhole('timeoutMs', timeoutMs, 1, longestTimeoutMs);
  const userAgent = options.userAgent ?? '@srkit/registry-client';
  requestHeaders({ userAgent, headers }, {}, false); // A header that cannot be sent is said now, not at the first call.
  const redactor = createRedactor();
  redactor.learn(secretHeaders(headers));
  // Looked up at each call, so that what replaces the global one later is used.
  const send = createSend(options.fetch ?? ((...request) => globalThis.fetch(...request)));
  const tools = { registry, redactor, now };
  const limit = rateLink(options.rate, addresses, tools);
  const askAt = (address: RegistryUrl, base: string, more: ExtraHeaders = {}): Ask => {
    const credentials = options.credentials ?? address.credentials ?? noCredentials();
    const sent = { ...headers, ...more };
    const node = { ...tools, url: base, credentials, headers: sent, userAgent, timeoutMs, send };
    const attempt = observed(createAttempt(node), { observe, registry, url: base });
    return limit === undefined ? attempt : limit(attempt);
  };
  const asks = addresses.map((address) => askAt(address, address.url));
  // What is no registry's own does not know the media type of registries.
  const askHost = askAt(addresses[0], new URL(url).origin, { accept: 'application/json' });
  const [only] = asks;
  const reached = asks.length === 1 && only ? only : failover(asks, options.failover);
  const remembered = cacheOf(options.cache, {
    ...tools,
    onHit: (request) => observeHit(request, { observe, registry, url }),
  });
  const links = [guard({ viewOnly, registry })];
  if (remembered) links.push(remembered.link);
  if (options.retry !== false) links.push(retry({ ...tools, ...retryTimes(options.retry) }));
  const ask = requestPath(links, reached);

  function inContext(context: ContextName): RegistryClient {
    const call = createCall(ask, { context, ...tools });
    return {
      subjects: createSubjects(call),
      versions: createVersions(call),
      schemas: createSchemas(call, registry),
      compatibility: createCompatibility(call),
      config: createConfigs(call),
      mode: createModes(call),
      contexts: createContexts(call),
      metadata: createServerMetadata(call),
      exporters: createExporters(call),
      keks: createKeks(call),
      deks: createDeks(call),
      associations: createAssociations(call, context),
      inContext: (other) => inContext(readContextName(other)),
      describe: () => ({
        url,
        urls: addresses.map((address) => address.url),
        name: registry,
        context,
        viewOnly,
      }),
      cache: remembered?.cache ?? noCache,
      probe: async (how = {}) => probe({ url, ask: reached, askHost }, how),
      ping: async ({ signal } = {}) => call.nothing('getRoot', {}, { signal }),
      raw: createRaw(ask, context),
    };
  }

  return inContext(readContextName(options.context ?? defaultContext));
}

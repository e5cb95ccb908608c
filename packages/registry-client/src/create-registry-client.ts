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
import { invalidArgument } from './errors/invalid-argument.ts';
import { createRedactor } from './errors/redactor.ts';
import { readContextName } from './read-context-name.ts';
import type { RegistryClient } from './registry-client.ts';
import { parseRegistryUrl } from './registry-url.ts';
import { createAttempt } from './request/attempt.ts';
import { guard } from './request/guard.ts';
import { type ExtraHeaders, requestHeaders, secretHeaders } from './request/request-headers.ts';
import { requestPath } from './request/request-path.ts';
import { createSend } from './request/send.ts';

/** What a client is made from. */
export interface RegistryClientOptions {
  /**
   * The registry's address, also with a path (`https://host/apis/ccompat/v7`). `user:password@` in it is taken out and used as
   * basic credentials, unless `credentials` are given.
   */
  url: string;
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
  /** Sent with every request. A value can be wrapped by `secret()`. */
  headers?: ExtraHeaders | undefined;
  /** What errors call this registry. @default host and port of the url */
  name?: string | undefined;
  /** @default '@srkit/registry-client' */
  userAgent?: string | undefined;
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

// A timer with a longer delay fires at once.
const longestTimeoutMs = 2_147_483_647;

/**
 * Makes a client of a Schema Registry. It sends nothing until it is asked.
 *
 * @throws RegistryError `invalid_argument`
 */
export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const { url, host, credentials: fromUrl } = parseRegistryUrl(options.url);
  const {
    timeoutMs = 10_000,
    viewOnly = false,
    name = host,
    headers = {},
    now = Date.now,
  } = options;
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > longestTimeoutMs) {
    throw invalidArgument(
      `timeoutMs must be a whole number from 1 to ${longestTimeoutMs}; it is ${timeoutMs}.`,
    );
  }
  const userAgent = options.userAgent ?? '@srkit/registry-client';
  requestHeaders({ userAgent, headers }, {}, false); // A header that cannot be sent is said now, not at the first call.
  const redactor = createRedactor();
  redactor.learn(secretHeaders(headers));
  const attempt = createAttempt({
    url,
    registry: name,
    credentials: options.credentials ?? fromUrl ?? noCredentials(),
    headers,
    userAgent,
    timeoutMs,
    redactor,
    // Looked up at each call, so that what replaces the global one later is used.
    send: createSend(options.fetch ?? ((...request) => globalThis.fetch(...request))),
    now,
  });
  const ask = requestPath([guard({ viewOnly, registry: name })], attempt);

  function inContext(context: ContextName): RegistryClient {
    const call = createCall(ask, { context, registry: name, redactor, now });
    return {
      subjects: createSubjects(call),
      versions: createVersions(call),
      schemas: createSchemas(call, name),
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
      describe: () => ({ url, name, context, viewOnly }),
      ping: async ({ signal } = {}) => call.nothing('getRoot', {}, { signal }),
      raw: createRaw(ask, context),
    };
  }

  return inContext(readContextName(options.context ?? defaultContext));
}

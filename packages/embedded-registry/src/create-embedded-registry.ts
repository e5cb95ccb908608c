import type { CompatibilityLevel } from '@srkit/registry-protocol';
import { handle } from './handle.ts';
import type { RegistryRequest, RegistryResponse } from './http/message.ts';
import { toFetch } from './http/to-fetch.ts';
import type { Registry } from './registry.ts';
import { createParsedCache } from './state/parsed-cache.ts';
import { createStore } from './state/store.ts';

/** Choices for an embedded registry; each has a sensible default. */
export interface EmbeddedRegistryOptions {
  /**
   * The compatibility level where none is configured.
   *
   * @default 'BACKWARD'
   */
  compatibilityLevel?: CompatibilityLevel;
  /**
   * The time in milliseconds since 1970, for `ts`.
   *
   * @default Date.now
   */
  now?: () => number;
  /**
   * What `GET /v1/metadata/id` answers as the Kafka cluster's id.
   *
   * @default 'embedded'
   */
  clusterId?: string;
  /** Told of failures inside the registry, which are answered with 500. */
  onInternalError?: (error: unknown) => void;
}

/** A Schema Registry in this process. */
export interface EmbeddedRegistry {
  /** Answers one raw request, exactly as it would come over a socket. */
  handle(request: RegistryRequest): Promise<RegistryResponse>;
  /**
   * Answers like the global `fetch`, whatever the host of the URL, without a socket. A `fetch` of the platform folds `.` and
   * `..` segments of the path before it is asked, as every URL parser does.
   */
  fetch: typeof globalThis.fetch;
}

/**
 * Creates an empty registry that follows Confluent Schema Registry 8.1.5, Community Edition, without Kafka. It keeps
 * everything in memory.
 *
 * @example
 * const registry = createEmbeddedRegistry();
 * const answer = await registry.fetch('http://registry/subjects');
 * console.log(await answer.json()); // []
 */
export function createEmbeddedRegistry(options: EmbeddedRegistryOptions = {}): EmbeddedRegistry {
  const registry: Registry = {
    store: createStore(),
    now: options.now ?? Date.now,
    defaultLevel: options.compatibilityLevel ?? 'BACKWARD',
    clusterId: options.clusterId ?? 'embedded',
    parsed: createParsedCache(() => registry),
  };
  const onInternalError = options.onInternalError ?? (() => {});
  const answer = async (request: RegistryRequest) => handle(registry, request, onInternalError);
  return { handle: answer, fetch: toFetch(answer) };
}

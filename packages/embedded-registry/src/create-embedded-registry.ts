import type { CompatibilityLevel } from '@srkit/registry-protocol';
import type { ChangeLog } from './change-log.ts';
import { readConfluentVersion } from './features/confluent-version.ts';
import { handle } from './handle.ts';
import type { RegistryRequest, RegistryResponse } from './http/message.ts';
import { rejectionWith } from './http/rejection.ts';
import { respondWithError } from './http/respond.ts';
import { toFetch } from './http/to-fetch.ts';
import type { Edition, Registry } from './registry.ts';
import { createParsedCache } from './state/parsed-cache.ts';
import { createStore, type Store } from './state/store.ts';

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
  /**
   * The release of Confluent Schema Registry that is followed, from 7.0.0 on.
   *
   * @default '8.1.5'
   */
  confluentVersion?: string;
  /**
   * Which edition is followed: `enterprise` keeps and validates the rules of data contracts and has exporters (that copy
   * nothing), `community` drops rules without a word and has no exporters.
   *
   * @default 'community'
   */
  edition?: Edition;
  /**
   * Where everything is kept, for example a folder (`openDataFolder` of `@srkit/embedded-registry/node`).
   *
   * @default none: in memory
   */
  log?: ChangeLog;
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
 * everything in memory, unless it is given a log.
 *
 * @throws RangeError for a version that cannot be followed; what the log throws when it cannot be read
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
    version: readConfluentVersion(options.confluentVersion ?? '8.1.5'),
    edition: options.edition ?? 'community',
    schemas: createParsedCache(() => registry),
  };
  const onInternalError = options.onInternalError ?? (() => {});
  const { log } = options;
  if (log) restore(registry.store, log);
  const answer = async (request: RegistryRequest): Promise<RegistryResponse> => {
    const response = handle(registry, request, onInternalError);
    const changes = registry.store.takeChanges();
    if (log === undefined) return response;
    try {
      // A read waits too: it may show what is not safe yet.
      await (changes.length > 0 ? log.append(changes) : log.pending());
      return response;
    } catch (error) {
      onInternalError(error);
      return respondWithError(request, rejectionWith(50001, 'Error while writing to the log'));
    }
  };
  return { handle: answer, fetch: toFetch(answer) };
}

function restore(store: Store, log: ChangeLog): void {
  for (const change of log.open(() => store.dump())) store.apply(change);
  store.takeChanges();
}

import type { CompatibilityLevel } from '@srkit/registry-protocol';
import type { BearerToken, UserCredentials } from './access/access-options.ts';
import { withAccess } from './access/with-access.ts';
import { createRequestCounter } from './admin/request-counts.ts';
import { type AdminTools, withAdmin } from './admin/with-admin.ts';
import type { ChangeLog } from './change-log.ts';
import { createFaults } from './faults/create-faults.ts';
import type { Fault, FaultPlan, Faults } from './faults/fault.ts';
import { withFaults } from './faults/with-faults.ts';
import { readConfluentVersion } from './features/confluent-version.ts';
import { featuresOf } from './features/features.ts';
import { handle } from './handle.ts';
import type { Answering, RegistryRequest, RegistryResponse } from './http/message.ts';
import { respondWithError } from './http/respond.ts';
import { toFetch } from './http/to-fetch.ts';
import type { Edition, Registry } from './registry.ts';
import type { SeedFile } from './seed/plan-seed.ts';
import { type SeedOptions, type SeedOutcome, seedFiles } from './seed/seed-files.ts';
import type { Change } from './state/change.ts';
import { createParsedCache } from './state/parsed-cache.ts';
import { type RegistrySnapshot, readSnapshot, takeSnapshot } from './state/snapshot.ts';
import { createStore, type Store } from './state/store.ts';
import { createTextCache } from './state/text-cache.ts';
import { createWrittenAnswers } from './state/written-answers.ts';
import { notKept, stopAtFailure } from './stop-at-failure.ts';

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
   * The release of Confluent Schema Registry that is followed, from 7.0.0 on: paths, parameters and fields that it does not
   * have are not there, and `GET /v1/metadata/version` names it. The newest one that is known is of the branch 8.2; a newer
   * one is followed as that.
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
  /**
   * Users with passwords (HTTP Basic) who may ask the registry.
   *
   * @default everybody may
   */
  credentials?: readonly UserCredentials[];
  /**
   * Tokens that let their bearer ask the registry, beside `credentials`.
   *
   * @default none
   */
  bearerTokens?: readonly BearerToken[];
  /**
   * What goes wrong on purpose; `registry.faults` changes it later.
   *
   * @default none
   */
  faults?: readonly Fault[] | FaultPlan;
  /**
   * Whether `/_srkit/…` can reset, seed and break the registry, and show what it was asked. It is behind the same credentials.
   *
   * @default false
   */
  admin?: boolean;
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
  /** What goes wrong on purpose. */
  readonly faults: Faults;
  /** Everything that it holds, as plain JSON. Faults are no part of it. */
  snapshot(): RegistrySnapshot;
  /**
   * Empties the registry, or puts it into the state of a snapshot. Its log keeps that too. Faults stay.
   *
   * @throws RangeError for what is no snapshot, is changed or comes from a newer release; nothing happens then
   */
  reset(snapshot?: RegistrySnapshot): Promise<void>;
  /**
   * Registers schema files (`.avsc`, `.json`, `.proto`; others are passed over), what is referred to first. Neither
   * credentials nor faults are in the way.
   *
   * @returns one outcome for each file, in the order in which they were tried
   * @throws ProtocolError `invalid_context_name`
   */
  seed(files: readonly SeedFile[], options?: SeedOptions): Promise<SeedOutcome[]>;
}

/**
 * Creates an empty registry that follows Confluent Schema Registry 8.1.5, Community Edition, without Kafka. It keeps
 * everything in memory, unless it is given a log.
 *
 * @throws RangeError for a version that cannot be followed, and for faults and credentials that are none; what the log throws
 * when it cannot be read
 *
 * @example
 * const registry = createEmbeddedRegistry();
 * const answer = await registry.fetch('http://registry/subjects');
 * console.log(await answer.json()); // []
 */
export function createEmbeddedRegistry(options: EmbeddedRegistryOptions = {}): EmbeddedRegistry {
  const version = readConfluentVersion(options.confluentVersion ?? '8.1.5');
  const registry: Registry = {
    store: createStore(),
    now: options.now ?? Date.now,
    defaultLevel: options.compatibilityLevel ?? 'BACKWARD',
    clusterId: options.clusterId ?? 'embedded',
    version,
    features: featuresOf(version),
    edition: options.edition ?? 'community',
    schemas: createParsedCache(() => registry),
    texts: createTextCache(),
    answers: createWrittenAnswers(() => registry.store.revision),
  };
  const onInternalError = options.onInternalError ?? (() => {});
  const log = options.log && stopAtFailure(options.log, onInternalError);
  if (log) restore(registry.store, log);
  const keep = async (changes: readonly Change[]): Promise<void> =>
    // A read waits too: it may show what is not safe yet.
    changes.length > 0 ? log?.append(changes) : log?.pending();
  const answer = async (request: RegistryRequest): Promise<RegistryResponse> => {
    const response = handle(registry, request, onInternalError);
    const changes = registry.store.takeChanges();
    if (log === undefined) return response;
    try {
      await keep(changes);
      return response;
    } catch (error) {
      return respondWithError(request, notKept(error));
    }
  };
  const faults = createFaults(registry.now);
  if (options.faults !== undefined) faults.set(options.faults);
  const own = {
    faults,
    snapshot: () => takeSnapshot(registry.store),
    async reset(snapshot?: RegistrySnapshot) {
      const changes = snapshot === undefined ? [] : readSnapshot(snapshot);
      registry.store.apply({ kind: 'reset' });
      for (const change of changes) registry.store.apply(change);
      await keep(registry.store.takeChanges());
    },
    seed: (files: readonly SeedFile[], seedOptions?: SeedOptions) =>
      seedFiles({ handle: answer }, files, seedOptions),
  };
  const tools = {
    ...own,
    onInternalError,
    async snapshot() {
      const taken = own.snapshot();
      await keep([]).catch((error: unknown) => {
        throw notKept(error);
      });
      return taken;
    },
  };
  const handleOne = chain(options, tools, withFaults(faults, answer));
  return { handle: handleOne, fetch: toFetch(handleOne), ...own };
}

/** What stands around the registry: who may ask, the admin path, the count of what it is asked. */
function chain(
  options: EmbeddedRegistryOptions,
  tools: Omit<AdminTools, 'requests'>,
  answer: Answering,
): Answering {
  if (!options.admin) return withAccess(options, answer);
  const requests = createRequestCounter();
  return requests.counting(withAccess(options, withAdmin({ ...tools, requests }, answer)));
}

function restore(store: Store, log: ChangeLog): void {
  for (const change of log.open(() => store.dump())) store.apply(change);
  store.takeChanges();
}

import type { ContextName } from '@srkit/registry-protocol';
import type { Associations } from './endpoints/associations.ts';
import type { CallOptions } from './endpoints/call-options.ts';
import type { Compatibility } from './endpoints/compatibility.ts';
import type { Configs } from './endpoints/config.ts';
import type { Contexts } from './endpoints/contexts.ts';
import type { Deks } from './endpoints/deks.ts';
import type { Exporters } from './endpoints/exporters.ts';
import type { Keks } from './endpoints/keks.ts';
import type { ServerMetadata } from './endpoints/metadata.ts';
import type { Modes } from './endpoints/mode.ts';
import type { RawRequest, RawResponse } from './endpoints/raw.ts';
import type { Schemas } from './endpoints/schemas.ts';
import type { Subjects } from './endpoints/subjects.ts';
import type { Versions } from './endpoints/versions.ts';
import type { ServerProfile } from './probe/server-facts.ts';
import type { Cache } from './request/cache.ts';

/** What a client is, without secrets. */
export interface RegistryDescription {
  /** Without user and password; the first of several. */
  url: string;
  /** All of them. */
  urls: string[];
  /** What errors call the registry. */
  name: string;
  /** `.` for the default one. */
  context: ContextName;
  viewOnly: boolean;
}

/**
 * A client of one registry, in one of its contexts. Every method throws a RegistryError, and nothing else. It holds
 * nothing open, and remembers what `cache` says.
 */
export interface RegistryClient {
  readonly subjects: Subjects;
  readonly versions: Versions;
  readonly schemas: Schemas;
  readonly compatibility: Compatibility;
  readonly config: Configs;
  readonly mode: Modes;
  readonly contexts: Contexts;
  readonly metadata: ServerMetadata;
  readonly exporters: Exporters;
  readonly keks: Keks;
  readonly deks: Deks;
  /** @experimental */
  readonly associations: Associations;
  /**
   * The same client in another context: every operation goes under `/contexts/{name}`. Names that say their context
   * themselves (`:.ctx:subject`) are taken as they are.
   *
   * @param name `staging`, `.staging` or `:.staging:`; `.` is the default context
   */
  inContext(name: string): RegistryClient;
  describe(): RegistryDescription;
  /** What is remembered of answers, for this client and all others made from it by `inContext`. */
  readonly cache: Cache;
  /**
   * Finds out what the registry is (Confluent, Karapace, Apicurio, Redpanda, AxonOps) and what it can, by some reads at the
   * same time. What it writes is nothing.
   */
  probe(options?: CallOptions): Promise<ServerProfile>;
  /** Asks whether something answers like a registry. `GET /` */
  ping(options?: CallOptions): Promise<void>;
  /**
   * Sends a request that the client has no method for, along the same way as all others: a view-only client refuses what is
   * not known to read. A status from 400 is thrown as an error.
   */
  raw(request: RawRequest): Promise<RawResponse>;
}

import {
  createEmbeddedRegistry,
  type EmbeddedRegistry,
  type EmbeddedRegistryOptions,
} from '@srkit/embedded-registry';
import {
  createRegistryClient,
  type RegistryClient,
  type RegistryClientOptions,
} from '@srkit/registry-client';
import type { RegisterSchemaRequest } from '@srkit/registry-protocol';
import {
  type Snapshot,
  type SnapshotScope,
  type TakeSnapshotOptions,
  takeSnapshot,
} from '../src/index.ts';

/** A registry and a client of it. */
export interface TestRegistry {
  registry: EmbeddedRegistry;
  client: RegistryClient;
}

/** What stands in a registry: by qualified subject, its versions in order; a text is an Avro schema. */
export type Contents = Readonly<Record<string, readonly (string | RegisterSchemaRequest)[]>>;

/** An empty embedded registry at the level NONE, and a client over its fetch that remembers nothing. */
export function aRegistry(
  options: EmbeddedRegistryOptions = {},
  clientOptions: Partial<RegistryClientOptions> = {},
): TestRegistry {
  const registry = createEmbeddedRegistry({ compatibilityLevel: 'NONE', ...options });
  return { registry, client: aClient(registry, clientOptions) };
}

/** A client of an embedded registry, over its fetch. */
export function aClient(
  registry: EmbeddedRegistry,
  options: Partial<RegistryClientOptions> = {},
): RegistryClient {
  return createRegistryClient({
    url: 'http://registry',
    fetch: registry.fetch,
    cache: false,
    ...options,
  });
}

/** Registers contents, in the order in which they are written. */
export async function fill({ client }: Pick<TestRegistry, 'client'>, contents: Contents) {
  for (const [subject, versions] of Object.entries(contents)) {
    for (const version of versions) {
      const request = typeof version === 'string' ? { schema: version } : version;
      await client.versions.register(subject, request);
    }
  }
}

/** A snapshot of contents. */
export async function snapshotOf(
  contents: Contents,
  options: TakeSnapshotOptions & { scope?: SnapshotScope } = {},
): Promise<Snapshot> {
  const { client } = aRegistry();
  await fill({ client }, contents);
  return takeSnapshot(client, options.scope, options);
}

/** An Avro record with one field of each name; `count:long` is one of another type than string. */
export function aRecord(name: string, ...fields: readonly string[]): string {
  return JSON.stringify({
    type: 'record',
    name,
    fields: fields.map((field) => {
      const [fieldName, type = 'string'] = field.split(':');
      return { name: fieldName, type };
    }),
  });
}

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
import { qualifiedName } from '@srkit/registry-protocol';

/** A registry and a client of it. */
export interface TestRegistry {
  registry: EmbeddedRegistry;
  client: RegistryClient;
}

/** An empty embedded registry at the level NONE, and a client over its fetch that remembers nothing. */
export function aRegistry(
  options: EmbeddedRegistryOptions = {},
  clientOptions: Partial<RegistryClientOptions> = {},
): TestRegistry {
  const registry = createEmbeddedRegistry({ compatibilityLevel: 'NONE', ...options });
  return { registry, client: aClient(registry, clientOptions) };
}

/** A client of an embedded registry, over its fetch. It waits little before it tries again. */
export function aClient(
  registry: Pick<EmbeddedRegistry, 'fetch'>,
  options: Partial<RegistryClientOptions> = {},
): RegistryClient {
  return createRegistryClient({
    url: 'http://registry',
    fetch: registry.fetch,
    cache: false,
    retry: { minDelayMs: 1 },
    ...options,
  });
}

/** What a version refers to: a qualified subject, and its version, the first one if nothing is said. */
export type Target = string | readonly [subject: string, version: number];

let names = 0;

/** A request to register a record that no other is like, with references. */
export function aRecord(...targets: readonly Target[]) {
  names += 1;
  return {
    schema: JSON.stringify({ type: 'record', name: `R${names}`, fields: [] }),
    references: targets.map((target, index) => {
      const [subject, version] = typeof target === 'string' ? [target, 1] : target;
      return { name: `reference${index}`, subject, version };
    }),
  };
}

/** Registers subjects, in the order in which they are written; each refers to the first versions of those after it. */
export async function fill(
  client: RegistryClient,
  contents: Readonly<Record<string, readonly Target[]>>,
): Promise<void> {
  for (const [subject, targets] of Object.entries(contents)) {
    await client.versions.register(subject, aRecord(...targets));
  }
}

/** Writes over a version, as only IMPORT lets: so versions come to refer to each other in a circle. */
export async function overwrite(
  client: RegistryClient,
  subject: string,
  id: number,
  ...targets: readonly Target[]
): Promise<void> {
  const context = /^:(\.[^:]*):/.exec(subject)?.[1] ?? '.';
  const scope = context === '.' ? ':.:' : qualifiedName(context, '');
  await client.mode.set(scope, 'IMPORT', { force: true });
  await client.versions.register(subject, { ...aRecord(...targets), id, version: 1 });
  await client.mode.delete(scope);
}

/** Every version of a registry, soft-deleted ones too, as `subject/version` with what it refers to. */
export async function versionsOf(client: RegistryClient) {
  const found: { subject: string; version: number; deleted: boolean; targets: string[] }[] = [];
  const listed = await client.schemas.list({ subjectPrefix: ':*:', deleted: true });
  for (const { subject, version, deleted = false, references = [] } of listed) {
    const own = /^(:\.[^:]*:)/.exec(subject)?.[1] ?? '';
    const targets = references.map(
      (one) => `${one.subject.startsWith(':.') ? one.subject : own + one.subject}/${one.version}`,
    );
    found.push({ subject, version, deleted, targets });
  }
  return found;
}

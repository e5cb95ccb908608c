import type { RegistryClient } from '@srkit/registry-client';
import type { SchemaReference } from '@srkit/registry-protocol';
import * as fc from 'fast-check';
import { aRegistry, type TestRegistry } from '../a-snapshot.ts';

/** Something that changes a registry; what does not apply to it does nothing. */
export type RandomWrite = { context: string; subject: string } & (
  | {
      kind: 'register';
      content: number;
      references: readonly { subject: string; version: number }[];
    }
  | { kind: 'delete version'; version: number; permanent: boolean }
  | { kind: 'delete subject'; permanent: boolean }
  | { kind: 'config'; level: 'FULL' | 'NONE'; normalize: boolean | null }
  | { kind: 'mode'; mode: 'READWRITE' | 'READONLY' }
);

const names = ['a', 'b', 'c', 'd', 'Ünï/code'];

const place = {
  subject: fc.constantFrom(...names),
  context: fc.constantFrom('.', '.', '.staging', '.shared'),
};

const reference = fc.record({
  // Unqualified, or of any context.
  subject: fc.constantFrom(...names, ':.staging:a', ':.shared:b', ':.shared:a'),
  version: fc.integer({ min: 1, max: 2 }),
});

/** A registration, mostly, also with references; deletes and configurations too. */
export const randomWrite: fc.Arbitrary<RandomWrite> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      ...place,
      content: fc.integer({ min: 0, max: 5 }),
      references: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(reference, { maxLength: 1 }) },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete version' as const),
      ...place,
      version: fc.integer({ min: 1, max: 3 }),
      permanent: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete subject' as const),
      ...place,
      permanent: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('config' as const),
      ...place,
      level: fc.constantFrom('FULL', 'NONE'),
      normalize: fc.constantFrom(true, false, null),
    }),
  },
);

/** The mode of a subject. */
export const randomMode: fc.Arbitrary<RandomWrite> = fc.record({
  kind: fc.constant('mode' as const),
  ...place,
  mode: fc.constantFrom('READWRITE', 'READONLY'),
});

/** A registry after some writes. */
export async function aRandomRegistry(writes: readonly RandomWrite[]): Promise<TestRegistry> {
  const registry = aRegistry();
  await applyWrites(registry.client, writes);
  return registry;
}

/** Makes writes one after the other; those that are refused do nothing. */
async function applyWrites(client: RegistryClient, writes: readonly RandomWrite[]): Promise<void> {
  for (const write of writes) await apply(client, write).catch(() => {});
}

async function apply(client: RegistryClient, write: RandomWrite): Promise<unknown> {
  const { context, subject } = write;
  const name = context === '.' ? subject : `:${context}:${subject}`;
  switch (write.kind) {
    case 'register':
      return client.versions.register(name, {
        schema: JSON.stringify({
          type: 'fixed',
          name: `F${write.content}`,
          size: write.content + 1,
        }),
        references: write.references.map(
          (one, index): SchemaReference => ({ name: `r${index}`, ...one }),
        ),
      });
    case 'config':
      // A registry keeps configurations of subjects that it does not have, and lists them nowhere.
      await client.versions.list(name, { deleted: true });
      return client.config.update(name, { compatibility: write.level, normalize: write.normalize });
    case 'mode':
      return client.mode.set(name, write.mode);
    case 'delete subject':
      await client.subjects.delete(name);
      return write.permanent ? client.subjects.delete(name, { permanent: true }) : undefined;
    case 'delete version':
      await client.versions.delete(name, write.version);
      return write.permanent
        ? client.versions.delete(name, write.version, { permanent: true })
        : undefined;
  }
}

import type { RegistryClient } from '@srkit/registry-client';
import * as fc from 'fast-check';

/** Something that changes a registry; what does not apply to it does nothing. */
export type Write =
  | { kind: 'register'; subject: string; schema: string; context: string }
  | {
      kind: 'delete version';
      subject: string;
      context: string;
      version: number;
      permanent: boolean;
    }
  | { kind: 'delete subject'; subject: string; context: string; permanent: boolean }
  | { kind: 'config'; subject: string; context: string }
  | { kind: 'mode'; subject: string; context: string };

const subject = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'aa', 'ab', 'abc', 'orders-value', 'orders-key', 'Ünïcode', 'z/z'),
  fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }).filter(isTaken),
);
const context = fc.constantFrom('.', '.', '.staging', '.stage', '.ümlaut');
const schema = fc.oneof(
  fc.constantFrom('"string"', '"int"', '"long"'),
  fc
    .integer({ min: 0, max: 20 })
    .map((number) => JSON.stringify({ type: 'fixed', name: `F${number}`, size: number + 1 })),
);
const target = { subject, context };

/** A registration, mostly; deletes, configurations and modes too. */
export const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('register' as const), ...target, schema }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete version' as const),
      ...target,
      version: fc.integer({ min: 1, max: 3 }),
      permanent: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete subject' as const),
      ...target,
      permanent: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('config' as const), ...target }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mode' as const), ...target }) },
);

/** Writes, one after the other. */
export async function apply(client: RegistryClient, writes: readonly Write[]): Promise<void> {
  for (const one of writes) await applyOne(client.inContext(one.context), one).catch(() => {});
}

async function applyOne(client: RegistryClient, one: Write): Promise<unknown> {
  const { kind, subject: name } = one;
  if (kind === 'register') return client.versions.register(name, { schema: one.schema });
  if (kind === 'config') return client.config.update(name, { compatibility: 'FULL' });
  if (kind === 'mode') return client.mode.set(name, 'READWRITE');
  if (kind === 'delete subject') {
    await client.subjects.delete(name);
    return one.permanent ? client.subjects.delete(name, { permanent: true }) : undefined;
  }
  await client.versions.delete(name, one.version);
  return one.permanent ? client.versions.delete(name, one.version, { permanent: true }) : undefined;
}

function isTaken(name: string): boolean {
  return !name.startsWith(':') && !/[\p{Cc}\p{Surrogate}]/u.test(name);
}

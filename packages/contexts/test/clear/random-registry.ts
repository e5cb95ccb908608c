import type { RegistryClient } from '@srkit/registry-client';
import { qualifiedName } from '@srkit/registry-protocol';
import * as fc from 'fast-check';
import { aRecord, overwrite, type Target } from '../a-registry.ts';

/** Something that changes a registry; what does not apply to it does nothing. */
export type Write =
  | { kind: 'register'; at: number; context: string; targets: number[] }
  | { kind: 'overwrite'; at: number; context: string; targets: number[] }
  | {
      kind: 'delete';
      at: number;
      context: string;
      version: number | undefined;
      permanent: boolean;
    };

const contexts = ['.', '.a', '.b', '.b2'];
const at = fc.integer({ min: 0, max: 5 });
const context = fc.constantFrom(...contexts);
const targets = fc.array(fc.nat(30), { maxLength: 3 });

/** A registration that refers to anything that is there, mostly; deletions and overwritten versions too. */
const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('register' as const), at, context, targets }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('overwrite' as const), at, context, targets }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at,
      context,
      version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      permanent: fc.boolean(),
    }),
  },
);

/** Writes to up to 24 subjects in four contexts. */
export const writes = fc.array(write, { maxLength: 40, size: 'max' });

/** Contexts to clear: at least one. */
export const someContexts = fc.subarray(contexts, { minLength: 1 });

/** Does writes, one after the other. */
export async function apply(client: RegistryClient, all: readonly Write[]): Promise<void> {
  const registered: { subject: string; version: number }[] = [];
  for (const one of all) {
    const subject = qualifiedName(one.context, `s${one.at}`);
    // References into the default context cannot be made from others: they are read as to the own one.
    const chosen = 'targets' in one ? one.targets : [];
    const known = chosen.flatMap((index) => registered[index % registered.length] ?? []);
    const refersTo = known
      .filter((target) => one.context === '.' || target.subject.startsWith(':'))
      .map((target): Target => [target.subject, target.version]);
    try {
      if (one.kind === 'register') {
        const { version } = await client.versions.register(subject, aRecord(...refersTo));
        registered.push({ subject, version: version ?? 1 });
      } else if (one.kind === 'overwrite') {
        await overwrite(client, subject, 1000 + registered.length, ...refersTo);
        registered.push({ subject, version: 1 });
      } else if (one.version === undefined) {
        await client.subjects.delete(subject);
        if (one.permanent) await client.subjects.delete(subject, { permanent: true });
      } else {
        await client.versions.delete(subject, one.version);
        if (one.permanent) await client.versions.delete(subject, one.version, { permanent: true });
      }
    } catch {
      // It does not apply.
    }
  }
}

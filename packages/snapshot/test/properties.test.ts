import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { takeSnapshot } from '../src/index.ts';
import { aGateway } from './a-gateway.ts';
import { aClient, aRegistry } from './a-snapshot.ts';
import { contentsOf, contentsOfSnapshot } from './plain-contents.ts';
import { apply, write } from './random-registry.ts';

vi.setConfig({ testTimeout: 120_000 });

const writes = fc.array(write, { maxLength: 60, size: 'max' });

test('a snapshot of any registry equals its contents, whatever the size of pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      writes,
      fc.constantFrom(2, 3, 5, 1000),
      fc.boolean(),
      async (all, pageSize, includeDeleted) => {
        const { client } = aRegistry();
        await apply(client, all);
        const snapshot = await takeSnapshot(
          client,
          {},
          { pageSize, includeDeleted, includeConfigs: true },
        );
        expect(snapshot).toMatchObject({ unreadable: [], changedWhileRead: false });
        const expected = await contentsOf(client, { deleted: includeDeleted });
        expect(await contentsOfSnapshot(snapshot)).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

test('a write between two requests is seen whole or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { minLength: 5, maxLength: 40, size: 'max' }),
      write.filter(({ kind }) => kind !== 'config' && kind !== 'mode'),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(2, 3, 5, 1000),
      async (all, between, at, pageSize) => {
        const { client, registry } = aRegistry();
        await apply(client, all);
        const before = await contentsOf(client);
        const gateway = aGateway(registry, async ({ number }) => {
          if (number === at) await apply(client, [between]);
          return undefined;
        });
        const snapshot = await takeSnapshot(
          aClient(registry, { fetch: gateway.fetch }),
          {},
          {
            pageSize,
          },
        );
        expect(snapshot).toMatchObject({ unreadable: [], changedWhileRead: false });
        const after = await contentsOf(client);
        const { subjects } = await contentsOfSnapshot(snapshot);
        expect([versionsOf(before.subjects), versionsOf(after.subjects)]).toContainEqual(
          versionsOf(subjects),
        );
      },
    ),
    { numRuns: 150 },
  );
});

function versionsOf(subjects: Record<string, { versions: unknown }>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(subjects).map(([name, { versions }]) => [name, versions]),
  );
}

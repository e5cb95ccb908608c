import { expect, test, vi } from 'vitest';
import {
  compareSnapshots,
  findConflicts,
  findMissing,
  isSnapshotError,
  type Snapshot,
  takeSnapshot,
} from '../../src/index.ts';
import { aGateway, anError, type PassingRequest } from '../a-gateway.ts';
import { aClient, aRecord, aRegistry, type Contents, fill, snapshotOf } from '../a-snapshot.ts';

vi.setConfig({ testTimeout: 60_000 });

const address = { name: 'Address', subject: 'address', version: 1 };
const contents: Contents = {
  address: [aRecord('Address', 'street')],
  customers: ['"string"', '"int"', '"long"'],
  orders: ['"bytes"', { schema: '["null","Address"]', references: [address] }],
  ':.staging:orders': ['"string"'],
  ':.staging:payments': ['"int"', '"long"', '"double"'],
};
const source = aRegistry();
await fill(source, contents);
await source.client.config.update('orders', { compatibility: 'FULL' });
const read = { includeConfigs: true, pageSize: 3 };
const whole = await takeSnapshot(source.client, {}, read);

/** The same registry, read while it fails; undefined where nothing could be read. */
async function takeWhileFailing(
  answer: (request: PassingRequest) => Response | undefined,
): Promise<Snapshot | undefined> {
  const { fetch } = aGateway(source.registry, answer);
  const client = aClient(source.registry, { fetch, retry: false });
  return takeSnapshot(client, {}, read).catch(() => undefined);
}

test.each<[string, (at: number) => (request: PassingRequest) => Response | undefined]>([
  [
    'at any one request',
    (at) =>
      ({ number }) =>
        number === at ? anError(500, 50001) : undefined,
  ],
  [
    'from any request on',
    (at) =>
      ({ number }) =>
        number >= at ? anError(503) : undefined,
  ],
])('a registry that fails %s never compares as different or as equal', async (_, failAt) => {
  let partly = 0;
  for (let at = 1; at <= whole.requests + 10; at += 1) {
    const failing = await takeWhileFailing(failAt(at));
    if (failing === undefined) continue;
    const isWhole = failing.unreadable.length === 0;
    if (!isWhole) partly += 1;
    for (const [one, other] of [
      [whole, failing],
      [failing, whole],
    ] as const) {
      const comparison = await compareSnapshots(one, other);
      expect({ at, ...comparison }).toMatchObject({
        at,
        state: isWhole ? 'equal' : 'unknown',
        changes: [],
        summary: { differences: 0 },
      });
      expect(comparison.unknown).toHaveLength(failing.unreadable.length);
      expect(await findMissing(one, other)).toMatchObject({
        missing: [],
        summary: { versions: 0 },
      });
      expect(await findConflicts(one, other)).toMatchObject({ conflicts: [] });
    }
  }
  expect(partly).toBeGreaterThan(5);
});

test('what is unknown is told where it belongs, with the reason', async () => {
  const failing = await takeWhileFailing(({ path }) =>
    path === '/schemas' || path.startsWith('/subjects/customers')
      ? anError(500, 50001, 'the disk is gone')
      : undefined,
  );
  if (!failing) throw new Error('nothing was read');
  const { subjects, unknown, summary } = await compareSnapshots(whole, failing);
  expect(subjects).toMatchObject([
    {
      source: 'customers',
      state: 'unknown',
      differences: [],
      unknown: [
        { side: 'target', what: 'versions', reason: expect.stringContaining('the disk is gone') },
      ],
      versions: { unknown: 3 },
    },
  ]);
  expect(unknown).toMatchObject([{ side: 'target', what: 'versions', subject: 'customers' }]);
  expect(summary).toMatchObject({
    subjects: { unknown: 1, equal: 4 },
    contexts: { unknown: 1, equal: 1 },
  });
});

test('what only one side was to read is left out, and named', async () => {
  const staging = await takeSnapshot(source.client, { contexts: ['staging'] });
  const comparison = await compareSnapshots(whole, staging);
  expect(comparison).toMatchObject({
    state: 'equal',
    source: { subjectsLeftOut: 3 },
    target: { subjectsLeftOut: 0 },
    summary: { subjects: { equal: 2 }, contexts: { equal: 1 } },
  });
  expect(comparison.notCompared.map(({ what }) => what)).toEqual([
    'deleted',
    'configs',
    'contexts',
    'subjects',
  ]);
  const prefix = await takeSnapshot(source.client, { subjectPrefix: 'cust' });
  expect(await compareSnapshots(prefix, whole)).toMatchObject({
    state: 'equal',
    summary: { subjects: { equal: 1 } },
  });
});

test('where nothing is in common, comparing is refused', async () => {
  const staging = await takeSnapshot(source.client, { contexts: ['staging'] });
  const main = await takeSnapshot(source.client, { contexts: ['.'] });
  const error = await compareSnapshots(staging, main).catch((thrown: unknown) => thrown);
  expect(isSnapshotError(error, 'invalid_argument')).toBe(true);
  expect(String(error)).toContain('["."]');
  const apart = [
    await takeSnapshot(source.client, { subjects: ['orders'] }),
    await takeSnapshot(source.client, { subjects: ['customers'] }),
  ] as const;
  await expect(compareSnapshots(...apart)).rejects.toMatchObject({ code: 'invalid_argument' });
});

test('a reference to what nobody was to read is not compared, and said', async () => {
  const shared: Contents = {
    ':.shared:address': [aRecord('Address', 'street')],
    ':.a:orders': [
      { schema: '["null","Address"]', references: [{ ...address, subject: ':.shared:address' }] },
    ],
  };
  const only = { scope: { contexts: ['.a'] } };
  const [one, other] = [await snapshotOf(shared, only), await snapshotOf(shared, only)];
  const comparison = await compareSnapshots(one, other);
  expect(comparison).toMatchObject({ state: 'equal', affected: [] });
  expect(comparison.notCompared.map(({ what }) => what)).toContain('references');
});

test('names and contexts that nobody has are refused, with the nearest one', async () => {
  await expect(compareSnapshots(whole, whole, { subjects: ['ordres'] })).rejects.toMatchObject({
    code: 'subject_not_found',
    message: expect.stringContaining('Did you mean "orders"?'),
  });
  await expect(compareSnapshots(whole, whole, { contexts: ['stagin'] })).rejects.toMatchObject({
    code: 'context_not_found',
    message: expect.stringContaining('.staging'),
  });
  for (const options of [
    { contexts: [] },
    { contexts: ['a:b'] },
    { contexts: ['.', '.'] },
    {
      contexts: [
        { source: '.', target: '.staging' },
        { source: '.staging', target: 'staging' },
      ],
    },
    { subjects: ['orders', { source: 'customers', target: 'orders' }] },
  ]) {
    await expect(compareSnapshots(whole, whole, options)).rejects.toMatchObject({
      code: 'invalid_argument',
    });
  }
});

test('it ends when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  for (const compare of [compareSnapshots, findMissing, findConflicts]) {
    await expect(compare(whole, whole, { signal })).rejects.toMatchObject({
      code: 'aborted',
      cause: { message: 'enough' },
    });
  }
});

import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  createSnapshot,
  registryStatistics,
  type SnapshotSubject,
  type SnapshotVersion,
  type StatisticsOptions,
  takeSnapshot,
} from '../../src/index.ts';
import { aGateway, anError } from '../a-gateway.ts';
import { aClient, aRecord, aRegistry, fill, snapshotOf } from '../a-snapshot.ts';
import { apply, write } from '../random-registry.ts';

vi.setConfig({ testTimeout: 120_000 });

const address = aRecord('Address', 'street');
const order = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [{ name: 'to', type: 'Address' }],
});
const refersToAddress = {
  schema: order,
  references: [{ name: 'Address', subject: 'address', version: 1 }],
};
const json = '{"type":"object"}';
const [addressBytes, orderBytes] = [Buffer.byteLength(address), Buffer.byteLength(order)];

test('a registry is counted as a whole, by context, by type and by size', async () => {
  const snapshot = await snapshotOf({
    address: [address],
    orders: [refersToAddress, '"string"', '"int"'],
    customers: [{ schema: json, schemaType: 'JSON' }],
    ':.staging:address': [address],
    ':.staging:orders': ['"string"'],
    ':.staging:payments': [refersToAddress],
  });
  const avroBytes = 2 * addressBytes + 2 * orderBytes + 8 + 5 + 8;
  expect(registryStatistics(snapshot)).toEqual({
    registry: snapshot.registry,
    readAt: snapshot.endedAt,
    totalContexts: 2,
    totalSubjects: 6,
    totalVersions: 8,
    averageVersionsPerSubject: 8 / 6,
    totalSchemaIds: 8,
    distinctContents: 5,
    contexts: [
      {
        ...{ name: '.', subjects: 3, versions: 5, schemaIds: 5, isComplete: true },
        totalBytes: addressBytes + orderBytes + 8 + 5 + 17,
      },
      {
        ...{ name: '.staging', subjects: 3, versions: 3, schemaIds: 3, isComplete: true },
        totalBytes: addressBytes + orderBytes + 8,
      },
    ],
    schemaTypes: [
      { schemaType: 'AVRO', subjects: 5, versions: 7, totalBytes: avroBytes },
      { schemaType: 'JSON', subjects: 1, versions: 1, totalBytes: 17 },
    ],
    sizes: {
      totalBytes: avroBytes + 17,
      averageBytes: (avroBytes + 17) / 8,
      medianBytes: (17 + orderBytes) / 2,
      largestBytes: addressBytes,
      distinctBytes: addressBytes + orderBytes + 8 + 5 + 17,
    },
    largest: [
      { subject: 'address', version: 1, bytes: addressBytes },
      { subject: ':.staging:address', version: 1, bytes: addressBytes },
      { subject: 'orders', version: 1, bytes: orderBytes },
      { subject: ':.staging:payments', version: 1, bytes: orderBytes },
      { subject: 'customers', version: 1, bytes: 17 },
      { subject: 'orders', version: 2, bytes: 8 },
      { subject: ':.staging:orders', version: 1, bytes: 8 },
      { subject: 'orders', version: 3, bytes: 5 },
    ],
    mostVersions: [
      { subject: 'orders', versions: 3 },
      { subject: 'address', versions: 1 },
      { subject: 'customers', versions: 1 },
      { subject: ':.staging:address', versions: 1 },
      { subject: ':.staging:orders', versions: 1 },
      { subject: ':.staging:payments', versions: 1 },
    ],
    references: {
      ...{ versionsWithReferences: 2, totalReferences: 2, acrossContexts: 0, dangling: 0 },
      ...{ unknown: 0, circles: 0, depth: 1, referencedVersions: 2 },
      mostReferenced: [
        { subject: 'address', version: 1, referencedBy: 1 },
        { subject: ':.staging:address', version: 1, referencedBy: 1 },
      ],
    },
    growth: expect.objectContaining({ unit: 'month', versionsWithoutTime: 0 }),
    unknown: [],
  });
  const short = registryStatistics(snapshot, { top: 1 });
  expect(short.mostVersions).toEqual([{ subject: 'orders', versions: 3 }]);
  expect(short.largest).toEqual([{ subject: 'address', version: 1, bytes: addressBytes }]);
  expect(registryStatistics(snapshot, { top: 0 })).toMatchObject({ largest: [], mostVersions: [] });
});

test('an empty registry has no averages', async () => {
  const statistics = registryStatistics(await snapshotOf({}));
  expect(statistics).toMatchObject({ totalContexts: 1, totalSubjects: 0, totalVersions: 0 });
  expect(statistics).not.toHaveProperty('averageVersionsPerSubject');
  expect(statistics.sizes).toEqual({ totalBytes: 0, distinctBytes: 0 });
});

test('what is soft-deleted is counted apart', async () => {
  const { client } = aRegistry();
  await fill({ client }, { orders: ['"string"', '"int"'], gone: ['"long"'], kept: ['"bytes"'] });
  await client.versions.delete('orders', 1);
  await client.subjects.delete('gone');
  const without = registryStatistics(await takeSnapshot(client));
  expect(without).toMatchObject({ totalSubjects: 2, totalVersions: 2 });
  expect(without).not.toHaveProperty('softDeleted');

  const snapshot = await takeSnapshot(client, {}, { includeDeleted: true });
  expect(registryStatistics(snapshot)).toEqual({
    ...without,
    readAt: snapshot.endedAt,
    softDeleted: { subjects: 1, versions: 2, totalBytes: 8 + 6 },
  });
});

test('settings are counted where they are own', async () => {
  const { client } = aRegistry();
  await fill({ client }, { a: ['"string"'], b: ['"string"'], ':.x:c': ['"string"'] });
  await client.config.update('a', { compatibility: 'FULL' });
  await client.config.update('b', { compatibility: 'FULL' });
  await client.config.update(':.x:', { compatibility: 'FULL' });
  await client.config.update(':.x:c', { compatibility: 'BACKWARD' });
  await client.mode.set('a', 'READONLY');
  expect(registryStatistics(await takeSnapshot(client))).not.toHaveProperty('settings');
  const { settings } = registryStatistics(await takeSnapshot(client, {}, { includeConfigs: true }));
  expect(settings).toEqual({
    ...{ contextsWithConfig: 2, subjectsWithConfig: 3 },
    ...{ contextsWithMode: 1, subjectsWithMode: 1 },
    compatibilityLevels: [
      { level: 'FULL', contexts: 1, subjects: 2 },
      { level: 'NONE', contexts: 1, subjects: 0 },
      { level: 'BACKWARD', contexts: 0, subjects: 1 },
    ],
    modes: [
      { mode: 'READWRITE', contexts: 1, subjects: 0 },
      { mode: 'READONLY', contexts: 0, subjects: 1 },
    ],
  });
});

test('what could not be read is said, and its context is not complete', async () => {
  const { client, registry } = aRegistry();
  await fill({ client }, { a: ['"string"'], ':.x:b': ['"string"'], ':.y:c': ['"string"'] });
  const gateway = aGateway(registry, ({ path, query }) =>
    `${path}${query}`.includes('.x') ? anError(500) : undefined,
  );
  const through = aClient(registry, { fetch: gateway.fetch, retry: false });
  const snapshot = await takeSnapshot(through, { contexts: ['.', '.x', '.y'] });
  const { contexts, unknown } = registryStatistics(snapshot);
  expect(unknown).toEqual(snapshot.unreadable);
  expect(unknown.length).toBeGreaterThan(0);
  expect(contexts.map(({ name, isComplete }) => [name, isComplete])).toEqual([
    ['.', true],
    ['.x', false],
    ['.y', true],
  ]);
});

test('a subject whose versions could not be read counts as one that is there', () => {
  const snapshot = createSnapshot({
    ...{ registry: 'r', includesDeleted: true },
    subjects: [aSubject('unread', []), aSubject('half', [aVersion(1, { deleted: true })])],
    unreadable: [
      { what: 'versions', subject: 'unread', reason: 'It broke.' },
      { what: 'schema', subject: 'half', version: 2, reason: 'It broke.' },
    ],
  });
  const statistics = registryStatistics(snapshot);
  expect(statistics).toMatchObject({ totalSubjects: 1, softDeleted: { subjects: 1 } });
  expect(statistics.contexts[0]).toMatchObject({ isComplete: false });
});

test.each([
  ['day', ['2025-12-28', '2025-12-29', '2026-01-01', '2026-02-01'], [1, 2, 3, 5]],
  ['week', ['2025-12-22', '2025-12-29', '2026-01-26'], [1, 3, 5]],
  ['month', ['2025-12-01', '2026-01-01', '2026-02-01'], [2, 3, 5]],
] as const)('growth by %s', (growthUnit, periods, totals) => {
  const at = (text: string) => ({ ts: Date.parse(text) });
  const snapshot = createSnapshot({
    registry: 'r',
    subjects: [
      // A Sunday to its last millisecond, then a Monday.
      aSubject('a', [
        aVersion(1, at('2025-12-28T23:59:59.999Z')),
        aVersion(2, at('2025-12-29T00:00:00Z')),
        aVersion(3),
      ]),
      aSubject('b', [aVersion(1, at('2026-01-01T00:00:00Z'))]),
      aSubject('c', [
        aVersion(1, at('2026-02-01T10:00:00Z')),
        aVersion(2, at('2026-02-01T11:00:00Z')),
      ]),
      aSubject('timeless', [
        aVersion(1),
        aVersion(2, { ts: Number.NaN }),
        aVersion(3, { ts: 1e300 }),
      ]),
    ],
  });
  const { growth, totalVersions } = registryStatistics(snapshot, { growthUnit });
  expect(growth.periods.map(({ from }) => from)).toEqual(periods);
  expect(growth.periods.map((period) => period.totalVersions)).toEqual(totals);
  expect(growth.periods.at(-1)).toMatchObject({ subjects: 1, totalSubjects: 3 });
  expect(growth).toMatchObject({ versionsWithoutTime: 4, subjectsWithoutTime: 1 });
  expect(totalVersions).toBe(9);
});

test('the first and the last time are periods, and what is no time is counted apart', () => {
  const times = [0, 1, Date.UTC(9999, 11, 31, 23, 59, 59, 999), -1, 8.64e15, 1e300, Number.NaN];
  const versions = times.map((ts, index) => aVersion(index + 1, { ts }));
  const snapshot = createSnapshot({ registry: 'r', subjects: [aSubject('a', versions)] });
  const first = { day: '1970-01-01', week: '1969-12-29', month: '1970-01-01' };
  for (const growthUnit of ['day', 'week', 'month'] as const) {
    const { periods, versionsWithoutTime } = registryStatistics(snapshot, { growthUnit }).growth;
    expect(versionsWithoutTime).toBe(4);
    expect(periods).toMatchObject([
      { from: first[growthUnit], versions: 2, subjects: 1 },
      { from: expect.stringMatching(/^9999-12-/), versions: 1, subjects: 0, totalVersions: 3 },
    ]);
  }
});

test('every number is the sum of its parts, in any registry', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { maxLength: 60, size: 'max' }),
      fc.boolean(),
      fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      async (writes, includeDeleted, growthUnit) => {
        let time = Date.UTC(2026, 0, 1);
        const now = (): number => {
          time += 86_400_000;
          return time;
        };
        const { client } = aRegistry({ now });
        await apply(client, writes);
        const snapshot = await takeSnapshot(client, {}, { includeDeleted, includeConfigs: true });
        const found = registryStatistics(snapshot, { growthUnit, top: 1000 });
        const live = snapshot.subjects.flatMap(({ versions }) =>
          versions.filter(({ deleted }) => !deleted),
        );
        const { contexts, schemaTypes, growth, sizes } = found;
        expect(found.totalVersions).toBe(live.length);
        expect(sum(contexts, 'versions')).toBe(live.length);
        expect(sum(contexts, 'subjects')).toBe(found.totalSubjects);
        expect(sum(contexts, 'schemaIds')).toBe(found.totalSchemaIds);
        expect(sum(contexts, 'totalBytes')).toBe(sum(live, 'bytes'));
        expect(sum(schemaTypes, 'versions')).toBe(live.length);
        expect(sum(schemaTypes, 'subjects')).toBe(found.mostVersions.length);
        expect(sum(found.mostVersions, 'versions')).toBe(live.length);
        expect(sum(found.largest, 'bytes')).toBe(sizes.totalBytes);
        expect(sum(growth.periods, 'versions') + growth.versionsWithoutTime).toBe(live.length);
        expect(growth.periods.at(-1)?.totalSubjects ?? 0).toBe(sum(growth.periods, 'subjects'));
        expect(growth.periods.map(({ from }) => from)).toEqual(
          growth.periods.map(({ from }) => from).toSorted(),
        );
        expect(new Set(live.map(({ guid }) => guid)).size).toBe(found.distinctContents);
        const { subjects = 0, versions = 0 } = found.softDeleted ?? {};
        expect(found.totalSubjects + subjects).toBe(snapshot.subjects.length);
        expect(versions).toBe(
          snapshot.subjects.flatMap((one) => one.versions).length - live.length,
        );
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      },
    ),
    { numRuns: 30 },
  );
});

test.each<[options: StatisticsOptions, message: string]>([
  [{ top: -1 }, 'top must be a whole number from 0 to 1000; it is -1.'],
  [{ top: 1.5 }, 'top must be'],
  [{ growthUnit: 'year' as 'day' }, `growthUnit must be 'day', 'week' or 'month'; it is "year".`],
])('%j is refused', async (options, message) => {
  const snapshot = await snapshotOf({});
  const refused = expect.objectContaining({ code: 'invalid_argument' });
  expect(() => registryStatistics(snapshot, options)).toThrow(refused);
  expect(() => registryStatistics(snapshot, options)).toThrow(message);
});

test('names alone are not counted as if there were no versions', async () => {
  const snapshot = await snapshotOf({ a: ['"string"'] }, { detail: 'names' });
  expect(() => registryStatistics(snapshot)).toThrow('holds names only');
});

function sum<Key extends string>(
  items: readonly Readonly<Record<Key, number>>[],
  key: Key,
): number {
  return items.reduce((total, item) => total + item[key], 0);
}

function aSubject(name: string, versions: readonly SnapshotVersion[]): SnapshotSubject {
  return { name, context: '.', subject: name, versions };
}

function aVersion(version: number, rest: Partial<SnapshotVersion> = {}): SnapshotVersion {
  return {
    ...{ version, id: version, deleted: false, schemaType: 'AVRO', references: [], bytes: 1 },
    guid: `guid-${version}`,
    ...rest,
  };
}

import { expect, test } from 'vitest';
import {
  type SnapshotDetail,
  type SnapshotProgress,
  type SnapshotScope,
  takeSnapshot,
} from '../src/index.ts';
import { aGateway, type PassingRequest } from './a-gateway.ts';
import { aClient, aRecord, aRegistry, fill, snapshotOf } from './a-snapshot.ts';

const { client, registry } = aRegistry();
await fill(
  { client },
  {
    'orders-value': ['"string"', '"int"'],
    'orders-key': ['"string"'],
    customers: ['"long"'],
    ':.staging:orders-value': ['"string"', '"bytes"'],
    ':.staging:payments': ['"int"'],
    ':.stage:orders-value': ['"double"'],
  },
);

const scopes: { scope: SnapshotScope; names: string[]; contexts: string[] }[] = [
  {
    scope: {},
    names: [
      'customers',
      'orders-key',
      'orders-value',
      ':.stage:orders-value',
      ':.staging:orders-value',
      ':.staging:payments',
    ],
    contexts: ['.', '.stage', '.staging'],
  },
  {
    scope: { contexts: ['staging'] },
    names: [':.staging:orders-value', ':.staging:payments'],
    contexts: ['.staging'],
  },
  {
    scope: { contexts: ['.', ':.stage:'] },
    names: ['customers', 'orders-key', 'orders-value', ':.stage:orders-value'],
    contexts: ['.', '.stage'],
  },
  { scope: { contexts: ['.nothing'] }, names: [], contexts: [] },
  { scope: { contexts: [] }, names: [], contexts: [] },
  {
    scope: { subjectPrefix: 'orders' },
    names: ['orders-key', 'orders-value', ':.stage:orders-value', ':.staging:orders-value'],
    contexts: ['.', '.stage', '.staging'],
  },
  {
    scope: { contexts: ['staging'], subjectPrefix: 'pay' },
    names: [':.staging:payments'],
    contexts: ['.staging'],
  },
  {
    scope: { subjects: ['orders-value', ':.staging:payments', 'nothing', ':.:customers'] },
    names: ['customers', 'orders-value', ':.staging:payments'],
    contexts: ['.', '.staging'],
  },
  { scope: { subjects: [] }, names: [], contexts: [] },
];

test.each(scopes)('$scope is read and nothing else', async ({ scope, names, contexts }) => {
  for (const detail of ['names', 'versions', 'schemas'] satisfies SnapshotDetail[]) {
    const snapshot = await takeSnapshot(client, scope, { detail });
    expect(snapshot.subjects.map(({ name }) => name)).toEqual(names);
    expect(snapshot.contexts.map(({ name }) => name)).toEqual(contexts);
    expect(snapshot).toMatchObject({ detail, unreadable: [], changedWhileRead: false });
  }
});

test('many subjects of one context are read together', async () => {
  const subjects = Array.from({ length: 30 }, (_, index) => `:.many:s${index}`);
  const many = aRegistry();
  await fill(many, Object.fromEntries(subjects.map((name) => [name, ['"int"']])));
  const snapshot = await takeSnapshot(many.client, { subjects: subjects.slice(0, 20) });
  expect(snapshot.subjects).toHaveLength(20);
  expect(snapshot.requests).toBeLessThan(8);
});

test('a client in a context reads that context, unless others are named', async () => {
  const staging = client.inContext('staging');
  const own = await takeSnapshot(staging);
  expect(own.subjects.map(({ name }) => name)).toEqual([
    ':.staging:orders-value',
    ':.staging:payments',
  ]);
  expect(own.scope).toEqual({ contexts: ['.staging'] });
  const named = await takeSnapshot(staging, { subjects: ['payments', ':.stage:orders-value'] });
  expect(named.subjects.map(({ name }) => name)).toEqual([
    ':.stage:orders-value',
    ':.staging:payments',
  ]);
  const other = await takeSnapshot(staging, { contexts: ['.'] });
  expect(other.subjects).toHaveLength(3);
});

test('texts are kept at the detail schemas only, and each is told by its guid', async () => {
  const snapshot = await takeSnapshot(client);
  const guids = snapshot.subjects.flatMap(({ versions }) => versions.map(({ guid }) => guid));
  const texts = await Promise.all(guids.map(async (guid) => snapshot.texts.read(guid)));
  expect(texts).toEqual([
    '"long"',
    '"string"',
    '"string"',
    '"int"',
    '"double"',
    '"string"',
    '"bytes"',
    '"int"',
  ]);
  const versions = await takeSnapshot(client, {}, { detail: 'versions' });
  expect(versions.subjects).toEqual(snapshot.subjects);
  await expect(versions.texts.read(guids[0] ?? '')).rejects.toMatchObject({
    name: 'SnapshotError',
    code: 'text_unknown',
  });
});

test('thousands of texts come back in any order', async () => {
  const texts = Array.from({ length: 2000 }, (_, index) => aRecord(`R${index}`, 'a', 'b', 'c'));
  const snapshot = await snapshotOf({ one: texts });
  const versions = snapshot.subjects[0]?.versions ?? [];
  expect(versions).toHaveLength(2000);
  for (const { version, guid, bytes } of versions.toSorted(() => Math.random() - 0.5)) {
    const text = await snapshot.texts.read(guid);
    expect(text).toBe(texts[version - 1]);
    expect(bytes).toBe(Buffer.byteLength(text));
  }
});

test('a snapshot says of what, when and how it was taken', async () => {
  let time = 1000;
  const snapshot = await takeSnapshot(client, {}, { now: () => (time += 5) });
  expect(snapshot).toMatchObject({
    registry: 'registry',
    scope: {},
    includesDeleted: false,
    includesConfigs: false,
    startedAt: 1005,
    endedAt: 1010,
    requests: 4,
    everywhere: {},
  });
  expect(snapshot.subjects[0]?.versions[0]).toMatchObject({
    ts: expect.any(Number),
    references: [],
  });
});

test('configurations and modes are those of each, and what is inherited is left out', async () => {
  const own = aRegistry();
  await fill(own, { a: ['"int"'], b: ['"int"'], ':.x:c': ['"int"'], ':.y:d': ['"int"'] });
  await own.client.config.update('a', { compatibility: 'FULL' });
  await own.client.config.update(':.x:', { compatibility: 'FORWARD', normalize: true });
  await own.client.config.update(':.__GLOBAL:', { compatibility: 'NONE' });
  await own.client.mode.set(':.x:c', 'READONLY');
  await own.client.mode.setGlobal('READONLY');
  const snapshot = await takeSnapshot(own.client, {}, { includeConfigs: true });
  const settings = [...snapshot.contexts, ...snapshot.subjects].map(({ name, config, mode }) => ({
    name,
    ...(config && { config }),
    ...(mode && { mode }),
  }));
  expect(settings).toEqual([
    // The default context always answers, with the server's default where it has none of its own.
    { name: '.', config: { compatibilityLevel: 'NONE' }, mode: 'READONLY' },
    { name: '.x', config: { compatibilityLevel: 'FORWARD', normalize: true } },
    { name: '.y' },
    { name: 'a', config: { compatibilityLevel: 'FULL' } },
    { name: 'b' },
    { name: ':.x:c', mode: 'READONLY' },
    { name: ':.y:d' },
  ]);
  expect(snapshot.everywhere).toEqual({
    config: { compatibilityLevel: 'NONE' },
    mode: 'READWRITE',
  });
});

test('it tells how far it is, and that grows to the end', async () => {
  const told: SnapshotProgress[] = [];
  await takeSnapshot(
    client,
    {},
    {
      includeConfigs: true,
      pageSize: 2,
      onProgress: (progress) => told.push(progress),
    },
  );
  for (const unit of ['versions', 'settings']) {
    const own = told.filter((progress) => progress.unit === unit);
    expect(own.length).toBeGreaterThan(2);
    expect(own.map(({ done }) => done)).toEqual(
      own.map(({ done }) => done).toSorted((a, b) => a - b),
    );
    expect(own.at(-1)?.done).toBe(own.at(-1)?.total);
    expect(own.every(({ done, total }) => total !== undefined && done <= total)).toBe(true);
  }
});

test.each([
  [{ contexts: ['a:b'] }, {}, 'a:b'],
  [{ subjectPrefix: ':.staging:' }, {}, 'subjectPrefix'],
  [{}, { pageSize: 1 }, 'pageSize'],
  [{}, { pageSize: 1001 }, 'pageSize'],
  [{}, { concurrency: 0.5 }, 'concurrency'],
  [{}, { textsInMemoryBytes: -1 }, 'textsInMemoryBytes'],
])('%j with %j is refused before anything is asked', async (scope, options, word) => {
  const gateway = aGateway(registry, () => undefined);
  const taking = takeSnapshot(aClient(registry, { fetch: gateway.fetch }), scope, options);
  await expect(taking).rejects.toMatchObject({
    name: 'SnapshotError',
    code: 'invalid_argument',
    message: expect.stringContaining(word),
  });
  expect(gateway.requests).toEqual([]);
});

test('a registry that somebody writes to all the time is read to an end, and it is said', async () => {
  const busy = aRegistry();
  const subjects = Array.from({ length: 40 }, (_, index) => [`s${index}`, ['"int"']] as const);
  await fill(busy, Object.fromEntries(subjects));
  const gateway = aGateway(busy.registry, async ({ number }) => {
    await busy.client.versions.register(`a${number}`, { schema: '"int"' });
    return undefined;
  });
  const through = aClient(busy.registry, { fetch: gateway.fetch });
  const snapshot = await takeSnapshot(through, {}, { pageSize: 10 });
  expect(snapshot.changedWhileRead).toBe(true);
  expect(gateway.requests.length).toBeLessThan(60);
  const names = snapshot.subjects.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(subjects.map(([name]) => name)));
  expect(new Set(names).size).toBe(names.length);
  for (const { versions } of snapshot.subjects) expect(versions).toHaveLength(1);
});

test('where there is much to read it is read by contexts and by what names begin with', async () => {
  const many = aRegistry();
  const names = ['.', '.x', '.y'].flatMap((context) =>
    ['aa-', 'bb-'].flatMap((begin) =>
      Array.from({ length: 60 }, (_, index) => `:${context}:${begin}${index}`),
    ),
  );
  await fill(many, Object.fromEntries(names.map((name) => [name, ['"int"']])));
  const prefixes = new Set<string>();
  const gateway = aGateway(many.registry, ({ path, query }: PassingRequest) => {
    if (path === '/schemas') prefixes.add(query.get('subjectPrefix') ?? '');
    return undefined;
  });
  const through = aClient(many.registry, { fetch: gateway.fetch });
  const snapshot = await takeSnapshot(through, {}, { pageSize: 5 });
  expect(snapshot.subjects).toHaveLength(360);
  expect([...prefixes].toSorted()).toEqual(
    [':*:', 'a', 'b', ':.x:a', ':.x:b', ':.y:a', ':.y:b'].toSorted(),
  );
  const fewest = 360 / 4;
  expect(gateway.requests.length).toBeLessThan(fewest * 1.2);
});

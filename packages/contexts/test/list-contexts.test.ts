import { takeSnapshot } from '@srkit/snapshot';
import { expect, test } from 'vitest';
import { countContexts, listContexts } from '../src/index.ts';
import { aGateway, anError, withoutContexts } from './a-gateway.ts';
import { aClient, aRecord, aRegistry, fill } from './a-registry.ts';

async function aFilledRegistry() {
  const made = aRegistry();
  const { client } = made;
  await fill(client, {
    orders: [],
    ':.feature-a:one': [],
    ':.feature-a:two': [],
    ':.feature-b:one': [],
    ':.feature-b:gone': [],
    ':.prod:orders': [],
  });
  await client.versions.register(':.feature-a:one', { schema: '"int"' });
  await client.versions.register(':.feature-a:two', { schema: '"int"' });
  await client.versions.delete(':.feature-a:two', 1);
  await client.subjects.delete(':.feature-b:gone');
  await client.versions.register(':.feature-empty:x', aRecord());
  await client.subjects.delete(':.feature-empty:x');
  await client.subjects.delete(':.feature-empty:x', { permanent: true });
  return made;
}

test('contexts are listed with what they hold', async () => {
  const { client } = await aFilledRegistry();
  const { contexts, supported, unreadable, changedWhileRead } = await listContexts(client);
  expect({ supported, unreadable, changedWhileRead }).toEqual({
    supported: true,
    unreadable: [],
    changedWhileRead: false,
  });
  expect(contexts).toEqual([
    { name: '.', subjects: 1, schemas: 1, versions: 1 },
    { name: '.feature-a', subjects: 2, schemas: 2, versions: 3 },
    { name: '.feature-b', subjects: 1, schemas: 1, versions: 1 },
    { name: '.feature-empty', subjects: 0, schemas: 0, versions: 0 },
    { name: '.prod', subjects: 1, schemas: 1, versions: 1 },
  ]);
});

test.each(['feature-', '.feature-', ':.feature-'])(
  'the prefix %s finds its contexts',
  async (prefix) => {
    const { client } = await aFilledRegistry();
    const { contexts } = await listContexts(client.inContext('prod'), {
      prefix,
      includeDeleted: true,
    });
    const none = { deletedSubjects: 0, deletedVersions: 0 };
    expect(contexts).toEqual([
      {
        name: '.feature-a',
        subjects: 2,
        schemas: 2,
        versions: 3,
        deletedSubjects: 0,
        deletedVersions: 1,
      },
      {
        name: '.feature-b',
        subjects: 1,
        schemas: 1,
        versions: 1,
        deletedSubjects: 1,
        deletedVersions: 1,
      },
      { name: '.feature-empty', subjects: 0, schemas: 0, versions: 0, ...none },
    ]);
    expect(await listContexts(client, { prefix: 'nothing-' })).toMatchObject({ contexts: [] });
  },
);

test('names alone take one request, counts some, however many subjects there are', async () => {
  const { registry, client } = aRegistry();
  for (let number = 0; number < 60; number += 1) {
    await client.versions.register(`:.c${number % 6}:s${number}`, aRecord());
  }
  const gateway = aGateway(registry);
  const through = aClient(registry, { fetch: gateway.fetch });
  const { contexts } = await listContexts(through, { counts: false });
  expect(contexts).toEqual(
    ['.', '.c0', '.c1', '.c2', '.c3', '.c4', '.c5'].map((name) => ({ name })),
  );
  expect(gateway.requests).toHaveLength(1);
  const counted = await listContexts(through);
  expect(counted.contexts.map(({ subjects }) => subjects)).toEqual([0, 10, 10, 10, 10, 10, 10]);
  expect(gateway.requests.length - 1).toBeLessThanOrEqual(5);
});

test('what cannot be read is unknown, and not nothing', async () => {
  const { registry } = await aFilledRegistry();
  const gateway = aGateway(registry, ({ path, query }) => {
    const isBulk = path === '/schemas';
    const isOne = path.startsWith('/subjects/:.feature-a:one');
    const isNames = path === '/subjects' && query.get('subjectPrefix') === ':.prod:';
    const isAllNames = path === '/subjects' && !query.get('subjectPrefix')?.startsWith(':.');
    return isBulk || isOne || isNames || isAllNames
      ? anError(403, 40301, 'Not for you')
      : undefined;
  });
  const through = aClient(registry, { fetch: gateway.fetch });
  const { contexts, unreadable } = await listContexts(through);
  const byName = Object.fromEntries(contexts.map(({ name, ...counts }) => [name, counts]));
  expect(unreadable.length).toBeGreaterThan(0);
  expect(byName['.feature-a']).toEqual({
    subjects: 2,
    unknown: expect.stringContaining('Not for you'),
  });
  expect(byName['.feature-b']).toEqual({ subjects: 1, schemas: 1, versions: 1 });
  expect(byName['.prod']).toEqual({ unknown: expect.stringContaining('Not for you') });
});

test('a snapshot of a part knows nothing of the rest', async () => {
  const { client } = await aFilledRegistry();
  const snapshot = await takeSnapshot(client, { contexts: ['feature-a'] }, { detail: 'names' });
  expect(countContexts(snapshot, ['.feature-a', '.prod'])).toEqual([
    { name: '.feature-a', subjects: 2, unknown: 'Only names were read.' },
    { name: '.prod', unknown: 'It is outside what was read of registry.' },
  ]);
});

test.each(Object.entries(withoutContexts))('%s has one', async (_, answer) => {
  const { registry, client } = aRegistry();
  await fill(client, { orders: [], payments: [] });
  const gateway = aGateway(registry, answer);
  const list = await listContexts(aClient(registry, { fetch: gateway.fetch }));
  expect(list).toMatchObject({
    supported: false,
    contexts: [{ name: '.', subjects: 2, schemas: 2, versions: 2 }],
  });
});

test('contexts that cannot be listed are an error, and not none', async () => {
  const { registry } = aRegistry();
  const gateway = aGateway(registry, () => anError(403, 40301));
  const through = aClient(registry, { fetch: gateway.fetch });
  await expect(listContexts(through)).rejects.toMatchObject({ code: 'forbidden' });
});

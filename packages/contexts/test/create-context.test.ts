import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { openDataFolder } from '@srkit/embedded-registry/node';
import { expect, onTestFinished, test } from 'vitest';
import { createContext, listContexts } from '../src/index.ts';
import { aGateway, anError, withoutContexts } from './a-gateway.ts';
import { aClient, aRecord, aRegistry } from './a-registry.ts';

test('a context is listed and empty, and its first schema can be registered', async () => {
  const { client } = aRegistry();
  expect(await createContext(client, 'feature-a')).toEqual({
    context: '.feature-a',
    outcome: 'created',
    how: expect.stringContaining('deleted again for good'),
  });
  const { contexts } = await listContexts(client, { includeDeleted: true });
  expect(contexts).toMatchObject([
    { name: '.' },
    { name: '.feature-a', subjects: 0, versions: 0, deletedSubjects: 0, deletedVersions: 0 },
  ]);
  const { version } = await client.versions.register(':.feature-a:orders', aRecord());
  expect(version).toBe(1);
});

test('it is there after a restart, from what the registry keeps', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'srkit-contexts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const first = await openDataFolder(folder);
  const client = aClient(createEmbeddedRegistry({ log: first }));
  await createContext(client, 'staging');
  await first.close();

  const second = await openDataFolder(folder);
  const again = aClient(createEmbeddedRegistry({ log: second }));
  expect(await again.contexts.list()).toEqual(['.', '.staging']);
  expect(await again.subjects.list({ deleted: true })).toEqual([]);
  expect(await createContext(again, '.staging')).toMatchObject({ outcome: 'exists' });
  await second.close();
});

test('what is there already is said, and nothing is written', async () => {
  const { registry, client } = aRegistry();
  await client.versions.register(':.prod:orders', aRecord());
  const gateway = aGateway(registry);
  const through = aClient(registry, { fetch: gateway.fetch });
  for (const name of ['prod', '.prod', ':.prod:', '.']) {
    expect(await createContext(through, name)).toMatchObject({ outcome: 'exists' });
  }
  expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test.each([
  ['', 'not empty'],
  ['a:b', 'colon'],
  ['a\nb', 'control characters'],
  ['*', 'no single context'],
  [':*:', 'no single context'],
  ['__GLOBAL', 'settings for every context'],
  [undefined as unknown as string, 'is a string'],
])('the name %j is refused with the rule', async (name, rule) => {
  const { registry } = aRegistry();
  const gateway = aGateway(registry);
  const creating = createContext(aClient(registry, { fetch: gateway.fetch }), name);
  await expect(creating).rejects.toMatchObject({
    code: 'invalid_argument',
    message: expect.stringContaining(rule),
  });
  expect(gateway.requests).toEqual([]);
});

test.each(['..', 'a/b', 'a%2Fb', 'ümlaut', 'two words', 'contexts', '-'])(
  'the name %j is one as any other',
  async (name) => {
    const { client } = aRegistry();
    const { context } = await createContext(client, name);
    expect(await client.contexts.list()).toEqual(['.', context]);
  },
);

test.each(['READONLY', 'READONLY_OVERRIDE'] as const)(
  'in mode %s nothing is sent',
  async (mode) => {
    const { registry, client } = aRegistry();
    await client.mode.set(':.__GLOBAL:', mode);
    const gateway = aGateway(registry);
    const creating = createContext(aClient(registry, { fetch: gateway.fetch }), 'a');
    await expect(creating).rejects.toMatchObject({
      code: 'read_only',
      message: expect.stringMatching(new RegExp(`${mode}.*READWRITE`)),
    });
    expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
);

test('in IMPORT it is created too, and its first id is free', async () => {
  const { client } = aRegistry();
  await client.mode.set(':.a:', 'IMPORT');
  expect(await createContext(client, 'a')).toMatchObject({ outcome: 'created' });
  await client.versions.register(':.a:orders', { ...aRecord(), id: 1, version: 1 });
  expect(await client.contexts.list()).toEqual(['.', '.a']);
});

test('without the permission to register it is not there', async () => {
  const { registry, client } = aRegistry();
  const gateway = aGateway(registry, ({ method }) =>
    method === 'GET' ? undefined : anError(403, 40301),
  );
  const through = aClient(registry, { fetch: gateway.fetch });
  await expect(createContext(through, 'a')).rejects.toMatchObject({ code: 'forbidden' });
  expect(await client.contexts.list()).toEqual(['.']);
});

test('without the permission to delete, what is left is told', async () => {
  const { registry, client } = aRegistry();
  const gateway = aGateway(registry, ({ method }) =>
    method === 'DELETE' ? anError(403, 40301, 'You may not delete') : undefined,
  );
  const through = aClient(registry, { fetch: gateway.fetch });
  const created = await createContext(through, 'a');
  expect(created).toMatchObject({
    outcome: 'created',
    how: expect.stringContaining('You may not delete'),
    marker: { state: 'live' },
  });
  expect(await client.subjects.list()).toEqual([created.marker?.subject]);
});

test('of a view-only client nothing reaches the registry', async () => {
  const { registry } = aRegistry();
  const gateway = aGateway(registry);
  const through = aClient(registry, { fetch: gateway.fetch, viewOnly: true });
  await expect(createContext(through, 'a')).rejects.toMatchObject({ code: 'view_only' });
  expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a registry that lists only contexts which hold something keeps as little as is enough', async () => {
  for (const { deleted, state } of [
    { deleted: true, state: 'soft_deleted' },
    { deleted: false, state: 'live' },
  ]) {
    const { registry, client } = aRegistry();
    const gateway = aGateway(registry, async ({ path }) => {
      if (path !== '/contexts') return undefined;
      const held = await client.subjects.list({ deleted });
      const contexts = held.map((name) => /^:(\.[^:]*):/.exec(name)?.[1] ?? '.');
      return Response.json([...new Set(['.', ...contexts])]);
    });
    const through = aClient(registry, { fetch: gateway.fetch });
    const created = await createContext(through, 'a');
    expect(created).toMatchObject({ outcome: 'created', marker: { state } });
    expect(await through.contexts.list()).toEqual(['.', '.a']);
    expect(await createContext(through, 'a')).toMatchObject({ outcome: 'exists' });
  }
});

test('one that never lists it is left as it was', async () => {
  const { registry, client } = aRegistry();
  const gateway = aGateway(registry, ({ path }) =>
    path === '/contexts' ? Response.json(['.']) : undefined,
  );
  const through = aClient(registry, { fetch: gateway.fetch });
  await expect(createContext(through, 'a')).rejects.toMatchObject({ code: 'contexts_unsupported' });
  expect(await client.subjects.list({ deleted: true })).toEqual([]);
});

test.each(Object.entries(withoutContexts))('%s is told apart', async (_, answer) => {
  const { registry } = aRegistry();
  const gateway = aGateway(registry, answer);
  const through = aClient(registry, { fetch: gateway.fetch });
  await expect(createContext(through, 'a')).rejects.toMatchObject({
    code: 'contexts_unsupported',
    message: expect.stringContaining('default context'),
  });
  expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('two who create the same at once both have it', async () => {
  const { client } = aRegistry();
  const outcomes = await Promise.all([createContext(client, 'a'), createContext(client, 'a')]);
  expect(outcomes.map(({ marker }) => marker)).toEqual([undefined, undefined]);
  expect(await client.contexts.list()).toEqual(['.', '.a']);
  expect(await client.subjects.list({ deleted: true })).toEqual([]);
});

test('who stops before anything is written leaves nothing', async () => {
  const { registry, client } = aRegistry();
  const controller = new AbortController();
  const gateway = aGateway(registry, ({ path }) => {
    if (path === '/contexts') controller.abort();
    return undefined;
  });
  const through = aClient(registry, { fetch: gateway.fetch });
  const creating = createContext(through, 'a', { signal: controller.signal });
  await expect(creating).rejects.toMatchObject({ code: 'aborted' });
  expect(await client.contexts.list()).toEqual(['.']);
});

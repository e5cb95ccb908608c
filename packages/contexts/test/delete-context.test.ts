import { expect, test } from 'vitest';
import { createContext, deleteContext } from '../src/index.ts';
import { aGateway, anError, withoutContexts } from './a-gateway.ts';
import { aClient, aRecord, aRegistry, fill, versionsOf } from './a-registry.ts';

const everything = { everything: true, permanent: true };

test('an empty context is not listed any more, and its own settings are gone', async () => {
  const { client } = aRegistry();
  await createContext(client, 'a');
  await client.config.update(':.a:', { compatibility: 'FULL' });
  await client.mode.set(':.a:', 'READONLY');
  const deleted = await deleteContext(client, 'a');
  expect(deleted).toMatchObject({ context: '.a', outcome: 'deleted', remains: [] });
  expect(deleted.settings.toSorted()).toEqual(['config', 'mode']);
  expect(await client.contexts.list()).toEqual(['.']);
  await expect(client.config.get(':.a:')).rejects.toMatchObject({ code: 'config_not_found' });
  await expect(client.mode.get(':.a:')).rejects.toMatchObject({ code: 'mode_not_found' });
  expect(await deleteContext(client, 'a')).toMatchObject({ outcome: 'absent', settings: [] });
});

test('settings that were left by a deletion that did not come to its end are removed by the next', async () => {
  const { client } = aRegistry();
  await client.config.update(':.a:', { compatibility: 'FULL' });
  expect(await deleteContext(client, 'a')).toMatchObject({
    outcome: 'absent',
    settings: ['config'],
  });
});

test('one that holds something is kept, unless everything in it is to go', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:one': [], ':.a:two': [':.a:one'], ':.b:one': [] });
  await client.subjects.delete(':.a:two');
  await client.config.update(':.a:one', { compatibility: 'FULL' });
  await expect(deleteContext(client, 'a')).rejects.toMatchObject({
    code: 'not_empty',
    message: expect.stringContaining('2 subjects'),
  });
  await expect(deleteContext(client, 'a', { everything: true })).rejects.toMatchObject({
    code: 'invalid_argument',
    message: expect.stringContaining('permanent'),
  });
  const before = await versionsOf(client);
  const preview = await deleteContext(client, 'a', { ...everything, dryRun: true });
  expect(preview).toMatchObject({ outcome: 'planned', plan: { permanent: true } });
  expect(preview.refusal).toBeUndefined();
  expect(await versionsOf(client)).toEqual(before);
  const refused = await deleteContext(client, 'a', { dryRun: true });
  expect(refused.refusal).toMatchObject({ code: 'not_empty' });

  const deleted = await deleteContext(client, 'a', everything);
  expect(deleted).toMatchObject({ outcome: 'deleted', cleared: { contexts: [{ deleted: 2 }] } });
  expect(await client.contexts.list()).toEqual(['.', '.b']);
  expect((await versionsOf(client)).map(({ subject }) => subject)).toEqual([':.b:one']);
});

test('one that something outside refers to is not begun', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:one': [], ':.a:two': [], ':.b:user': [':.a:one'] });
  const before = await versionsOf(client);
  await expect(deleteContext(client, 'a', everything)).rejects.toMatchObject({
    code: 'blocked',
    message: expect.stringContaining(':.b:user version 1'),
  });
  expect(await versionsOf(client)).toEqual(before);
});

test('one in READONLY is not begun', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:one': [] });
  await client.mode.set(':.a:', 'READONLY');
  const deleting = deleteContext(client, 'a', everything);
  await expect(deleting).rejects.toMatchObject({ code: 'read_only' });
  expect(await client.mode.get(':.a:')).toEqual({ mode: 'READONLY' });
});

test('a marker that was left in it does not count', async () => {
  const { registry, client } = aRegistry();
  const gateway = aGateway(registry, ({ method }) =>
    method === 'DELETE' ? anError(403, 40301) : undefined,
  );
  await createContext(aClient(registry, { fetch: gateway.fetch }), 'a');
  expect(await client.subjects.list()).toHaveLength(1);
  expect(await deleteContext(client, 'a')).toMatchObject({ outcome: 'deleted' });
  expect(await client.contexts.list()).toEqual(['.']);
});

test('a release that cannot take it off its list says so', async () => {
  const { client } = aRegistry({ confluentVersion: '7.4.0' });
  await fill(client, { ':.a:one': [] });
  await client.config.update(':.a:', { compatibility: 'FULL' });
  const preview = await deleteContext(client, 'a', { ...everything, dryRun: true });
  expect(preview.remains).toEqual([expect.stringContaining('8.0.1')]);
  const deleted = await deleteContext(client, 'a', everything);
  expect(deleted).toMatchObject({ outcome: 'still_listed', settings: ['config'] });
  expect(deleted.remains).toEqual(preview.remains);
  expect(await client.subjects.list({ deleted: true })).toEqual([]);
});

test('what somebody registers meanwhile stays, with the context and its settings', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ':.a:one': [] });
  await client.config.update(':.a:', { compatibility: 'NONE' });
  const gateway = aGateway(registry, async ({ method, path, query }) => {
    const isLast = method === 'DELETE' && path === '/subjects/:.a:one' && query.has('permanent');
    if (isLast) await client.versions.register(':.a:new', aRecord());
    return undefined;
  });
  const deleted = await deleteContext(aClient(registry, { fetch: gateway.fetch }), 'a', everything);
  expect(deleted).toMatchObject({ outcome: 'incomplete', settings: [] });
  expect(deleted.remains).toEqual(['Subjects are left: :.a:new.']);
  expect(await client.contexts.list()).toEqual(['.', '.a']);
  expect(await client.config.get(':.a:')).toEqual({ compatibilityLevel: 'NONE' });
});

test('when it is stopped, it stays and says what is left', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ':.a:one': [], ':.a:two': [':.a:one'], ':.a:three': [':.a:two'] });
  const controller = new AbortController();
  const gateway = aGateway(registry, ({ method }) => {
    if (method === 'DELETE') controller.abort();
    return undefined;
  });
  const through = aClient(registry, { fetch: gateway.fetch });
  const options = { ...everything, signal: controller.signal };
  const deleted = await deleteContext(through, 'a', options);
  expect(deleted).toMatchObject({ outcome: 'incomplete' });
  expect(deleted.remains.join(' ')).toMatch(/:\.a:one.*stopped/);
  expect(await client.contexts.list()).toEqual(['.', '.a']);
});

test('the default context is never deleted', async () => {
  const { client } = aRegistry();
  await expect(deleteContext(client, '.', everything)).rejects.toMatchObject({
    code: 'invalid_argument',
    message: expect.stringContaining('Clear it'),
  });
});

test('of a view-only client nothing reaches the registry', async () => {
  const { registry, client } = aRegistry();
  await createContext(client, 'a');
  const gateway = aGateway(registry);
  const through = aClient(registry, { fetch: gateway.fetch, viewOnly: true });
  await expect(deleteContext(through, 'a')).rejects.toMatchObject({ code: 'view_only' });
  expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test.each(Object.entries(withoutContexts))('%s is told apart', async (_, answer) => {
  const { registry } = aRegistry();
  const gateway = aGateway(registry, answer);
  const through = aClient(registry, { fetch: gateway.fetch });
  const deleting = deleteContext(through, 'a', everything);
  await expect(deleting).rejects.toMatchObject({ code: 'contexts_unsupported' });
  expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

import { expect, test } from 'vitest';
import { clearContexts, createContext, deleteContext, deleteEmptied } from '../src/index.ts';
import { aGateway, anError } from './a-gateway.ts';
import { aClient, aRegistry } from './a-registry.ts';

const permanent = { permanent: true };

test('what was emptied goes off the list, with its settings, in a few requests each', async () => {
  const { registry, client } = aRegistry();
  for (const context of ['.', '.a', '.b', '.c']) {
    await client.inContext(context).versions.register('orders', { schema: '"int"' });
  }
  await client.config.update(':.a:', { compatibility: 'FULL' });
  const cleared = await clearContexts(client, ['a', 'b'], permanent);
  const gateway = aGateway(registry);
  const emptied = await deleteEmptied(aClient(registry, { fetch: gateway.fetch }), cleared);
  expect(emptied).toEqual([
    { context: '.a', outcome: 'deleted', settings: ['config'], remains: [] },
    { context: '.b', outcome: 'deleted', settings: [], remains: [] },
  ]);
  expect(await client.contexts.list()).toEqual(['.', '.c']);
  expect(gateway.requests.length).toBeLessThanOrEqual(2 * 5);
  expect(gateway.requests.map(({ path }) => path)).not.toContain('/schemas');
});

test('what holds something again stays, and the rest goes', async () => {
  const { client } = aRegistry();
  for (const context of ['a', 'b']) await createContext(client, context);
  const cleared = await clearContexts(client, ['a', 'b'], permanent);
  await client.versions.register(':.a:late', { schema: '"int"' });
  const [first, second] = await deleteEmptied(client, cleared);
  expect(first).toMatchObject({ context: '.a', outcome: 'incomplete' });
  expect(first?.remains.length).toBe(1);
  expect(second).toMatchObject({ context: '.b', outcome: 'deleted' });
  expect(await client.subjects.list()).toEqual([':.a:late']);
});

test('one that fails does not stop the others, and a caller who stops begins no further one', async () => {
  const { registry, client } = aRegistry();
  for (const context of ['a', 'b']) await createContext(client, context);
  const cleared = await clearContexts(client, ['a', 'b'], permanent);
  const gateway = aGateway(registry, ({ method, path }) =>
    method === 'DELETE' && path === '/contexts/.a' ? anError(500, 50001) : undefined,
  );
  const options = { fetch: gateway.fetch, retry: false } as const;
  expect(await deleteEmptied(aClient(registry, options), cleared)).toMatchObject([
    { context: '.a', outcome: 'incomplete' },
    { context: '.b', outcome: 'deleted' },
  ]);
  const stopped = AbortSignal.abort();
  expect(await deleteEmptied(client, cleared, { signal: stopped })).toEqual([]);
});

test('the default context, and what was cleared softly, is left alone', async () => {
  const { client } = aRegistry();
  await client.versions.register('orders', { schema: '"int"' });
  await client.versions.register(':.a:orders', { schema: '"int"' });
  expect(await deleteEmptied(client, await clearContexts(client, ['.'], permanent))).toEqual([]);
  const softly = await clearContexts(client, ['a']);
  await expect(deleteEmptied(client, softly)).rejects.toMatchObject({ code: 'invalid_argument' });
});

test('an empty context is deleted without reading the others', async () => {
  const { registry, client } = aRegistry();
  await createContext(client, 'a');
  for (let number = 0; number < 50; number += 1) {
    await client.versions.register(`:.b:s${number}`, { schema: '"int"' });
  }
  const gateway = aGateway(registry);
  await deleteContext(aClient(registry, { fetch: gateway.fetch }), 'a');
  const listings = gateway.requests.filter(({ path }) => path === '/schemas');
  for (const { query } of listings) {
    if (query.get('aliases') === null) expect(query.get('subjectPrefix')).toBe(':.a:');
  }
  expect(await client.contexts.list()).toEqual(['.', '.b']);
});

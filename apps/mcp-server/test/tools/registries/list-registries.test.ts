import { expect, it } from 'vitest';
import { aSetting, connect, connectToRegistry } from '../../connect.ts';

it('lists the registries without asking any of them, and without a secret', async () => {
  const canary = 'canary-4711';
  const requests: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    requests.push(input);
    return Response.json([]);
  };
  const { call } = await connect({
    registries: {
      dev: { ...aSetting('dev'), description: 'Try things here', context: 'orders' },
      prod: {
        url: `http://robot:${canary}@prod.test,http://other.test`,
        headers: { 'x-key': canary },
        fetch,
        viewOnly: true,
      },
    },
    default: 'prod',
  });
  const answer = await call('list_registries');
  expect(answer).toEqual({
    registries: [
      {
        name: 'dev',
        is_default: false,
        urls: ['http://dev.test'],
        view_only: false,
        context: '.orders',
        description: 'Try things here',
      },
      {
        name: 'prod',
        is_default: true,
        urls: ['http://prod.test', 'http://other.test'],
        view_only: true,
        context: '.',
      },
    ],
    total_registries: 2,
    default_registry: 'prod',
    total: 2,
  });
  expect(JSON.stringify(answer)).not.toContain(canary);
  expect(requests).toEqual([]);
});

it('hands very many out in parts', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `registry-${index}`);
  const registries = Object.fromEntries(names.map((name) => [name, aSetting(name)]));
  const { call, client } = await connect({ registries, responseBudget: 5_000 });
  const answer = await call('list_registries');
  expect(answer).toMatchObject({ total: 300, next_offset: expect.any(Number) });
  const last = await call('list_registries', { offset: 299 });
  expect(last['registries']).toMatchObject([{ name: 'registry-299' }]);
  // Nor do they make every tool longer.
  const { tools } = await client.listTools();
  expect(JSON.stringify(tools)).not.toContain('registry-10');
  expect(client.getInstructions()).toContain('and 290 more');
});

it('lists one whose settings cannot be used, which the others do not suffer from', async () => {
  const unusable = () => {
    throw new Error('no key');
  };
  const { call } = await connect({
    registries: { bad: { url: 'http://bad.test' }, good: { ...aSetting('good'), slowMs: 60_000 } },
    transport: unusable,
  });
  expect(await call('list_registries')).toMatchObject({
    registries: [
      { name: 'bad', urls: [] },
      { name: 'good', urls: ['http://good.test'] },
    ],
  });
  expect(await call('test_all_registries')).toMatchObject({
    summary: '1/2 healthy, 1 down',
    registries: [{ name: 'bad', problem: 'not_usable' }, { state: 'connected' }],
  });
});

it('answers with one registry too', async () => {
  const { call } = await connectToRegistry();
  expect(await call('list_registries')).toMatchObject({
    registries: [{ name: 'default', is_default: true }],
    total_registries: 1,
  });
});

import { routes } from '@srkit/registry-protocol';
import { describe, expect, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';

function aViewOnlyClient(context?: string) {
  const seen: Request[] = [];
  const client = createRegistryClient({
    url: 'http://registry/base',
    viewOnly: true,
    context,
    fetch: async (input, init) => {
      seen.push(new Request(input, init));
      return Response.json({});
    },
  });
  return { client, seen };
}

const requests = routes.map(({ method, path, effect }) => ({
  method,
  path: path.replace(/\{\w+\}/g, 'x'),
  effect,
}));

describe.each([undefined, 'staging'])('a view-only client in the context %s', (context) => {
  test.each(requests.filter(({ effect }) => effect === 'write'))(
    'refuses $method $path before the network',
    async ({ method, path }) => {
      const { client, seen } = aViewOnlyClient(context);
      const body = method === 'DELETE' ? undefined : {};
      const error = await failureOf(client.raw({ method, path, body }));
      expect(error).toMatchObject({ code: 'view_only', method, retryable: false });
      expect(error.message).toContain('view-only');
      expect(seen).toHaveLength(0);
    },
  );

  test.each(requests.filter(({ effect }) => effect === 'read'))(
    'lets $method $path through',
    async ({ method, path }) => {
      const { client, seen } = aViewOnlyClient(context);
      const body = method === 'POST' ? {} : undefined;
      await client.raw({ method, path, body });
      expect(seen).toHaveLength(1);
    },
  );
});

test.each([
  ['POST', '/catalog/v1/entity'],
  ['PATCH', '/config'],
  ['POST', '/subjects/x/versions/'],
  ['POST', '/contexts/.a/contexts/.b/subjects/x'],
  ['GET', '/clusterconfig'],
])('what is in no table counts as a write: %s %s', async (method, path) => {
  const { client, seen } = aViewOnlyClient();
  expect((await failureOf(client.raw({ method, path }))).code).toBe('view_only');
  expect(seen).toHaveLength(0);
});

test.each([
  ['POST', '/subjects/x\\versions'],
  ['POST', '/subjects/x/versions/..'],
  ['DELETE', '/subjects/x/../y'],
  ['POST', '/compatibility/subjects/x/versions/../../../../subjects/x/versions'],
])('no path reaches the network as another than was judged: %s %j', async (method, path) => {
  const { client, seen } = aViewOnlyClient();
  await failureOf(client.raw({ method, path }));
  expect(seen).toHaveLength(0);
});

test('every method that writes is refused', async () => {
  const { client, seen } = aViewOnlyClient();
  const writes = [
    client.subjects.delete('s'),
    client.versions.register('s', { schema: '"string"' }),
    client.versions.delete('s', 1),
    client.config.updateGlobal({ compatibility: 'FULL' }),
    client.config.deleteGlobal(),
    client.config.update('s', { compatibility: 'FULL' }),
    client.config.delete('s'),
    client.mode.setGlobal('READONLY'),
    client.mode.deleteGlobal(),
    client.mode.set('s', 'READONLY'),
    client.mode.delete('s'),
    client.contexts.delete('staging'),
    client.inContext('staging').subjects.delete('s'),
  ];
  const codes = await Promise.all(writes.map(async (call) => (await failureOf(call)).code));
  expect(new Set(codes)).toEqual(new Set(['view_only']));
  expect(seen).toHaveLength(0);
});

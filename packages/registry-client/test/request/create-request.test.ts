import { describe, expect, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';

function aSeeingClient(options: { viewOnly?: boolean; context?: string } = {}) {
  const seen: string[] = [];
  const client = createRegistryClient({
    url: 'http://registry',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      seen.push(`${request.method} ${request.url} ${await request.text()}`);
      return Response.json([]);
    },
    ...options,
  });
  return { client, seen };
}

describe('raw()', () => {
  test.each([
    ['a backslash, which a URL parser makes a slash', '/subjects/x\\versions'],
    ['a dot segment', '/subjects/../mode'],
    ['an encoded dot segment', '/subjects/%2e%2E/mode'],
    ['a tab, which a URL parser takes out', '/subjects/x/ver\tsions'],
    ['a character that is not encoded', '/subjects/ü'],
    ['a fragment', '/subjects#x'],
    ['a fragment after a query', '/subjects?a=b#x'],
    ['no slash at its beginning', 'subjects'],
    ['another host', '@evil.example/subjects'],
    ['nothing', ''],
  ])('refuses a path with %s', async (_, path) => {
    const { client, seen } = aSeeingClient();
    const error = await failureOf(client.raw({ method: 'POST', path, body: {} }));
    expect(error.code).toBe('invalid_argument');
    expect(seen).toEqual([]);
  });

  test.each(['', 'G T', 'CONNECT', 'trace', 'POST\r\nX: y'])(
    'refuses the method %j',
    async (method) => {
      const { client, seen } = aSeeingClient();
      const error = await failureOf(client.raw({ method, path: '/subjects' }));
      expect(error.code).toBe('invalid_argument');
      expect(seen).toEqual([]);
    },
  );

  test.each([
    { method: 'GET', body: {} },
    { method: 'PUT', body: 1n },
    { method: 'PUT', body: () => 1 },
  ])('refuses a body that cannot be sent', async (request) => {
    const { client, seen } = aSeeingClient();
    const error = await failureOf(client.raw({ ...request, path: '/config' }));
    expect(error.code).toBe('invalid_argument');
    expect(seen).toEqual([]);
  });

  test('sends method, path, both queries and body as they are given', async () => {
    const { client, seen } = aSeeingClient();
    const { status, headers, body } = await client.raw({
      method: 'post',
      path: '/dek-registry/v1/keks?a=b%20c',
      query: { d: 'e f', g: ['1', '2'] },
      body: { name: 'k' },
    });
    expect(seen).toEqual([
      'POST http://registry/dek-registry/v1/keks?a=b%20c&d=e%20f&g=1&g=2 {"name":"k"}',
    ]);
    expect({ status, body }).toEqual({ status: 200, body: [] });
    expect(headers['content-type']).toContain('json');
  });

  test('takes a text as JSON that is written already', async () => {
    const { client, seen } = aSeeingClient();
    await client.raw({ method: 'PUT', path: '/config', body: '{"compatibility":"FULL"}' });
    expect(seen).toEqual(['PUT http://registry/config {"compatibility":"FULL"}']);
  });

  test('goes into the context of its client, but not with what belongs to none', async () => {
    const { client, seen } = aSeeingClient({ context: 'staging' });
    for (const path of [
      '/subjects',
      '/',
      '/contexts',
      '/contexts/.other/subjects',
      '/v1/metadata/id',
    ])
      await client.raw({ method: 'GET', path });
    expect(seen.map((line) => line.split(' ')[1]?.slice('http://registry'.length))).toEqual([
      '/contexts/.staging/subjects',
      '/',
      '/contexts',
      '/contexts/.other/subjects',
      '/v1/metadata/id',
    ]);
  });
});

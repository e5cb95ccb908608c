import { createRegistryClient } from '@srkit/registry-client';
import { secret } from '@srkit/registry-protocol';
import { describe, expect, it } from 'vitest';
import { openRegistries } from '../../src/registries/open-registries.ts';

const url = 'http://registry.test';

/** A fetch that answers an empty list and remembers what it was sent. */
function recording() {
  const sent: { method: string; authorization: string | null }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const authorization = request.headers.get('authorization');
    sent.push({ method: request.method, authorization });
    return Response.json([]);
  };
  return { fetch, sent };
}

describe('openRegistries', () => {
  it('sends user and password, or other credentials that win over them', async () => {
    const { fetch, sent } = recording();
    const basic = { name: 'a', url, fetch, username: 'me', password: secret('pw') };
    const credentials = {
      headers: () => ({ authorization: 'Bearer token' }),
    };
    const opened = openRegistries([basic, { ...basic, name: 'b', credentials }], false);
    for (const { client } of opened) await client.subjects.list();
    expect(sent.map(({ authorization }) => authorization)).toEqual([
      `Basic ${Buffer.from('me:pw').toString('base64')}`,
      'Bearer token',
    ]);
  });

  it('makes clients that refuse to write themselves when they are view-only', async () => {
    const { fetch, sent } = recording();
    const [all] = openRegistries([{ name: 'a', url, fetch }], true);
    const [own] = openRegistries([{ name: 'a', url, fetch, viewOnly: true }], false);
    for (const { client } of [all, own]) {
      await expect(client.subjects.delete('orders')).rejects.toMatchObject({ code: 'view_only' });
      await expect(client.raw({ method: 'PUT', path: '/config' })).rejects.toMatchObject({
        code: 'view_only',
      });
    }
    expect(sent).toEqual([]);
  });

  it('knows that a client that somebody else made is view-only', () => {
    const client = createRegistryClient({ url, viewOnly: true });
    expect(openRegistries([{ name: 'a', client }], false)).toMatchObject([{ viewOnly: true }]);
  });
});

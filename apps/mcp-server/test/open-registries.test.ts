import { createRegistryClient } from '@srkit/registry-client';
import { describe, expect, it } from 'vitest';
import { openRegistries } from '../src/open-registries.ts';
import { aRecord, aSetting } from './connect.ts';

describe('openRegistries', () => {
  it('asks each time what the latest version is', async () => {
    const { registries } = openRegistries({ registries: { a: aSetting('a') } });
    const { client } = registries.get();
    const other = registries.get().direct;
    await client.versions.register('orders', { schema: aRecord('R', 'a') });
    expect(await client.versions.get('orders', 'latest')).toMatchObject({ version: 1 });
    await other.versions.register('orders', { schema: aRecord('R', 'a', 'b') });
    expect(await client.versions.get('orders', 'latest')).toMatchObject({ version: 2 });
  });

  it('makes clients that refuse to write themselves when they are view-only', async () => {
    const sent: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      sent.push(input);
      return Response.json([]);
    };
    const url = 'http://registry.test';
    for (const options of [
      { registries: { a: { url, fetch } }, viewOnly: true },
      { registries: { a: { url, fetch } }, readOnly: true },
      { registries: { a: { url, fetch, viewOnly: true } } },
    ]) {
      const { client } = openRegistries(options).registries.get();
      await expect(client.subjects.delete('orders')).rejects.toMatchObject({ code: 'view_only' });
      await expect(client.raw({ method: 'PUT', path: '/config' })).rejects.toMatchObject({
        code: 'view_only',
      });
    }
    expect(sent).toEqual([]);
  });

  it('knows that a client that somebody else made is view-only', () => {
    const client = createRegistryClient({ url: 'http://registry.test', viewOnly: true });
    const { registries } = openRegistries({ registries: { a: { client } } });
    expect(registries.get()).toMatchObject({ viewOnly: true });
  });
});

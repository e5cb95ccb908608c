import { UriTemplate } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { aRecord, aSetting, connect, connectToRegistry } from '../connect.ts';

const root = 'registry://registries/{registry}';
const addresses = {
  registry: `${root}/contexts`,
  context: `${root}/contexts/{context}/subjects`,
  subject: `${root}/subjects/{subject}/latest`,
};
type Client = Awaited<ReturnType<typeof connect>>['client'];

async function complete(
  client: Client,
  name: keyof typeof addresses,
  value: string,
  registry?: string,
): Promise<string[]> {
  const { completion } = await client.complete({
    ref: { type: 'ref/resource', uri: addresses[name] },
    argument: { name, value },
    ...(registry !== undefined && { context: { arguments: { registry } } }),
  });
  return completion.values;
}

describe('completion', () => {
  it('of registries goes by how their names begin', async () => {
    const { client } = await connect({
      registries: { dev: aSetting('a'), prod: aSetting('b'), 'prod-eu': aSetting('c') },
    });
    expect(await complete(client, 'registry', '')).toEqual(['dev', 'prod', 'prod-eu']);
    expect(await complete(client, 'registry', 'PR')).toEqual(['prod', 'prod-eu']);
    expect(await complete(client, 'registry', 'x')).toEqual([]);
  });

  it('of contexts and subjects asks the registry that was chosen', async () => {
    const { client, call } = await connect({
      registries: { dev: aSetting('dev'), prod: { ...aSetting('prod'), context: 'live' } },
    });
    const register = async (registry: string, subject: string) =>
      call('register_schema', { registry, subject, schema: aRecord('R', 'a') });
    await register('dev', 'orders');
    await register('dev', ':.staging:orders');
    await register('prod', 'payments');
    expect(await complete(client, 'context', '', 'dev')).toEqual([':.:', '.staging']);
    for (const written of ['sta', '.sta', ':.sta', ':.staging:'])
      expect(await complete(client, 'context', written, 'dev')).toEqual(['.staging']);
    expect(await complete(client, 'context', 'li', 'prod')).toEqual(['.live']);
    expect(await complete(client, 'subject', 'O', 'dev')).toEqual(['orders']);
    expect(await complete(client, 'subject', ':.s', 'dev')).toEqual([':.staging:orders']);
    // In the registry's own context, as everywhere else.
    expect(await complete(client, 'subject', 'p', 'prod')).toEqual(['payments']);
    expect(await complete(client, 'subject', 'o')).toEqual(['orders']);
    expect(await complete(client, 'subject', 'o', 'nowhere')).toEqual([]);
  });

  it('gives names that lead to what they name', async () => {
    const { client, registry } = await connectToRegistry();
    const names = ['.', '..', 'a/b', ':.x:..', ':.staging:a b', '%', 'ü,1'];
    for (const name of names)
      await registry.versions.register(
        name.length < 3 && name.startsWith('.') ? `:.:${name}` : name,
        {
          schema: aRecord('R', 'a'),
        },
      );
    const completed = [
      ...(await complete(client, 'subject', '')),
      ...(await complete(client, 'subject', ':.x')),
      ...(await complete(client, 'subject', ':.st')),
    ];
    expect(completed.length).toBe(names.length);
    for (const subject of completed) {
      const uri = new UriTemplate(addresses.subject).expand({ registry: 'default', subject });
      const { contents } = await client.readResource({ uri });
      expect(contents, uri).toMatchObject([{ text: expect.stringContaining('"version":1') }]);
    }
    for (const context of await complete(client, 'context', '')) {
      const uri = new UriTemplate(addresses.context).expand({ registry: 'default', context });
      const { contents } = await client.readResource({ uri });
      expect(contents, uri).toMatchObject([{ text: expect.stringContaining('"total":') }]);
    }
  });

  it('gives a hundred of more, and says how many there are', async () => {
    const { client, registry } = await connectToRegistry();
    const names = Array.from({ length: 120 }, (_, index) => `subject-${index}`);
    for (const name of names) await registry.versions.register(name, { schema: '"string"' });
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: addresses.subject },
      argument: { name: 'subject', value: 'subject-' },
    });
    expect(completion).toMatchObject({ total: 120, hasMore: true });
    expect(completion.values).toHaveLength(100);
  });

  it('gives none where the registry does not answer', async () => {
    const { client } = await connect({ registries: { prod: { url: 'http://127.0.0.1:9' } } });
    expect(await complete(client, 'subject', 'a', 'prod')).toEqual([]);
    expect(await complete(client, 'context', 'a', 'prod')).toEqual([]);
  });
});

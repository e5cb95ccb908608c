import {
  Client,
  InMemoryTransport,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSrkitServer, type SrkitServer } from '../../../src/create-srkit-server.ts';
import { aSetting, connect, connectToRegistry } from '../../connect.ts';

const two = () => ({
  registries: { dev: aSetting('dev'), prod: { ...aSetting('prod'), viewOnly: true } },
});

/** One more connection to a server. */
async function anotherClient(server: SrkitServer): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1.0.0' });
  await Promise.all([server.createMcpServer().connect(far), client.connect(near)]);
  onTestFinished(() => client.close());
  return client;
}

async function registryOf(client: Client): Promise<unknown> {
  const answer = await client.callTool({ name: 'list_contexts', arguments: {} });
  return (answer.structuredContent as Record<string, unknown>)['registry'];
}

describe('switch_default_registry', () => {
  it('changes what is meant where a call names none', async () => {
    const { call } = await connect(two());
    expect(await call('list_contexts')).toMatchObject({ registry: 'dev' });
    expect(await call('switch_default_registry', { registry: 'prod' })).toEqual({
      default_registry: 'prod',
      previous_default: 'dev',
      view_only: true,
    });
    expect(await call('list_contexts')).toMatchObject({ registry: 'prod' });
    expect(await call('list_contexts', { registry: 'dev' })).toMatchObject({ registry: 'dev' });
    expect(await call('list_registries')).toMatchObject({ default_registry: 'prod' });
    const { error } = await call('delete_subject', { subject: 'a' });
    expect(error).toMatchObject({ code: 'view_only' });
  });

  it('changes it for this connection and nobody else', async () => {
    const server = createSrkitServer(two());
    const one = await anotherClient(server);
    const other = await anotherClient(server);
    await one.callTool({ name: 'switch_default_registry', arguments: { registry: 'prod' } });
    expect([await registryOf(one), await registryOf(other)]).toEqual(['prod', 'dev']);
    expect(await registryOf(await anotherClient(server))).toBe('dev');
    await server.close();
  });

  it('refuses a registry that there is not, and keeps the one that it was', async () => {
    const { call } = await connect(two());
    const { error } = await call('switch_default_registry', { registry: 'prodd' });
    expect(error).toMatchObject({
      code: 'unknown_registry',
      registries: ['dev', 'prod'],
      message: expect.stringContaining('Did you mean prod?'),
      next: expect.stringContaining('list_registries'),
    });
    expect(await call('list_contexts')).toMatchObject({ registry: 'dev' });
    expect((await call('switch_default_registry')).error).toMatchObject({
      code: 'invalid_arguments',
    });
  });

  it('is there with one registry too, and with view-only ones', async () => {
    const { call, client } = await connectToRegistry({ viewOnly: true });
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain(
      'switch_default_registry',
    );
    expect(await call('switch_default_registry', { registry: 'default' })).toMatchObject({
      default_registry: 'default',
      previous_default: 'default',
    });
  });

  it.each(['auto', undefined] as const)(
    'says over HTTP that it cannot be kept (version negotiation: %s)',
    async (mode) => {
      const server = createSrkitServer(two());
      const mcp = createMcpHandler(() => server.createMcpServer());
      const client = new Client(
        { name: 'test', version: '1.0.0' },
        mode ? { versionNegotiation: { mode } } : {},
      );
      const transport = new StreamableHTTPClientTransport(new URL('http://service.test/mcp'), {
        fetch: (input, init) => mcp.fetch(new Request(input, init)),
      });
      await client.connect(transport);
      const written = { name: 'switch_default_registry', arguments: { registry: 'prod' } };
      const answer = await client.callTool(written);
      expect(answer).toMatchObject({ isError: true });
      expect(JSON.stringify(answer.content)).toContain('default_not_kept');
      expect(await registryOf(client)).toBe('dev');
      await client.close();
      await server.close();
    },
  );
});

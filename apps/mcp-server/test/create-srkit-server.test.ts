import {
  Client,
  InMemoryTransport,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient } from '@srkit/registry-client';
import { describe, expect, it } from 'vitest';
import { createSrkitServer } from '../src/create-srkit-server.ts';
import { aRecord, connect, connectToRegistry } from './connect.ts';

const url = 'http://localhost:8081';

describe('createSrkitServer', () => {
  it.each([
    [{ registries: [] }, /at least one/],
    [
      {
        registries: [
          { name: 'a', url },
          { name: 'a', url },
        ],
      },
      /'a'/,
    ],
    [{ registries: [{ name: '', url }] }, /name/],
    [{ registries: [{ name: 'a', url: 'localhost' }] }, /url/],
    [{ registries: [{ name: 'a', url, context: 'x:y' }] }, /context/],
    [{ registries: [{ name: 'a', url }], defaultRegistry: 'b' }, /'b'/],
  ])('refuses settings that cannot be used: %j', (options, said) => {
    expect(() => createSrkitServer(options)).toThrow(said);
  });

  it('works with a client that its owner made', async () => {
    const { fetch } = createEmbeddedRegistry();
    const client = createRegistryClient({ url, fetch });
    const { call } = await connect({ registries: [{ name: 'own', client }] });
    await client.versions.register('a', { schema: aRecord('R', 'a') });
    expect(await call('list_subjects')).toMatchObject({ subjects: ['a'] });
  });

  it('is mounted in a service as the documentation shows', async () => {
    const { fetch } = createEmbeddedRegistry();
    const srkit = createSrkitServer({
      registries: [{ name: 'production', url, fetch, viewOnly: true }],
    });
    const mcp = createMcpHandler(() => srkit.createMcpServer());
    const client = new Client(
      { name: 'test', version: '1.0.0' },
      { versionNegotiation: { mode: 'auto' } },
    );
    const transport = new StreamableHTTPClientTransport(new URL('http://service.test/mcp'), {
      fetch: (input, init) => mcp.fetch(new Request(input, init)),
    });
    await client.connect(transport);
    const answer = await client.callTool({ name: 'list_contexts', arguments: {} });
    expect(answer.structuredContent).toMatchObject({ total_contexts: 1 });
    await client.close();
  });

  it('says in instructions and in every answer, also of a failure, that a demo keeps nothing', async () => {
    const { call, client } = await connectToRegistry({ demo: {} });
    expect(client.getInstructions()).toContain('demo, nothing is kept');
    expect(await call('list_subjects')).toMatchObject({ notice: 'demo, nothing is kept' });
    const failed = await call('get_schema', { subject: 'none' });
    expect(failed).toMatchObject({ notice: 'demo, nothing is kept' });
  });

  it('says what the demo could not register', async () => {
    const missing = [{ file: 'a.avsc', reason: 'It is no JSON.' }];
    const { call } = await connectToRegistry({ demo: { notRegistered: () => missing } });
    expect(await call('list_subjects')).toMatchObject({ not_registered: missing });
  });

  it('keeps its instructions below what every client shows', async () => {
    const { client } = await connectToRegistry({ demo: {}, viewOnly: true });
    expect(client.getInstructions()?.length).toBeLessThan(2_048);
  });

  it('answers to the old names of tools without listing them', async () => {
    const { call, client } = await connectToRegistry();
    expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('get_config');
    expect(await call('get_config')).toMatchObject({ config: { compatibility: 'BACKWARD' } });
  });

  it('says that its list does not change, and lets nobody add to it unseen', async () => {
    const { client } = await connectToRegistry();
    expect(client.getServerCapabilities()).toEqual({ tools: { listChanged: false } });
    const mcp = createSrkitServer({ registries: [{ name: 'a', url }] }).createMcpServer();
    expect(() => mcp.registerTool('mine', {}, () => ({ content: [] }))).toThrow();
  });

  it('refuses a tool that there is not, and names the nearest', async () => {
    const { call } = await connectToRegistry();
    await expect(call('list_subject')).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('Did you mean list_subjects?'),
    });
  });

  it('ends calls that are under way when it is closed', async () => {
    const server = createSrkitServer({
      registries: [{ name: 'a', url, fetch: (_, init) => never(init?.signal) }],
    });
    const [near, far] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: 'test', version: '1.0.0' });
    await Promise.all([server.createMcpServer().connect(far), client.connect(near)]);
    const answer = client.callTool({ name: 'list_contexts', arguments: {} });
    setTimeout(() => server.close(), 50);
    expect(await answer).toMatchObject({ isError: true });
    await client.close();
  });
});

function never(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

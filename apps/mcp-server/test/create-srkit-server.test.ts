import {
  Client,
  InMemoryTransport,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistries } from '@srkit/registries';
import { createRegistryClient } from '@srkit/registry-client';
import { describe, expect, it } from 'vitest';
import { createSrkitServer } from '../src/create-srkit-server.ts';
import { aRecord, aSetting, connect, connectToRegistry } from './connect.ts';

const url = 'http://localhost:8081';

describe('createSrkitServer', () => {
  it.each([
    [{ registries: {} }, /at least one/],
    [{ registries: { '': { url } } }, /name/],
    [{ registries: { a: { url: 'localhost' } } }, /registries.a.url must be/],
    [{ registries: { a: { url, context: 'x:y' } } }, /registries.a.context must be/],
    [{ registries: { a: { url } }, default: 'b' }, /default must be/],
    [{ registries: { a: { url, proxy: 'http://proxy:3128' } } }, /createTransport/],
  ])('refuses settings that cannot be used: %j', (options, said) => {
    expect(() => createSrkitServer(options)).toThrow(said);
  });

  it('works with registries that their owner opened, and leaves it to them to close those', async () => {
    const registries = createRegistries({ registries: { own: aSetting('own') } });
    const server = createSrkitServer({ registries });
    await server.close();
    expect(await registries.get().client.subjects.list()).toEqual([]);
    await registries.close();
    expect(() => createSrkitServer({ registries, viewOnly: true })).toThrow("'viewOnly' belongs");
  });

  it('makes and closes the connections of what it opens itself', async () => {
    let closed = 0;
    const transport = () => ({
      fetch: createEmbeddedRegistry().fetch,
      close: async () => {
        closed += 1;
      },
    });
    const server = createSrkitServer({ registries: { a: { url } }, transport });
    const [near, far] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: 'test', version: '1.0.0' });
    await Promise.all([server.createMcpServer().connect(far), client.connect(near)]);
    const answer = await client.callTool({ name: 'list_subjects', arguments: {} });
    expect(answer).toMatchObject({ structuredContent: { total: 0 } });
    await server.close();
    expect(closed).toBe(1);
    const late = await client.callTool({ name: 'list_subjects', arguments: {} });
    expect(late).toMatchObject({ isError: true });
    await client.close();
  });

  it('works with a client that its owner made', async () => {
    const { fetch } = createEmbeddedRegistry();
    const client = createRegistryClient({ url, fetch });
    const { call } = await connect({ registries: { own: { client } } });
    await client.versions.register('a', { schema: aRecord('R', 'a') });
    expect(await call('list_subjects')).toMatchObject({ subjects: ['a'] });
  });

  it('is mounted in a service as the documentation shows', async () => {
    const { fetch } = createEmbeddedRegistry();
    const srkit = createSrkitServer({
      registries: { production: { url, fetch, viewOnly: true } },
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
    expect(client.getServerCapabilities()).toEqual({
      tools: { listChanged: false },
      resources: { listChanged: false },
      completions: {},
    });
    const mcp = createSrkitServer({ registries: { a: { url } } }).createMcpServer();
    expect(() => mcp.registerTool('mine', {}, () => ({ content: [] }))).toThrow();
    expect(() =>
      mcp.registerResource('mine', 'mine://a', {}, () => ({ contents: [] })),
    ).not.toThrow();
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
      registries: { a: { url, fetch: (_, init) => never(init?.signal) } },
    });
    const [near, far] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: 'test', version: '1.0.0' });
    await Promise.all([server.createMcpServer().connect(far), client.connect(near)]);
    const answer = client.callTool({ name: 'list_contexts', arguments: {} });
    setTimeout(() => void server.close(), 50);
    expect(await answer).toMatchObject({ isError: true });
    await client.close();
  });
});

function never(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldHttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { listen } from '@srkit/embedded-registry/node';
import { createRegistryClient } from '@srkit/registry-client';
import { expect, it, onTestFinished } from 'vitest';
import { createSrkitServer } from '../../src/create-srkit-server.ts';
import { aRecord } from '../connect.ts';
import { aSlowRegistry } from '../slow-registry.ts';
import { clientKinds, startWithClient } from './start.ts';

const statistics = { name: 'get_registry_statistics', arguments: {} };

/** A registry on a socket, read one by one, whose answers take their time. */
async function listening(subjects: number, delayMs: number) {
  const registry = createEmbeddedRegistry();
  const client = createRegistryClient({ url: 'http://slow.test', fetch: registry.fetch });
  for (let index = 0; index < subjects; index += 1) {
    await client.versions.register(`s${index}`, { schema: aRecord(`R${index}`, 'a') });
  }
  registry.faults.set([
    { kind: 'latency', delayMs },
    { kind: 'error', route: 'GET /schemas', status: 404, errorCode: 404 },
  ]);
  const { url, close } = await listen(registry, { port: 0 });
  onTestFinished(close);
  return url;
}

it.each(clientKinds)('tells %s over stdio how far long work is', async (kind) => {
  const environment = { SCHEMA_REGISTRY_URL: await listening(60, 100) };
  const { client, callWithProgress } = await startWithClient(kind, { environment });
  await client.listTools();
  const told: number[] = [];
  const answer = await callWithProgress(statistics, ({ progress }) => void told.push(progress));
  expect(answer).toMatchObject({ structuredContent: { total_schemas: 60 } });
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual([...new Set(told)].sort((one, other) => one - other));
  // The very last can be lost in a client that reads it together with the answer.
  expect(told.at(-1)).toBeLessThanOrEqual(60);
});

it('answers a client of the older SDK over stdio with the id of a task that takes long', async () => {
  // About nine seconds; five are waited for.
  const environment = { SCHEMA_REGISTRY_URL: await listening(100, 600) };
  const { client } = await startWithClient('SDK v1', { environment });
  // From here on the client checks answers against the output schemas.
  await client.listTools();
  const first = await client.callTool(statistics);
  expect(first).toMatchObject({
    structuredContent: { context: '*', task_state: 'running', task_id: expect.any(String) },
  });
  const { structuredContent } = first as { structuredContent: { task_id: string } };
  const { task_id } = structuredContent;
  const waiting = { name: 'get_task_progress', arguments: { task_id, wait_seconds: 50 } };
  expect(await client.callTool(waiting)).toMatchObject({
    structuredContent: { state: 'succeeded', result: { total_schemas: 100 } },
  });
});

it('tells a client of the older SDK over HTTP how far it is, and gives it both forms of the answer', async () => {
  const slow = await aSlowRegistry(60, 30);
  const server = createSrkitServer({ registries: { slow: slow.settings }, tasks: { waitMs: 100 } });
  onTestFinished(() => server.close());
  const handler = createMcpHandler(() => server.createMcpServer());
  const client = new OldClient({ name: 'test', version: '1.0.0' });
  const fetch = (input: string | URL, init?: RequestInit) =>
    handler.fetch(new Request(input, init));
  await client.connect(new OldHttpTransport(new URL('http://service.test/mcp'), { fetch }));
  onTestFinished(() => client.close());
  await client.listTools();
  const told: number[] = [];
  const options = { onprogress: ({ progress }: { progress: number }) => void told.push(progress) };
  const direct = await client.callTool(statistics, undefined, options);
  expect(direct.structuredContent).toMatchObject({ total_schemas: 60 });
  expect(told.length).toBeGreaterThan(1);
  const handedOver = await client.callTool(statistics);
  expect(handedOver.structuredContent).toMatchObject({ task_state: 'running' });
});

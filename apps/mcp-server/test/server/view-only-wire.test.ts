import type { IncomingMessage, ServerResponse } from 'node:http';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient } from '@srkit/registry-client';
import { effectOfRequest } from '@srkit/registry-protocol';
import { expect, it } from 'vitest';
import { aliases } from '../../src/tools/aliases.ts';
import { catalog } from '../../src/tools/catalog.ts';
import { argumentsOf, everyTool } from './every-tool.ts';
import { serveHttp, startWithClient } from './start.ts';

it('sends no write to a registry that is view-only, whatever tool is called', async () => {
  const registry = createEmbeddedRegistry();
  const arrived: { method: string; path: string }[] = [];
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '' } = request;
    arrived.push({ method, path: path.replace(/\?.*/, '') });
    const body = method === 'GET' ? null : Buffer.concat(await request.toArray());
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/json' };
    const answer = await registry.fetch(`http://registry${path}`, { method, headers, body });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  }
  const url = await serveHttp((request, response) => void pass(request, response));
  const direct = createRegistryClient({ url, fetch: registry.fetch });
  for (const context of ['.', '.created']) {
    for (const schema of ['"int"', '"long"']) {
      await direct.inContext(context).versions.register('orders', { schema });
    }
  }
  const before = JSON.stringify(registry.snapshot());

  const { client } = await startWithClient('SDK v2, 2025 era', {
    environment: {
      SCHEMA_REGISTRY_NAME_1: 'production',
      SCHEMA_REGISTRY_URL_1: url,
      VIEWONLY_1: 'true',
    },
  });
  const called = new Set<string>();
  let task: unknown;
  for (const step of everyTool('orders', {}, 'production')) {
    const [name] = step;
    const names = [name, ...[...aliases].flatMap(([alias, to]) => (to === name ? [alias] : []))];
    for (const each of names) {
      const answer = await client.callTool({ name: each, arguments: argumentsOf(step, task) });
      const { structuredContent } = answer as { structuredContent?: Record<string, unknown> };
      task = structuredContent?.['task_id'] ?? task;
    }
    called.add(name);
    // The same again, queued.
    const calls = [{ tool: name, arguments: argumentsOf(step, task) }];
    await client.callTool({ name: 'queue_tasks', arguments: { calls } });
  }
  await expect
    .poll(async () => {
      const answer = await client.callTool({ name: 'list_all_active_tasks', arguments: {} });
      return (answer as { structuredContent: { total: number } }).structuredContent.total;
    })
    .toBe(0);

  expect(called).toEqual(new Set(catalog.map(({ name }) => name)));
  expect(arrived.length).toBeGreaterThan(50);
  // Which vendor it is, is asked for in ways of other vendors, too.
  const writes = arrived.filter(
    ({ method, path }) => method !== 'GET' && effectOfRequest(method, path) !== 'read',
  );
  expect(writes).toEqual([]);
  expect(JSON.stringify(registry.snapshot())).toBe(before);
}, 120_000);

import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { createMemoryTaskStore } from '@srkit/tasks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSrkitServer } from '../../src/create-srkit-server.ts';
import { aRecord, aSetting, connectToRegistry } from '../connect.ts';

/** Clients of one server over HTTP, each signed in as somebody. */
async function callersOf(...names: readonly string[]) {
  const server = createSrkitServer({ registries: { default: aSetting('default') } });
  onTestFinished(() => server.close());
  const handler = createMcpHandler(() => server.createMcpServer());
  return Promise.all(
    names.map(async (clientId) => {
      const authInfo = { token: 'token', clientId, scopes: [] };
      const fetch: typeof globalThis.fetch = (input, init) =>
        handler.fetch(new Request(input, init), { authInfo });
      const client = new Client({ name: clientId, version: '1.0.0' });
      await client.connect(
        new StreamableHTTPClientTransport(new URL('http://service.test/mcp'), { fetch }),
      );
      onTestFinished(() => client.close());
      return async (name: string, written: Record<string, unknown> = {}) =>
        client.callTool({ name, arguments: written });
    }),
  );
}

describe('the tasks of a caller', () => {
  it('are seen and ended by nobody else', async () => {
    const [ann, bob, annAgain] = await callersOf('ann', 'bob', 'ann');
    const { structuredContent } = (await ann?.('get_registry_statistics')) ?? {};
    const { task_id } = structuredContent as { task_id: string };
    const unknown = {
      isError: true,
      content: [{ text: expect.stringContaining('task_not_found') }],
    };
    expect(await bob?.('get_task_progress', { task_id })).toMatchObject(unknown);
    expect(await bob?.('cancel_task', { task_id })).toMatchObject(unknown);
    const all = { ended: true };
    expect(await bob?.('list_all_active_tasks', all)).toMatchObject({
      structuredContent: { total: 0 },
    });
    expect(await annAgain?.('list_all_active_tasks', all)).toMatchObject({
      structuredContent: { tasks: [{ task_id, state: 'succeeded' }] },
    });
    expect(await annAgain?.('get_task_progress', { task_id })).toMatchObject({
      structuredContent: { state: 'succeeded' },
    });
  });

  it('are remembered in the store that the server was given', async () => {
    const store = createMemoryTaskStore();
    const first = await connectToRegistry({ tasks: { store } });
    const { task_id } = await first.call('get_registry_statistics');
    const second = await connectToRegistry({ tasks: { store } });
    expect(await second.call('get_task_progress', { task_id })).toMatchObject({
      state: 'succeeded',
      result: { total_schemas: 0 },
    });
  });

  it('hand out a large result in parts that fit, without doing the work again', async () => {
    const { call, registry, requests } = await connectToRegistry({ responseBudget: 3_000 });
    const names = Array.from({ length: 40 }, (_, index) => `.c${index + 10}`);
    for (const name of names) {
      await registry.inContext(name).versions.register('a', { schema: aRecord('R', 'a') });
    }
    const answer = await call('get_registry_statistics');
    const before = requests.length;
    let page = answer;
    const seen: unknown[] = [];
    for (;;) {
      seen.push(...(page['contexts'] as { context: string }[]).map(({ context }) => context));
      const offset = page['next_offset'];
      if (offset === undefined) break;
      const task = await call('get_task_progress', { task_id: answer['task_id'], offset });
      expect(JSON.stringify(task).length).toBeLessThan(4_000);
      page = task['result'] as typeof answer;
    }
    expect(seen).toEqual(['.', ...names]);
    expect(requests.length).toBe(before);
  });
});

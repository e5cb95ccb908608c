import { setTimeout as pause } from 'node:timers/promises';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSrkitServer } from '../../src/create-srkit-server.ts';
import type { TaskSettings } from '../../src/server-options.ts';
import { connect } from '../connect.ts';
import { aSlowRegistry } from '../slow-registry.ts';

const statistics = 'get_registry_statistics';

/** A server on a slow registry: 60 subjects take about 120 requests, 16 at a time. */
async function slowly(delayMs: number, tasks: TaskSettings) {
  const slow = await aSlowRegistry(60, delayMs);
  return { ...slow, ...(await connect({ registries: { slow: slow.settings }, tasks })) };
}

/** Waits until no request comes any more, and says how many there were. */
async function countedWhenQuiet(requests: readonly string[], quietMs: number): Promise<number> {
  let counted = -1;
  while (counted !== requests.length) {
    counted = requests.length;
    await pause(quietMs);
  }
  return counted;
}

describe('long work', () => {
  it('answers directly when it ends soon, with the task that keeps the answer', async () => {
    const { call } = await slowly(1, { waitMs: 30_000 });
    const answer = await call(statistics);
    expect(answer).toMatchObject({
      total_schemas: 60,
      total_contexts: 2,
      task_id: expect.any(String),
    });
    expect(answer).not.toHaveProperty('task_state');
    const { task_id, ...result } = answer;
    expect(await call('get_task_progress', { task_id })).toMatchObject({
      state: 'succeeded',
      tool: statistics,
      title: 'Get registry statistics (every context)',
      progress: { percent: 100, done: 60, total: 60, unit: 'subjects' },
      result,
    });
  });

  it('answers with the id of its task when it takes long, and goes on by itself', async () => {
    const { call, client } = await slowly(30, { waitMs: 50 });
    await client.listTools();
    // The client checks it against the output schema.
    const first = await call(statistics, { context: 'staging' });
    expect(first).toEqual({
      context: '.staging',
      task_id: expect.any(String),
      task_state: 'running',
      progress: expect.objectContaining({ errors: 0, retries: 0 }),
      next: expect.stringContaining('get_task_progress'),
    });
    const { task_id } = first;
    const running = await call('get_task_progress', { task_id });
    expect(running).toMatchObject({ task_id, state: 'running', arguments: { context: 'staging' } });
    expect(running).not.toHaveProperty('result');
    const ended = await call('get_task_progress', { task_id, wait_seconds: 30 });
    expect(ended).toMatchObject({ state: 'succeeded', result: { total_schemas: 30, total: 1 } });
  });

  it('hands its answer out in parts that come from the same task', async () => {
    const { call, requests } = await slowly(1, { waitMs: 30_000 });
    const first = await call(statistics, { limit: 1 });
    const { task_id } = first;
    expect(first).toMatchObject({ contexts: [{ context: '.' }], total: 2, next_offset: 1 });
    expect(first['more']).toContain(
      `call get_task_progress with task_id=${String(task_id)} and offset=1`,
    );
    const before = requests.length;
    const rest = await call('get_task_progress', { task_id, offset: 1 });
    expect(rest['result']).toMatchObject({ contexts: [{ context: '.staging' }], total: 2 });
    expect(rest['result']).not.toHaveProperty('more');
    expect(requests.length).toBe(before);
  });

  it('says what went wrong as any call does, at once and when it is asked later', async () => {
    const { call, slow } = await slowly(1, { waitMs: 30_000 });
    slow(1, { kind: 'error', status: 401, errorCode: 401 });
    const { error } = await call(statistics);
    expect(error).toMatchObject({ code: 'unauthorized', status: 401, registry: 'slow' });
    const { tasks } = await call('list_all_active_tasks', { ended: true });
    expect(tasks).toMatchObject([{ state: 'failed', tool: statistics, failure: error }]);
    const [{ task_id }] = tasks as [{ task_id: string }];
    const later = await call('get_task_progress', { task_id });
    expect(later).toMatchObject({ state: 'failed', failure: error });
    expect(later).not.toHaveProperty('error');
  });

  it('tells a client that asks how far it is, in order, and nothing after the answer', async () => {
    const { client } = await slowly(30, { waitMs: 1, waitWithProgressMs: 30_000 });
    const told: { progress: number; total?: number | undefined }[] = [];
    const options = { onprogress: (notice: (typeof told)[number]) => void told.push(notice) };
    const answer = await client.callTool({ name: statistics, arguments: {} }, options);
    expect(answer.structuredContent).toMatchObject({ total_schemas: 60 });
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(({ progress }) => progress)).toEqual(
      [...new Set(told.map(({ progress }) => progress))].sort((one, other) => one - other),
    );
    expect(told.at(-1)).toMatchObject({ progress: 60, total: 60 });
    const counted = told.length;
    await pause(300);
    expect(told.length).toBe(counted);
  });

  it('tells a client that waits for a task how far it is', async () => {
    const { client, call } = await slowly(30, { waitMs: 1 });
    const { task_id } = await call(statistics);
    const told: number[] = [];
    const answer = await client.callTool(
      { name: 'get_task_progress', arguments: { task_id, wait_seconds: 30 } },
      { onprogress: ({ progress }) => void told.push(progress) },
    );
    expect(answer.structuredContent).toMatchObject({ state: 'succeeded' });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(60);
  });
});

describe('a resource that is long work', () => {
  it('is waited for', async () => {
    const { client } = await slowly(10, { waitMs: 1 });
    const { contents } = await client.readResource({
      uri: 'registry://registries/slow/statistics',
    });
    const [content] = contents as { text: string }[];
    expect(JSON.parse(content?.text ?? '')).toMatchObject({ total_schemas: 60 });
  });
});

describe('what ends long work', () => {
  it('is its caller, while the call waits', async () => {
    const { client, call, requests } = await slowly(100, { waitMs: 30_000 });
    const giveUp = new AbortController();
    const answer = client.callTool({ name: statistics, arguments: {} }, { signal: giveUp.signal });
    await vi.waitFor(() => expect(requests.length).toBeGreaterThan(20), { timeout: 20_000 });
    giveUp.abort('enough');
    await expect(answer).rejects.toThrow('enough');
    const counted = await countedWhenQuiet(requests, 500);
    // Without the abort there are two for each of the 60 subjects.
    expect(counted).toBeLessThan(100);
    expect(await call('list_all_active_tasks', { ended: true })).toMatchObject({
      tasks: [{ state: 'cancelled', reason: expect.stringContaining('given up') }],
    });
  });

  it('is a client that goes away while its call waits', async () => {
    const slow = await aSlowRegistry(60, 100);
    const server = createSrkitServer({ registries: { slow: slow.settings } });
    onTestFinished(() => server.close());
    const [near, far] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: 'test', version: '1.0.0' });
    await Promise.all([server.createMcpServer().connect(far), client.connect(near)]);
    const answer = client.callTool({ name: statistics, arguments: {} });
    const rejected = expect(answer).rejects.toThrow();
    await vi.waitFor(() => expect(slow.requests.length).toBeGreaterThan(20), { timeout: 20_000 });
    await client.close();
    await rejected;
    expect(await countedWhenQuiet(slow.requests, 500)).toBeLessThan(100);
  });

  it('is not its caller, once the call has answered', async () => {
    const { client, call } = await slowly(30, { waitMs: 1 });
    const { task_id } = await call(statistics);
    const giveUp = new AbortController();
    const waiting = client.callTool(
      { name: 'get_task_progress', arguments: { task_id, wait_seconds: 50 } },
      { signal: giveUp.signal },
    );
    giveUp.abort('enough');
    await expect(waiting).rejects.toThrow('enough');
    expect(await call('get_task_progress', { task_id, wait_seconds: 50 })).toMatchObject({
      state: 'succeeded',
    });
  });

  it('is the end of the server', async () => {
    const slow = await aSlowRegistry(60, 100);
    const server = createSrkitServer({ registries: { slow: slow.settings }, tasks: { waitMs: 1 } });
    const [near, far] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: 'test', version: '1.0.0' });
    await Promise.all([server.createMcpServer().connect(far), client.connect(near)]);
    onTestFinished(() => client.close());
    await client.callTool({ name: statistics, arguments: {} });
    await vi.waitFor(() => expect(slow.requests.length).toBeGreaterThan(20), { timeout: 20_000 });
    await server.close();
    const counted = slow.requests.length;
    await pause(300);
    expect(slow.requests.length).toBe(counted);
    expect(counted).toBeLessThan(100);
    const late = await client.callTool({ name: statistics, arguments: {} });
    expect(late).toMatchObject({ isError: true });
  });
});

import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { expect, it } from 'vitest';
import { aSetting, connect, connectToRegistry } from '../../connect.ts';
import { serveHttp } from '../../server/start.ts';

it('says which are connected, degraded and down, and waits for none that never answers', async () => {
  const silent = await serveHttp(() => {});
  const { fetch } = createEmbeddedRegistry();
  const slow: typeof globalThis.fetch = async (input, init) => {
    await new Promise((next) => setTimeout(next, 60));
    return fetch(input, init);
  };
  const { call } = await connect({
    registries: {
      dev: { ...aSetting('dev'), slowMs: 60_000 },
      staging: { url: 'http://staging.test', fetch: slow, slowMs: 20 },
      prod: { url: silent, timeoutMs: 300 },
      backup: { url: 'http://127.0.0.1:9' },
    },
  });
  expect(await call('test_all_registries')).toMatchObject({
    summary: '1/4 healthy, 1 degraded, 2 down',
    total_registries: 4,
    connected: 1,
    degraded: 1,
    down: 2,
    registries: [
      { name: 'dev', state: 'connected', latency_ms: expect.any(Number) },
      { name: 'staging', state: 'degraded', problem: 'slow' },
      { name: 'prod', state: 'down', problem: 'timeout', reason: expect.any(String) },
      { name: 'backup', state: 'down', problem: 'connection_failed' },
    ],
  });
});

it('tests all at the same time', async () => {
  // Each answers only when all have been asked: one after the other none would.
  const asked = new Set<string>();
  let release = () => {};
  const everyOneAsked = new Promise<void>((resolve) => {
    release = resolve;
  });
  const names = ['a', 'b', 'c', 'd'];
  const waiting = (name: string) => {
    const { fetch } = createEmbeddedRegistry();
    const wait: typeof globalThis.fetch = async (input, init) => {
      asked.add(name);
      if (asked.size === names.length) release();
      await everyOneAsked;
      return fetch(input, init);
    };
    return { url: `http://${name}.test`, fetch: wait, slowMs: 60_000 };
  };
  const registries = Object.fromEntries(names.map((name) => [name, waiting(name)]));
  const { call } = await connect({ registries });
  expect(await call('test_all_registries')).toMatchObject({ summary: '4/4 healthy' });
});

it('sends nothing that could write, also to one that may be written to', async () => {
  const { call, requests } = await connectToRegistry({}, { slowMs: 60_000 });
  expect(await call('test_all_registries')).toMatchObject({ summary: '1/1 healthy' });
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
});

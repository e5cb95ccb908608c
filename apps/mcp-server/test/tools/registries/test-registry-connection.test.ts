import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { expect, it } from 'vitest';
import { aSetting, connect, connectToRegistry } from '../../connect.ts';
import { serveHttp } from '../../server/start.ts';

it('says that a registry answers, how fast, and what it is', async () => {
  const { call } = await connectToRegistry({}, { slowMs: 60_000 });
  expect(await call('test_registry_connection')).toEqual({
    state: 'connected',
    latency_ms: expect.any(Number),
    vendor: 'confluent',
    version: expect.any(String),
    can: expect.arrayContaining(['contexts']),
    cannot: [],
  });
});

it('calls one degraded that is slower than its settings allow', async () => {
  const { fetch } = createEmbeddedRegistry();
  const slow: typeof globalThis.fetch = async (input, init) => {
    await new Promise((next) => setTimeout(next, 60));
    return fetch(input, init);
  };
  const { call } = await connectToRegistry({}, { fetch: slow, slowMs: 20 });
  const answer = await call('test_registry_connection');
  expect(answer).toMatchObject({ state: 'degraded', problem: 'slow', vendor: 'confluent' });
  expect(answer['reason']).toContain('more than 20 ms');
});

it.each([
  [401, '{"error_code":401,"message":"Unauthorized"}', 'unauthorized'],
  [200, '<html>Log in</html>', 'invalid_response'],
  [503, 'busy', 'service_unavailable'],
])('says what is in the way of one that answers %i', async (status, body, problem) => {
  const url = await serveHttp((_, response) => {
    const isPage = body.startsWith('<');
    response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' });
    response.end(body);
  });
  const { call } = await connect({ registries: { dev: aSetting('dev'), prod: { url } } });
  const answer = await call('test_registry_connection', { registry: 'prod' });
  expect(answer).toMatchObject({ registry: 'prod', state: 'down', problem });
  expect(answer['reason']).toMatch(/\S/);
  expect(answer).not.toHaveProperty('can');
});

it('leads from a call that could not connect to this test', async () => {
  const { call } = await connect({ registries: { prod: { url: 'http://127.0.0.1:9' } } });
  const { error } = await call('list_subjects');
  expect(error).toMatchObject({
    code: 'connection_failed',
    next: expect.stringContaining('test_registry_connection'),
  });
});

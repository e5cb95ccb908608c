import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { expect, it } from 'vitest';
import { aRecord, aSetting, connect, connectToRegistry } from '../../connect.ts';
import { serveHttp } from '../../server/start.ts';

it('says what a registry is, how it is, and what applies in its context', async () => {
  const { call, registry } = await connectToRegistry({}, { context: 'staging', slowMs: 60_000 });
  const staging = registry.inContext('staging');
  await staging.versions.register('orders', { schema: aRecord('R', 'a') });
  await staging.config.updateGlobal({ compatibility: 'FULL' });
  await staging.mode.setGlobal('READONLY');
  expect(await call('get_registry_info')).toEqual({
    name: 'default',
    is_default: true,
    urls: ['http://registry.test'],
    view_only: false,
    context: '.staging',
    state: 'connected',
    latency_ms: expect.any(Number),
    vendor: 'confluent',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    can: expect.arrayContaining(['contexts', 'bulk_read', 'delete_context']),
    cannot: [],
    commit_id: expect.any(String),
    cluster_id: expect.any(String),
    total_contexts: 2,
    config: expect.objectContaining({ compatibility: 'FULL' }),
    mode: 'READONLY',
  });
});

it('names what a registry does not answer, and gives the rest', async () => {
  const { fetch } = createEmbeddedRegistry();
  const old: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.includes('/v1/metadata')) return fetch(input, init);
    return Response.json({ error_code: 404, message: 'HTTP 404 Not Found' }, { status: 404 });
  };
  const { call } = await connectToRegistry({}, { fetch: old, slowMs: 60_000 });
  const answer = await call('get_registry_info');
  expect(answer).toMatchObject({
    state: 'connected',
    total_contexts: 1,
    mode: 'READWRITE',
    unknown: [
      { fact: 'commit_id', reason: expect.stringMatching(/\S/) },
      { fact: 'cluster_id', reason: expect.stringMatching(/\S/) },
    ],
  });
  expect(answer).not.toHaveProperty('version');
});

it('says of a registry that is down what is configured, and what is in the way', async () => {
  const { call } = await connect({
    registries: { dev: aSetting('dev'), prod: { url: 'http://127.0.0.1:9', viewOnly: true } },
  });
  expect(await call('get_registry_info', { registry: 'prod' })).toEqual({
    registry: 'prod',
    name: 'prod',
    is_default: false,
    urls: ['http://127.0.0.1:9'],
    view_only: true,
    context: '.',
    state: 'down',
    problem: 'connection_failed',
    reason: expect.stringMatching(/\S/),
  });
});

it('does not wait for a registry that never answers', async () => {
  const url = await serveHttp(() => {});
  const { call } = await connect({ registries: { prod: { url, timeoutMs: 300 } } });
  expect(await call('get_registry_info')).toMatchObject({ state: 'down', problem: 'timeout' });
});

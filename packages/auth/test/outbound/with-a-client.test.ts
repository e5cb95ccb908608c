import { inspect } from 'node:util';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient, isRegistryError } from '@srkit/registry-client';
import { secret } from '@srkit/registry-protocol';
import { expect, test } from 'vitest';
import { oauthClientCredentials } from '../../src/outbound/index.ts';
import { aToken, aTokenService } from './token-service.ts';

const canary = 'canary-secret';

/** A registry that takes one token at a time, and says 401 to all others. */
function aGuardedRegistry() {
  const registry = createEmbeddedRegistry();
  const seen: Headers[] = [];
  const state = { accepted: 'token-1', refused: 0 };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    seen.push(request.headers);
    if (request.headers.get('authorization') === `Bearer ${state.accepted}`) {
      return registry.fetch(request);
    }
    state.refused += 1;
    return Response.json({ error_code: 401, message: 'Unauthorized' }, { status: 401 });
  };
  return { fetch, seen, state };
}

function aClient(service: ReturnType<typeof aTokenService>, fetch: typeof globalThis.fetch) {
  const credentials = oauthClientCredentials({
    tokenUrl: 'https://login.test/token',
    clientId: 'me',
    clientSecret: secret(canary),
    logicalCluster: 'lsrc-1',
    fetch: service.fetch,
  });
  return createRegistryClient({ url: 'http://registry.test', fetch, credentials, cache: false });
}

test('a client sends the token and Confluent’s headers, and gets one token for all requests', async () => {
  const service = aTokenService();
  const { fetch, seen } = aGuardedRegistry();
  const client = aClient(service, fetch);
  await Promise.all([
    client.versions.register('s', { schema: '"string"' }),
    client.config.getGlobal(),
    client.contexts.list(),
  ]);
  expect(service.seen).toHaveLength(1);
  expect(seen.map((headers) => headers.get('target-sr-cluster'))).toEqual(Array(3).fill('lsrc-1'));
});

test('a token that the registry does not take any more is renewed once for all', async () => {
  const service = aTokenService();
  const { fetch, state } = aGuardedRegistry();
  const client = aClient(service, fetch);
  await client.versions.register('s', { schema: '"string"' });
  state.accepted = 'token-2';
  const lists = await Promise.all(Array.from({ length: 5 }, () => client.subjects.list()));
  expect(lists).toEqual(Array(5).fill(['s']));
  expect(service.seen).toHaveLength(2);
});

test('a token that is never taken is an error that shows neither token nor secret', async () => {
  const service = aTokenService((count) => aToken(`token-canary-${count}`, 3_600));
  const { fetch, state } = aGuardedRegistry();
  state.accepted = 'nothing';
  const client = aClient(service, fetch);
  const error = await client.subjects.list().catch((reason: unknown) => reason);
  expect(isRegistryError(error, 'unauthorized')).toBe(true);
  expect(state.refused).toBe(2);
  for (const shown of [error, client]) expect(inspect(shown, { depth: 9 })).not.toContain('canary');
});

test('a token service that is down is said, and nothing is sent', async () => {
  const service = aTokenService(() => new Response('', { status: 503 }));
  const { fetch, seen } = aGuardedRegistry();
  const error = await aClient(service, fetch)
    .subjects.delete('s')
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'credentials_failed', outcomeUnknown: false });
  expect(seen).toHaveLength(0);
});

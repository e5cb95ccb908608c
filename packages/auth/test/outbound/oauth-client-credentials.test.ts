import { inspect } from 'node:util';
import { secret } from '@srkit/registry-protocol';
import { describe, expect, test } from 'vitest';
import {
  type AuthErrorCode,
  type ClientCredentialsOptions,
  isAuthError,
  oauthClientCredentials,
} from '../../src/outbound/index.ts';
import { aRequest, aToken, aTokenService } from './token-service.ts';

const canary = 'canary+secret/&%';

function someCredentials(
  service: ReturnType<typeof aTokenService>,
  options: Partial<ClientCredentialsOptions> = {},
) {
  return oauthClientCredentials({
    tokenUrl: 'https://login.test/oauth2/token',
    clientId: 'my client',
    clientSecret: secret(canary),
    fetch: service.fetch,
    ...options,
  });
}

async function failureOf(call: Promise<unknown>): Promise<Error & { code: AuthErrorCode }> {
  const error = await call.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (isAuthError(error)) return error;
  throw error;
}

describe('a token', () => {
  test('is asked for by the client credentials grant, and sent as a bearer', async () => {
    const service = aTokenService();
    const credentials = someCredentials(service, {
      scope: 'read write',
      parameters: { audience: 'sr' },
      logicalCluster: 'lsrc-1',
      identityPoolId: ['pool-1', 'pool-2'],
    });
    expect(await credentials.headers(aRequest())).toEqual({
      authorization: 'Bearer token-1',
      'target-sr-cluster': 'lsrc-1',
      'confluent-identity-pool-id': 'pool-1,pool-2',
    });
    const [request] = service.seen;
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      grant_type: 'client_credentials',
      scope: 'read write',
      audience: 'sr',
    });
    const pair = Buffer.from(request?.authorization?.slice(6) ?? '', 'base64').toString();
    // RFC 6749, 2.3.1: both are form-encoded first.
    expect(pair.split(':').map((part) => new URLSearchParams(`a=${part}`).get('a'))).toEqual([
      'my client',
      canary,
    ]);
  });

  test('can be asked for with id and secret in the form', async () => {
    const service = aTokenService();
    await someCredentials(service, { authentication: 'post' }).headers(aRequest());
    expect(service.seen[0]?.authorization).toBeNull();
    expect(service.seen[0]?.form.get('client_secret')).toBe(canary);
    expect(service.seen[0]?.form.get('client_id')).toBe('my client');
  });

  test('serves all requests, also those that come while it is fetched', async () => {
    const service = aTokenService();
    const credentials = someCredentials(service);
    const all = await Promise.all(
      Array.from({ length: 20 }, () => credentials.headers(aRequest())),
    );
    await credentials.headers(aRequest());
    expect(new Set(all.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer token-1']),
    );
    expect(service.seen).toHaveLength(1);
  });

  test('is renewed behind the scenes when a fifth of its life is left, and awaited when it has run out', async () => {
    let now = 0;
    const service = aTokenService((count) => aToken(`token-${count}`, 100));
    const credentials = someCredentials(service, { now: () => now });
    const sent = async () => (await credentials.headers(aRequest()))['authorization'];
    expect(await sent()).toBe('Bearer token-1');
    now = 79_000;
    expect(await sent()).toBe('Bearer token-1');
    expect(service.seen).toHaveLength(1);
    now = 80_000;
    expect(await sent()).toBe('Bearer token-1');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await sent()).toBe('Bearer token-2');
    now = 300_000;
    expect(await sent()).toBe('Bearer token-3');
  });

  test('stays in use while it is good, though the service is down', async () => {
    let now = 0;
    const service = aTokenService((count) =>
      count === 1 ? aToken('token-1', 100) : new Response('', { status: 503 }),
    );
    const credentials = someCredentials(service, { now: () => now });
    await credentials.headers(aRequest());
    now = 90_000;
    await credentials.headers(aRequest());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await credentials.headers(aRequest()))['authorization']).toBe('Bearer token-1');
    now = 100_000;
    expect((await failureOf(credentials.headers(aRequest()))).code).toBe('token_unavailable');
  });

  test('is not asked for with every request while the service is down', async () => {
    let now = 0;
    const service = aTokenService((count) =>
      count === 1 ? aToken('token-1', 100) : new Response('', { status: 503 }),
    );
    const credentials = someCredentials(service, { now: () => now });
    await credentials.headers(aRequest());
    now = 80_000;
    for (let index = 0; index < 5; index += 1) {
      await credentials.headers(aRequest());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(service.seen).toHaveLength(2);
    now = 85_000;
    await credentials.headers(aRequest());
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(service.seen).toHaveLength(3);
  });

  test('without a lifetime is good for the default one', async () => {
    let now = 0;
    const service = aTokenService((count) => aToken(`token-${count}`));
    const credentials = someCredentials(service, { now: () => now, defaultLifetimeMs: 1_000 });
    await credentials.headers(aRequest());
    now = 1_000;
    expect((await credentials.headers(aRequest()))['authorization']).toBe('Bearer token-2');
  });
});

describe('after a 401', () => {
  test('it is renewed once for all who were refused with it', async () => {
    const service = aTokenService();
    const credentials = someCredentials(service);
    const requests = [aRequest(), aRequest(), aRequest()];
    for (const request of requests) await credentials.headers(request);
    const answers = await Promise.all(requests.map((request) => credentials.refused(request)));
    expect(answers).toEqual([true, true, true]);
    expect(service.seen).toHaveLength(2);
    expect((await credentials.headers(aRequest()))['authorization']).toBe('Bearer token-2');
  });

  test('one who was refused with an older one gets the present one', async () => {
    const service = aTokenService();
    const credentials = someCredentials(service);
    const [early, late] = [aRequest(), aRequest()];
    await credentials.headers(early);
    await credentials.headers(late);
    await credentials.refused(early);
    expect(await credentials.refused(late)).toBe(true);
    expect(service.seen).toHaveLength(2);
  });
});

describe('what goes wrong', () => {
  test.each<[AuthErrorCode, RegExp, () => Response | Promise<Response>]>([
    [
      'token_refused',
      /invalid_client: who are you/,
      () =>
        Response.json(
          { error: 'invalid_client', error_description: 'who are you' },
          { status: 400 },
        ),
    ],
    ['token_refused', /HTTP 401/, () => new Response('no', { status: 401 })],
    ['token_unavailable', /HTTP 503/, () => new Response('', { status: 503 })],
    ['token_unavailable', /HTTP 429/, () => new Response('', { status: 429 })],
    ['invalid_response', /HTTP 200 without a token/, () => new Response('<html>')],
    ['invalid_response', /HTTP 404/, () => new Response('not here', { status: 404 })],
    [
      'token_unavailable',
      /cannot be reached: getaddrinfo ENOTFOUND/,
      () => {
        const cause = new Error('getaddrinfo ENOTFOUND login.test');
        throw new TypeError('fetch failed', { cause });
      },
    ],
  ])('is %s: %s', async (code, message, answer) => {
    const credentials = someCredentials(aTokenService(answer));
    const error = await failureOf(credentials.headers(aRequest()));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.message).toContain('login.test');
  });

  test('is tried again with the next request', async () => {
    const service = aTokenService((count) =>
      count === 1 ? new Response('', { status: 503 }) : aToken('token-2', 60),
    );
    const credentials = someCredentials(service);
    await failureOf(credentials.headers(aRequest()));
    expect((await credentials.headers(aRequest()))['authorization']).toBe('Bearer token-2');
  });

  test('is a service that never answers, too', async () => {
    const credentials = someCredentials(
      {
        seen: [],
        fetch: async (_, init) =>
          new Promise((__, reject) => {
            init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          }),
      },
      { timeoutMs: 30 },
    );
    expect((await failureOf(credentials.headers(aRequest()))).message).toMatch(/in time/);
  });

  test.each([{ tokenUrl: 'login.test' }, { clientSecret: JSON.parse('"plain"') }])(
    'is an option that cannot be right: %j',
    (options) => {
      expect(() => someCredentials(aTokenService(), options)).toThrow(
        expect.objectContaining({ code: 'invalid_argument' }),
      );
    },
  );

  test('never shows the secret', async () => {
    const echo = () =>
      Response.json({ error: 'invalid_client', error_description: canary }, { status: 400 });
    const credentials = someCredentials(aTokenService(echo));
    const error = await failureOf(credentials.headers(aRequest()));
    for (const shown of [inspect(error), JSON.stringify(error), inspect(credentials), error.stack])
      expect(shown).not.toContain(canary);
  });
});

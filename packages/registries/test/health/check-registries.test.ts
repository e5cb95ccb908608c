import { createServer as createProxy } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { oauthClientCredentials } from '@srkit/auth/outbound';
import { type StartedRegistry, type StartOptions, start } from '@srkit/embedded-registry/node';
import { createTransport } from '@srkit/registry-client/transport';
import { beforeAll, describe, expect, it, onTestFinished, test } from 'vitest';
import {
  checkRegistries,
  checkRegistry,
  createRegistries,
  type Registries,
  type RegistriesOptions,
  type RegistryHealth,
  type RegistrySettings,
  settingsTable,
} from '../../src/index.ts';
import { type Authority, anAuthority, type Identity, runOut } from '../certificates.ts';
import { aClosedPort, aLocalServer, aPlainServer } from '../local-server.ts';

/** An embedded registry on a socket, which ends with the test. */
async function aRegistry(options?: StartOptions): Promise<StartedRegistry> {
  const registry = await start(options);
  onTestFinished(async () => registry.stop());
  return registry;
}

const means: RegistriesOptions = {
  transport: createTransport,
  oauthCredentials: oauthClientCredentials,
};

function open(registries: Record<string, RegistrySettings>, options = means): Registries {
  const opened = createRegistries({ registries }, options);
  onTestFinished(async () => opened.close());
  return opened;
}

async function healthOf(settings: RegistrySettings, options = means): Promise<RegistryHealth> {
  return checkRegistry(open({ it: settings }, options).get(), { timeoutMs: 3_000 });
}

describe('a registry that is well', () => {
  it('is connected, and says what it is and can', async () => {
    const { url } = await aRegistry({ confluentVersion: '8.0.0' });
    expect(await healthOf({ url, viewOnly: true })).toEqual({
      registry: 'it',
      state: 'connected',
      urls: [url],
      latencyMs: expect.any(Number),
      vendor: 'confluent',
      version: '8.0.0',
      can: expect.objectContaining({
        contexts: true,
        bulkRead: true,
        import: true,
        deleteContext: false,
      }),
      viewOnly: true,
      problem: undefined,
      reason: undefined,
    });
  });

  it('is asked without anything being written, in whatever context it is', async () => {
    const registry = await aRegistry({ admin: true });
    const before = registry.snapshot();
    expect((await healthOf({ url: registry.url, context: 'staging' })).state).toBe('connected');
    const asked: { requests?: unknown } = (await (
      await fetch(`${registry.url}/_srkit/requests`)
    ).json()) as object;
    expect(JSON.stringify(asked)).not.toMatch(/POST|PUT|DELETE|register|update/);
    expect(registry.snapshot()).toEqual(before);
  });

  it('is so with the other of two addresses, where one is dead', async () => {
    const { url } = await aRegistry();
    const health = await healthOf({ url: [await aClosedPort(), url] });
    expect(health).toMatchObject({ state: 'connected', vendor: 'confluent' });
    expect(health.urls).toHaveLength(2);
  });

  it.each(['/config', 'listContexts'])('is so for a user who may not read %s', async (route) => {
    const registry = await aRegistry({ faults: [{ kind: 'error', route, status: 403 }] });
    expect(await healthOf({ url: registry.url })).toMatchObject({
      state: 'connected',
      vendor: 'confluent',
    });
  });
});

describe('a registry that is slow', () => {
  it('is degraded, by a threshold of its own or of who asks', async () => {
    const { url } = await aRegistry({ faults: [{ kind: 'latency', delayMs: 60 }] });
    const registries = open({ strict: { url, slowMs: 20 }, patient: { url, slowMs: 2_500 } });
    const [strict, patient] = await checkRegistries(registries);
    expect(strict).toMatchObject({ state: 'degraded', problem: 'slow', version: '8.1.5' });
    expect(strict?.reason).toMatch(/^It took \d+ ms to answer, which is more than 20 ms\.$/);
    expect(patient).toMatchObject({ state: 'connected', problem: undefined });
    expect(patient?.latencyMs).toBeGreaterThanOrEqual(50);
    const asked = await checkRegistry(registries.get('patient'), { slowMs: 10 });
    expect(asked).toMatchObject({ state: 'degraded', problem: 'slow' });
  });

  it('has a threshold by default that the table tells', async () => {
    const registries = open({ it: { url: 'http://h' } });
    expect(String(registries.get().slowMs)).toBe(settingsTable.slowMs.default);
  });

  it('is timed by the clock that is handed in', async () => {
    const { url } = await aRegistry();
    let time = 0;
    const now = () => (time += 700);
    const health = await checkRegistry(open({ it: { url } }).get(), { now });
    expect(health).toMatchObject({ latencyMs: 700, state: 'connected' });
  });

  it('is degraded where it answers, and only what it is cannot be found out', async () => {
    const registry = await aRegistry({
      faults: ['/contexts', '/schemas', '/v1/metadata/version'].map((route) => ({
        kind: 'no-answer',
        route,
      })),
    });
    const health = await checkRegistry(open({ it: { url: registry.url } }).get(), {
      timeoutMs: 300,
    });
    expect(health).toMatchObject({
      state: 'degraded',
      problem: 'timeout',
      version: undefined,
      can: undefined,
    });
    expect(health.latencyMs).toBeTypeOf('number');
  });
});

describe('a registry that is down', () => {
  const wrong = { user: 'me', password: 'wrong-canary' };

  it.each<[string, StartOptions, Partial<RegistrySettings>, { problem: string; reason: RegExp }]>([
    [
      'answers 503',
      { faults: [{ kind: 'error', status: 503 }] },
      {},
      { problem: 'service_unavailable', reason: /cannot serve at present \(HTTP 503\)/ },
    ],
    [
      'answers 503 and asks to come again in an hour',
      { faults: [{ kind: 'error', status: 503, retryAfterSeconds: 3_600 }] },
      {},
      { problem: 'service_unavailable', reason: /HTTP 503/ },
    ],
    [
      'answers 500',
      { faults: [{ kind: 'error', status: 500 }] },
      {},
      {
        problem: 'internal_server_error',
        reason: /It fails \(HTTP 500\)\. Look into its log/,
      },
    ],
    [
      'has lost its store',
      { faults: [{ kind: 'error', errorCode: 50001 }] },
      {},
      { problem: 'store_error', reason: /cannot read its store \(HTTP 500\)/ },
    ],
    [
      'takes no more requests',
      { faults: [{ kind: 'error', status: 429, retryAfterSeconds: 30 }] },
      {},
      { problem: 'rate_limited', reason: /no more requests at present \(HTTP 429\)/ },
    ],
    [
      'resets connections',
      { faults: [{ kind: 'connection-reset' }] },
      {},
      { problem: 'connection_failed', reason: /connection was cut/ },
    ],
    [
      'cuts answers off',
      { faults: [{ kind: 'cut-off', afterBytes: 3 }] },
      {},
      { problem: 'connection_failed', reason: /connection was cut/ },
    ],
    [
      'knows another password',
      { credentials: [{ username: 'me', password: 'right' }] },
      wrong,
      {
        problem: 'unauthorized',
        reason: /does not accept these credentials \(HTTP 401\)/,
      },
    ],
    [
      'wants a password and gets none',
      { credentials: [{ username: 'me', password: 'right' }] },
      {},
      { problem: 'unauthorized', reason: /wrong or missing/ },
    ],
    [
      'knows another token',
      { bearerTokens: [{ token: 'right' }] },
      { token: 'canary-token' },
      { problem: 'unauthorized', reason: /token/ },
    ],
    [
      'lets nobody read anything',
      { faults: [{ kind: 'error', status: 403 }] },
      {},
      { problem: 'forbidden', reason: /lets us read nothing \(HTTP 403\)/ },
    ],
  ])('because it %s', async (_, options, settings, { problem, reason }) => {
    const { url } = await aRegistry(options);
    const health = await healthOf({ url, ...settings });
    expect(health).toMatchObject({
      state: 'down',
      problem,
      urls: [url],
      version: undefined,
      can: undefined,
    });
    expect(health.reason).toMatch(reason);
    expect(JSON.stringify(health)).not.toContain('canary');
  });

  it('because it never answers, within the time that was given', async () => {
    const { url } = await aRegistry({ faults: [{ kind: 'no-answer' }] });
    const began = performance.now();
    const health = await checkRegistry(open({ it: { url } }).get(), { timeoutMs: 200 });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(health).toMatchObject({ state: 'down', problem: 'timeout', latencyMs: undefined });
    expect(health.reason).toMatch(/no answer within 200 ms/);
    const own = await healthOf({ url, timeoutMs: 50 });
    expect(own).toMatchObject({
      state: 'down',
      problem: 'timeout',
      reason: expect.stringContaining('no answer in time'),
    });
  });

  it('because nothing listens, its name is not known, or its port is of something else', async () => {
    const url = await aClosedPort();
    for (const options of [means, {}]) {
      expect(await healthOf({ url }, options)).toMatchObject({
        state: 'down',
        problem: 'connection_failed',
        reason: expect.stringContaining('Nothing listens at its address'),
      });
      expect(await healthOf({ url: 'http://no-such-host.invalid' }, options)).toMatchObject({
        reason: expect.stringContaining('host name is not known'),
      });
    }
    expect(await healthOf({ url: 'http://127.0.0.1:6667' }, {})).toMatchObject({
      reason: expect.stringContaining('belongs to another protocol'),
    });
    const kafka = await aPlainServer((socket) => socket.end('\0\0\0\0not http'));
    const health = await healthOf({ url: kafka });
    expect(health).toMatchObject({ state: 'down' });
    expect(health.reason).toMatch(/something else stands at its url|connection was cut/);
  });

  it.each<[string, number, Record<string, string>, string, string, RegExp]>([
    [
      'a page in place of an answer',
      200,
      { 'content-type': 'text/html' },
      '<html>Log in, canary</html>',
      'invalid_response',
      /a web page: something that is no registry/,
    ],
    [
      'a page without a type',
      200,
      {},
      '<!doctype html><p>canary',
      'invalid_response',
      /a web page/,
    ],
    [
      'JSON of something else',
      200,
      { 'content-type': 'application/json' },
      '["canary"]',
      'invalid_response',
      /something else than a registry’s configuration/,
    ],
    ['nothing', 200, {}, '', 'invalid_response', /something else than/],
    [
      'a page with an error',
      502,
      { 'content-type': 'text/html' },
      '<html>Bad gateway, canary</html>',
      'service_unavailable',
      /what stands before it does not reach it/,
    ],
    [
      'a page that is not found',
      404,
      { 'content-type': 'text/html' },
      '<html>Not found, canary</html>',
      'route_not_found',
      /no registry at its url \(HTTP 404\)/,
    ],
    [
      'a redirection to log in',
      302,
      { location: 'http://login/?token=canary' },
      '',
      'redirected',
      /redirection \(HTTP 302\)/,
    ],
    [
      'an error that is in no table',
      418,
      {},
      '{"error_code":41800,"message":"canary"}',
      'request_refused',
      /answered with an error \(HTTP 418\): request refused/,
    ],
  ])('because a proxy answers with %s', async (_, status, headers, body, problem, reason) => {
    const url = await aLocalServer((__, response) => {
      response.writeHead(status, headers);
      response.end(body);
    });
    const health = await healthOf({ url, token: 'token-canary' });
    expect(health).toMatchObject({ state: 'down', problem });
    expect(health.reason).toMatch(reason);
    expect(JSON.stringify(health)).not.toContain('canary');
  });

  it('because no token is to be had for it', async () => {
    const { url } = await aRegistry();
    const login = await aLocalServer((_, response) => {
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end('{"error":"invalid_client","error_description":"canary-secret is wrong"}');
    });
    const oauth = { clientId: 'me', clientSecret: 'canary-secret' };
    const health = await healthOf({ url, oauth: { ...oauth, tokenUrl: login } });
    expect(health).toMatchObject({ state: 'down', problem: 'credentials_failed' });
    expect(health.reason).toMatch(/No token could be had for it.*invalid_client/);
    const dead = await healthOf({ url, oauth: { ...oauth, tokenUrl: await aClosedPort() } });
    expect(dead).toMatchObject({ problem: 'credentials_failed' });
    const throwing = await healthOf({
      url,
      credentials: {
        headers() {
          throw new Error('canary');
        },
      },
    });
    expect(throwing).toMatchObject({ problem: 'credentials_failed' });
    for (const each of [health, dead, throwing])
      expect(JSON.stringify(each)).not.toContain('canary');
  });

  it('because no client can be made of what was handed in', async () => {
    const broken = {
      transport: () => {
        throw new TypeError('canary');
      },
    };
    const health = await healthOf({ url: 'https://h' }, broken);
    expect(health).toMatchObject({ state: 'down', problem: 'not_usable', urls: [] });
    expect(health.reason).toBe('A client cannot be made of its settings (TypeError).');
    const oauth = {
      tokenUrl: 'https://t',
      clientId: 'c',
      clientSecret: 's',
      authentication: 'basic' as const,
    };
    const refusing = await healthOf(
      { url: 'https://h', oauth },
      {
        oauthCredentials: (settings) =>
          oauthClientCredentials({ ...settings, tokenUrl: 'nonsense' }),
      },
    );
    expect(refusing.reason).toMatch(/^A client cannot be made of its settings: .*tokenUrl/);
  });
});

describe('over TLS', () => {
  let authority: Authority;
  let server: Identity;
  let ours: Identity;
  beforeAll(async () => {
    authority = await anAuthority('ours');
    server = await authority.sign('registry', ['127.0.0.1', 'registry.internal']);
    ours = await authority.sign('client');
  });

  it('is connected with the authority, and with the pair that it asks for', async () => {
    const plain = await aRegistry({ tls: server });
    const mutual = await aRegistry({ tls: { ...server, clientCa: authority.cert } });
    const ca = authority.cert;
    expect(await healthOf({ url: plain.url, tls: { ca } })).toMatchObject({ state: 'connected' });
    const byName = { ca, servername: 'registry.internal' };
    expect(await healthOf({ url: plain.url, tls: byName })).toMatchObject({ state: 'connected' });
    expect(await healthOf({ url: mutual.url, tls: { ca, ...ours } })).toMatchObject({
      state: 'connected',
    });
  });

  it('is down with a sentence for each mistake', async () => {
    const plain = await aRegistry({ tls: server });
    const expired = await aRegistry({ tls: await authority.sign('old', ['127.0.0.1'], runOut) });
    const elsewhere = await aRegistry({ tls: await authority.sign('elsewhere', ['other.test']) });
    const mutual = await aRegistry({ tls: { ...server, clientCa: authority.cert } });
    const stranger = await (await anAuthority('theirs')).sign('client');
    const http = await aRegistry();
    const ca = authority.cert;
    const cases: [RegistrySettings, RegExp][] = [
      [{ url: plain.url }, /authority that is not trusted here\. Set tls\.caFile/],
      [{ url: expired.url, tls: { ca } }, /certificate has expired/],
      [{ url: elsewhere.url, tls: { ca } }, /for other host names.*tls\.servername/],
      [{ url: mutual.url, tls: { ca } }, /client certificate/],
      [{ url: mutual.url, tls: { ca, ...stranger } }, /client certificate/],
      [{ url: http.url.replace('http:', 'https:') }, /do not agree on TLS/],
      [
        { url: plain.url.replace('https:', 'http:') },
        /connection was cut|something else stands|HTTP 400/,
      ],
    ];
    for (const [settings, reason] of cases) {
      const health = await healthOf(settings);
      expect(health).toMatchObject({ state: 'down' });
      expect(health.reason).toMatch(reason);
    }
  });
});

test('through a proxy that lets us through, and one that does not', async () => {
  const { url } = await aRegistry();
  const through: string[] = [];
  const proxy = createProxy().on('connect', (request, socket, head) => {
    const { authorization = '' } = { authorization: request.headers['proxy-authorization'] };
    if (authorization !== `Basic ${Buffer.from('me:canary').toString('base64')}`) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [host, port] = (request.url ?? '').split(':');
    through.push(String(port));
    const upstream = connectSocket(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const address = proxy.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const good = await healthOf({ url, proxy: `http://me:canary@127.0.0.1:${port}` });
  expect(good).toMatchObject({ state: 'connected' });
  expect(through.length).toBeGreaterThan(0);
  const refused = await healthOf({ url, proxy: `http://me:wrong-canary@127.0.0.1:${port}` });
  expect(refused).toMatchObject({
    state: 'down',
    reason: expect.stringContaining('The proxy did not let us through'),
  });
  expect(JSON.stringify([good, refused])).not.toContain('canary');
});

test('all are checked at the same time: those that hang delay no other', async () => {
  const well = await aRegistry();
  const hanging = await aRegistry({ faults: [{ kind: 'no-answer' }] });
  const settings = Object.fromEntries([
    ...Array.from({ length: 8 }, (_, index) => [`hanging-${index}`, { url: hanging.url }]),
    ['well', { url: well.url }],
    ['dead', { url: await aClosedPort() }],
  ]);
  const registries = open(settings);
  const began = performance.now();
  const health = await checkRegistries(registries, { timeoutMs: 400 });
  expect(performance.now() - began).toBeLessThan(8 * 400);
  expect(health.map(({ registry }) => registry)).toEqual(registries.names);
  expect(health.map(({ state }) => state)).toEqual([...Array(8).fill('down'), 'connected', 'down']);
});

test('a caller can end a check, and closed registries are an error', async () => {
  const { url } = await aRegistry({ faults: [{ kind: 'no-answer' }] });
  const registries = open({ it: { url } });
  const reason = new Error('enough');
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 30);
  await expect(checkRegistries(registries, { signal: controller.signal })).rejects.toBe(reason);
  await expect(checkRegistry(registries.get(), { signal: controller.signal })).rejects.toBe(reason);
  const held = registries.get();
  await registries.close();
  await expect(checkRegistry(held)).rejects.toMatchObject({ code: 'closed' });
  await expect(checkRegistries(registries)).rejects.toMatchObject({ code: 'closed' });
});

test('a registry that comes back is connected again, though nobody opened it anew', async () => {
  const registry = await aRegistry();
  const opened = open({ it: { url: registry.url } }).get();
  for (const status of [503, 429, 401]) {
    registry.faults.set([{ kind: 'error', status, retryAfterSeconds: 60 }]);
    expect(await checkRegistry(opened)).toMatchObject({
      state: 'down',
      reason: expect.stringContaining(`HTTP ${status}`),
    });
  }
  registry.faults.clear();
  expect((await checkRegistry(opened)).state).toBe('connected');
});

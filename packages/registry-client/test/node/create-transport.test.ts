import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { connect, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { secret } from '@srkit/registry-protocol';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { createTransport, type TransportOptions } from '../../src/node/index.ts';
import { failureOf } from '../failure-of.ts';
import { type Authority, anAuthority, type Identity, runOut } from './certificates.ts';

let authority: Authority;
let other: Authority;
let server: Identity;

beforeAll(async () => {
  [authority, other] = await Promise.all([anAuthority('Private CA'), anAuthority('Other CA')]);
  server = await authority.sign('localhost', ['localhost', '127.0.0.1']);
});

/** Starts a registry over TLS that says who asked. */
async function aTlsServer(options: ServerOptions, hostname = 'localhost'): Promise<string> {
  const https = createHttpsServer(options, (request, response) => {
    const client = 'getPeerCertificate' in request.socket ? request.socket : undefined;
    const subject = (
      client as { getPeerCertificate?: () => { subject?: { CN?: string } } } | undefined
    )?.getPeerCertificate?.().subject?.CN;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify([subject ?? 'nobody']));
  });
  return `https://${hostname}:${await portOf(https)}`;
}

async function portOf(listening: Server): Promise<number> {
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => {
    listening.closeAllConnections();
    listening.close();
  });
  const address = listening.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function aClient(url: string, options: TransportOptions) {
  const transport = createTransport(options);
  onTestFinished(async () => transport.close());
  return createRegistryClient({ url, fetch: transport.fetch, retry: false });
}

describe('an authority of our own', () => {
  test('is trusted when it is named, and nobody else is less', async () => {
    const url = await aTlsServer(server);
    expect(await aClient(url, { ca: authority.cert }).subjects.list()).toEqual(['nobody']);
    expect(await aClient(url, { ca: [other.cert, authority.cert] }).ping()).toBeUndefined();
  });

  test.each([
    ['no authority', () => ({})],
    ['another authority', () => ({ ca: other.cert })],
  ])('is not trusted with %s', async (_, options) => {
    const error = await failureOf(aClient(await aTlsServer(server), options()).subjects.list());
    expect(error).toMatchObject({ code: 'connection_failed', retryable: false });
    expect(error.message).toMatch(/certificate is not trusted here/);
  });

  test('does not help a certificate that has run out', async () => {
    const expired = await authority.sign('localhost', ['localhost'], runOut);
    const url = await aTlsServer(expired);
    const error = await failureOf(aClient(url, { ca: authority.cert }).subjects.list());
    expect(error.message).toMatch(/certificate has expired|CERT_HAS_EXPIRED/);
  });

  test('does not help a certificate for another host, unless its name is given', async () => {
    const elsewhere = await authority.sign('registry.test', ['registry.test']);
    const url = await aTlsServer(elsewhere);
    const error = await failureOf(aClient(url, { ca: authority.cert }).subjects.list());
    expect(error).toMatchObject({ code: 'connection_failed', retryable: false });
    const named = aClient(url, { ca: authority.cert, servername: 'registry.test' });
    expect(await named.subjects.list()).toEqual(['nobody']);
  });
});

describe('a certificate of our own', () => {
  const mutual = (): ServerOptions => ({
    ...server,
    ca: authority.cert,
    requestCert: true,
    rejectUnauthorized: true,
  });

  test('is shown to a registry that asks for one', async () => {
    const { cert, key } = await authority.sign('team-a');
    const url = await aTlsServer(mutual());
    const client = aClient(url, { ca: authority.cert, cert, key: secret(key) });
    expect(await client.subjects.list()).toEqual(['team-a']);
  });

  test('can have an encrypted key', async () => {
    const { cert, key } = await authority.sign('team-b');
    const encrypted = createPrivateKey(key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'canary',
    });
    const client = aClient(await aTlsServer(mutual()), {
      ca: authority.cert,
      cert,
      key: String(encrypted),
      passphrase: secret('canary'),
    });
    expect(await client.subjects.list()).toEqual(['team-b']);
  });

  test('is asked for in words when there is none, and one of another authority is refused', async () => {
    const url = await aTlsServer(mutual());
    const without = await failureOf(aClient(url, { ca: authority.cert }).subjects.list());
    expect(without.code).toBe('connection_failed');
    const foreign = await other.sign('stranger');
    const stranger = aClient(url, { ca: authority.cert, ...foreign });
    expect((await failureOf(stranger.subjects.list())).code).toBe('connection_failed');
  });
});

describe('a proxy', () => {
  /** A proxy that tunnels, and what it was asked. */
  async function aProxy(): Promise<{ url: string; asked: string[]; authorizations: unknown[] }> {
    const asked: string[] = [];
    const authorizations: unknown[] = [];
    const proxy = createHttpServer((_, response) => response.writeHead(400).end());
    proxy.on('connect', (request, socket: Socket, head: Buffer) => {
      asked.push(request.url ?? '');
      authorizations.push(request.headers['proxy-authorization']);
      const [, port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.write(head);
        upstream.pipe(socket);
        socket.pipe(upstream);
      });
      for (const end of [socket, upstream]) end.on('error', () => {});
    });
    return { url: `http://127.0.0.1:${await portOf(proxy)}`, asked, authorizations };
  }

  test('is gone through, with credentials and mutual TLS behind it', async () => {
    const { cert, key } = await authority.sign('team-a');
    const registry = await aTlsServer({ ...server, ca: authority.cert, requestCert: true });
    const proxy = await aProxy();
    const client = aClient(registry, {
      ca: authority.cert,
      cert,
      key,
      proxy: proxy.url.replace('//', '//user:p%40ss@'),
    });
    expect(await client.subjects.list()).toEqual(['team-a']);
    expect(proxy.asked).toEqual([new URL(registry).host]);
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('user:p@ss').toString('base64')}`]);
  });

  test('that is not there is said', async () => {
    const client = aClient(await aTlsServer(server), { proxy: 'http://127.0.0.1:1' });
    expect((await failureOf(client.subjects.list())).code).toBe('connection_failed');
  });
});

describe('connections', () => {
  test('are kept, as many as allowed, and ended by close()', async () => {
    const sockets = new Set<Socket>();
    const http = createHttpServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      setTimeout(() => response.end('[]'), 5);
    });
    http.on('connection', (socket: Socket) => {
      sockets.add(socket);
    });
    const url = `http://127.0.0.1:${await portOf(http)}`;
    const transport = createTransport({ connections: 3 });
    const client = createRegistryClient({
      url,
      fetch: transport.fetch,
      cache: false,
      retry: false,
    });
    await Promise.all(Array.from({ length: 30 }, () => client.subjects.list()));
    expect(sockets.size).toBe(3);
    await transport.close();
    expect((await failureOf(client.subjects.list())).code).toBe('connection_failed');
  });

  test('end with their request when it is aborted', async () => {
    const http = createHttpServer(() => {});
    const url = `http://127.0.0.1:${await portOf(http)}`;
    const client = aClient(url, {});
    const controller = new AbortController();
    const call = failureOf(client.subjects.delete('s', { signal: controller.signal }));
    await once(http, 'request');
    controller.abort();
    expect(await call).toMatchObject({ code: 'aborted', outcomeUnknown: true });
  });
});

test.each(['user:canary@proxy:3128', 'http://user:canary#x@', 'ftp://user:canary@proxy'])(
  'a proxy that is no address is refused without being repeated: %#',
  (proxy) => {
    let thrown: unknown;
    try {
      createTransport({ proxy });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'invalid_argument' });
    expect(inspect(thrown, { depth: 9 })).not.toContain('canary');
  },
);

test('a transport shows no secrets', async () => {
  const { cert, key } = await authority.sign('team-a');
  const options = {
    cert,
    key: secret(key),
    passphrase: secret('canary'),
    proxy: 'http://u:canary@p',
  };
  const transport = createTransport(options);
  expect(inspect(transport, { depth: 10, showHidden: true })).not.toMatch(/canary|BEGIN PRIVATE/);
  expect(JSON.stringify(transport)).not.toMatch(/canary|BEGIN PRIVATE/);
  await transport.close();
});

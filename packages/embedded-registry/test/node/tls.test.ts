import { once } from 'node:events';
import { type RequestOptions, request } from 'node:https';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { secret } from '@srkit/registry-protocol';
import { beforeAll, describe, expect, test } from 'vitest';
import { start } from '../../src/node/index.ts';
import { aServer } from '../a-server.ts';
import { certificates, type Identity } from './certificates.ts';

let authority: Identity;
let own: Identity;
let stranger: Identity;

beforeAll(async () => {
  ({ authority, own } = await certificates());
  ({ own: stranger } = await certificates());
});

/** Asks over TLS; trusts the authority, keeps the connection. */
function ask(url: string, options: RequestOptions = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/subjects`, { ca: authority.cert, ...options }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('answers over TLS, and to nobody who does not trust it', async () => {
  const { url } = await aServer('socket', { tls: own });
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(url)).toEqual({ status: 200, text: '[]' });
  await expect(ask(url, { ca: stranger.cert })).rejects.toThrow(/certificate/);
  await expect(fetch(url.replace('https', 'http'))).rejects.toThrow();
});

test('takes a key that is wrapped, and bytes', async () => {
  const tls = { key: secret(own.key), cert: Buffer.from(own.cert) };
  const { url } = await aServer('socket', { tls });
  expect(await ask(url)).toMatchObject({ status: 200 });
});

test('lets only clients in whose certificate its authority signed', async () => {
  const { url } = await aServer('socket', { tls: { ...own, clientCa: authority.cert } });
  expect(await ask(url, { cert: own.cert, key: own.key })).toMatchObject({ status: 200 });
  await expect(ask(url)).rejects.toThrow();
  await expect(ask(url, { cert: stranger.cert, key: stranger.key })).rejects.toThrow();
});

test.each([
  ['no PEM', () => ({ key: 'hush-hush', cert: own.cert })],
  ['the key of another', () => ({ key: stranger.key, cert: own.cert })],
])('refuses %s with a sentence, without the key', async (_, tls) => {
  const refused = await start({ tls: tls() }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ message: /^The TLS key and certificate cannot be used: .+PEM/ });
  expect(inspect(refused)).not.toMatch(/hush-hush|PRIVATE KEY/);
});

describe('faults', () => {
  test('reset the connection below TLS', async () => {
    const { url } = await aServer('socket', { tls: own, faults: [{ kind: 'connection-reset' }] });
    await expect(ask(url)).rejects.toMatchObject({
      code: 'ECONNRESET',
      message: 'read ECONNRESET',
    });
  });

  test('cut a body off', async () => {
    const faults = [{ kind: 'cut-off', afterBytes: 1 }] as const;
    const { url } = await aServer('socket', { tls: own, faults });
    await expect(ask(url)).rejects.toMatchObject({ code: 'ECONNRESET', message: 'aborted' });
  });
});

test('ends although clients keep their connections, shake no hands, or wait for no answer', async () => {
  const registry = await start({ tls: own, faults: [{ kind: 'no-answer', method: 'DELETE' }] });
  await ask(registry.url);
  const silent = connect(registry.port, '127.0.0.1');
  await once(silent, 'connect');
  const cut = once(silent, 'close');
  const waiting = ask(registry.url, { method: 'DELETE' });
  waiting.catch(() => {});
  await expect.poll(() => registry.faults.list()).toMatchObject([{ injected: 1 }]);
  await registry.stop();
  await expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' });
  await cut;
});

import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';
import { aLocalServer, answerJson, aPlainServer } from '../local-server.ts';

const timeoutMs = 150;

/** How a call fails, and whether that takes no longer than its time. */
async function timed(call: () => Promise<unknown>) {
  const start = performance.now();
  const failure = failureOf(call()).then((error) => ({ error, tookMs: performance.now() - start }));
  const late = await Promise.race([failure.then(() => false), goneBy(timeoutMs).then(() => true)]);
  return { ...(await failure), isInTime: !late };
}

/** A while after some time, in turns: a machine that stands still delays it as it delays what is awaited. */
async function goneBy(milliseconds: number): Promise<void> {
  await pause(milliseconds);
  for (let turn = 0; turn < 20; turn += 1) await pause(5);
}

const headersOnly =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n["a",';

describe.each([
  ['never answers', () => {}],
  [
    'sends headers and a beginning, then nothing',
    (socket: { write(text: string): void }) => void socket.write(headersOnly),
  ],
])('a server that %s', (_, connected) => {
  test('is given up in time', async () => {
    const { url } = await aPlainServer(
      (socket) => void socket.once('data', () => connected(socket)),
    );
    const { error, tookMs, isInTime } = await timed(() =>
      createRegistryClient({ url, timeoutMs, retry: false }).subjects.list(),
    );
    expect(error).toMatchObject({ code: 'timeout', retryable: true, outcomeUnknown: false });
    expect(error.message).toContain(`${timeoutMs} ms`);
    expect(tookMs).toBeGreaterThan(timeoutMs - 10);
    expect(isInTime).toBe(true);
  });

  test('leaves the outcome of a write unknown', async () => {
    const { url } = await aPlainServer(
      (socket) => void socket.once('data', () => connected(socket)),
    );
    const client = createRegistryClient({ url, timeoutMs, retry: false });
    const error = await failureOf(client.versions.register('s', { schema: '"string"' }));
    expect(error).toMatchObject({ code: 'timeout', retryable: false, outcomeUnknown: true });
    expect(error.advice).toContain('read back');
  });

  test('can be left by the caller, who is told so', async () => {
    const { url } = await aPlainServer(
      (socket) => void socket.once('data', () => connected(socket)),
    );
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    const call = createRegistryClient({ url, retry: false }).subjects.list({
      signal: controller.signal,
    });
    expect(await failureOf(call)).toMatchObject({ code: 'aborted', retryable: false });
  });
});

test('a fetch that does not listen to its signal is given up too', async () => {
  const fetch = () => new Promise<Response>(() => {});
  const client = createRegistryClient({ url: 'http://registry', fetch, timeoutMs, retry: false });
  const { error, isInTime } = await timed(() => client.ping());
  expect(error.code).toBe('timeout');
  expect(isInTime).toBe(true);
});

test('credentials that never come are given up, and nothing was sent', async () => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, {}));
  const credentials = { headers: () => new Promise<Record<string, string>>(() => {}) };
  const client = createRegistryClient({ url, credentials, timeoutMs, retry: false });
  const { error, isInTime } = await timed(() => client.subjects.delete('s'));
  expect(error).toMatchObject({ code: 'timeout', outcomeUnknown: false, retryable: true });
  expect(isInTime).toBe(true);
  expect(seen).toHaveLength(0);
});

test('a call whose caller has aborted before is not sent', async () => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, [1]));
  const call = createRegistryClient({ url, retry: false }).subjects.delete('s', {
    signal: AbortSignal.abort(),
  });
  expect(await failureOf(call)).toMatchObject({ code: 'aborted', outcomeUnknown: false });
  expect(seen).toHaveLength(0);
});

test('an aborted write may have been done', async () => {
  const { url } = await aLocalServer(() => {});
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('not now')), 30);
  const call = createRegistryClient({ url, retry: false }).subjects.delete('s', {
    signal: controller.signal,
  });
  const error = await failureOf(call);
  expect(error).toMatchObject({ code: 'aborted', outcomeUnknown: true });
  expect(error.cause).toMatchObject({ message: 'not now' });
});

test('calls leave no listener on a signal and no timer', async () => {
  const { url } = await aLocalServer((response) => answerJson(response, []));
  const client = createRegistryClient({ url, timeoutMs: 60_000 });
  const { signal } = new AbortController();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  await client.subjects.list({ signal });
  const before = timers();
  for (let count = 0; count < 50; count += 1) await client.subjects.list({ signal });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(timers()).toBeLessThanOrEqual(before);
});

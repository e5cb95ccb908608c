import { expect, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';
import { aClosedPort, aPlainServer } from '../local-server.ts';

test('a registry that is down is connection_failed, and nothing was done', async () => {
  const url = await aClosedPort();
  const error = await failureOf(createRegistryClient({ url, retry: false }).subjects.delete('s'));
  expect(error).toMatchObject({
    code: 'connection_failed',
    retryable: true,
    outcomeUnknown: false,
  });
  expect(error.message).toContain('ECONNREFUSED');
  expect(error.message).toContain('Nothing listens there');
  expect(error.cause).toBeInstanceOf(Error);
  expect(JSON.stringify(error)).toContain('deleteSubject');
});

test('a host that nobody knows is connection_failed, and not worth sending again', async () => {
  const error = await failureOf(
    createRegistryClient({ url: 'http://host.invalid', retry: false }).ping(),
  );
  expect(error.code).toBe('connection_failed');
  expect(error.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
});

test('a port that no fetch speaks to is said to be one', async () => {
  const error = await failureOf(
    createRegistryClient({ url: 'http://127.0.0.1:1', retry: false }).ping(),
  );
  expect(error).toMatchObject({ code: 'connection_failed', retryable: false });
  expect(error.message).toContain('No fetch speaks to this port');
});

test('a connection that is cut after the request leaves the outcome of a write unknown', async () => {
  const { url } = await aPlainServer((socket) => {
    socket.once('data', () => socket.destroy());
  });
  const client = createRegistryClient({ url, retry: false });
  expect(await failureOf(client.subjects.list())).toMatchObject({
    code: 'connection_failed',
    retryable: true,
  });
  const error = await failureOf(client.versions.register('s', { schema: '"int"' }));
  expect(error).toMatchObject({ retryable: false, outcomeUnknown: true });
  expect(error.message).toContain('read back');
});

test('https to a port that speaks http says so', async () => {
  const { url } = await aPlainServer((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  });
  const error = await failureOf(
    createRegistryClient({ url: url.replace('http', 'https'), retry: false }).ping(),
  );
  expect(error).toMatchObject({ code: 'connection_failed', retryable: false });
  expect(error.message).toContain('http and https');
});

test.each([
  ['an error', new TypeError('strange'), 'strange'],
  ['an error with a cause', new Error('outer', { cause: new Error('inner') }), 'inner'],
  ['a text', 'just text', 'just text'],
  ['nothing', undefined, 'undefined'],
  [
    'an error with errors',
    new AggregateError([Object.assign(new Error('first'), { code: 'ECONNREFUSED' })], ''),
    'first (ECONNREFUSED)',
  ],
])('whatever a fetch throws becomes a RegistryError: %s', async (_, thrown, text) => {
  const fetch = async () => {
    throw thrown;
  };
  const client = createRegistryClient({ url: 'http://registry', fetch, retry: false });
  const error = await failureOf(client.subjects.list());
  expect(error.code).toBe('connection_failed');
  expect(error.message).toContain(text);
});

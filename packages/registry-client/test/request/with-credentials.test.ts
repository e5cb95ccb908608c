import { secret } from '@srkit/registry-protocol';
import { expect, test } from 'vitest';
import { basicCredentials, bearerCredentials, createRegistryClient } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';
import { aLocalServer, answerJson } from '../local-server.ts';

const unauthorized = { error_code: 401, message: 'Unauthorized' };

test('credentials are asked before every request and told what it is', async () => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, []));
  const asked: string[] = [];
  const client = createRegistryClient({
    url,
    credentials: {
      headers(request) {
        asked.push(`${request.method} ${request.url}`);
        return { authorization: `Token ${asked.length}` };
      },
    },
  });
  await client.subjects.list({ deleted: true });
  await client.subjects.delete('a b');
  expect(asked).toEqual([`GET ${url}/subjects?deleted=true`, `DELETE ${url}/subjects/a%20b`]);
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Token 1', 'Token 2']);
});

test('basic credentials are sent in UTF-8, from the url too', async () => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, []));
  const credentials = basicCredentials({ username: 'jürgen', password: secret('p@ss:wörd') });
  await createRegistryClient({ url, credentials }).subjects.list();
  const withUser = url.replace('//', '//j%C3%BCrgen:p%40ss%3Aw%C3%B6rd@');
  await createRegistryClient({ url: withUser }).subjects.list();
  const expected = `Basic ${Buffer.from('jürgen:p@ss:wörd').toString('base64')}`;
  expect(seen.map(({ headers }) => headers.authorization)).toEqual([expected, expected]);
});

test('a bearer token is sent, and one that comes from a function is asked for each time', async () => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, []));
  let count = 0;
  const fixed = bearerCredentials(secret('from-a-file\n'));
  const asked = bearerCredentials(async () => secret(`token-${++count}`));
  await createRegistryClient({ url, credentials: fixed }).subjects.list();
  const client = createRegistryClient({ url, credentials: asked });
  await client.subjects.list();
  await client.subjects.list();
  expect(seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer from-a-file',
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('after a 401 the credentials are told once, and the request is sent again if they ask for it', async () => {
  const { url, seen } = await aLocalServer((response, { headers }) =>
    headers.authorization === 'Bearer new'
      ? answerJson(response, { id: 7 })
      : answerJson(response, unauthorized, 401),
  );
  let token = 'old';
  const credentials = {
    headers: () => ({ authorization: `Bearer ${token}` }),
    refused: () => {
      token = 'new';
      return true;
    },
  };
  const client = createRegistryClient({ url, credentials });
  expect(await client.versions.register('s', { schema: '"string"' })).toEqual({ id: 7 });
  expect(seen.map(({ body }) => body)).toEqual([
    '{"schema":"\\"string\\""}',
    '{"schema":"\\"string\\""}',
  ]);
});

test.each([
  ['say no', { refused: () => false }, 1],
  ['say nothing', { refused: () => undefined }, 1],
  ['cannot be told', {}, 1],
  ['say yes, but are refused again', { refused: () => true }, 2],
])('a 401 stands when the credentials %s', async (_, more, times) => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, unauthorized, 401));
  const credentials = { headers: () => ({ authorization: 'Bearer old' }), ...more };
  const error = await failureOf(createRegistryClient({ url, credentials }).subjects.list());
  expect(error).toMatchObject({ code: 'unauthorized', status: 401, errorNumber: 401 });
  expect(seen).toHaveLength(times);
});

test('credentials that cannot be had are an error of their own, and nothing is sent', async () => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, []));
  const credentials = bearerCredentials(async () => {
    throw new Error('the token service is down');
  });
  const error = await failureOf(createRegistryClient({ url, credentials }).subjects.delete('s'));
  expect(error).toMatchObject({ code: 'credentials_failed', outcomeUnknown: false });
  expect(error.message).toContain('the token service is down');
  expect(seen).toHaveLength(0);
});

test('what cannot be credentials is refused at once', () => {
  const password = secret('long enough');
  expect(() => basicCredentials({ username: 'a:b', password })).toThrow(/colon/);
  const unwrapped = JSON.parse('"long enough"');
  expect(() => basicCredentials({ username: 'a', password: unwrapped })).toThrow(/wrapped/);
  expect(() => bearerCredentials(unwrapped)).toThrow(/wrapped/);
});

test('a token that no header can hold is an error that does not show it', async () => {
  const credentials = bearerCredentials(secret('canary\nvalue'));
  const client = createRegistryClient({ url: 'http://127.0.0.1:1', credentials });
  const error = await failureOf(client.subjects.list());
  expect(error.code).toBe('invalid_argument');
  expect(error.stack).not.toContain('canary');
});

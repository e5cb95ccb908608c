import { inspect } from 'node:util';
import { secret } from '@srkit/registry-protocol';
import { describe, expect, test } from 'vitest';
import { createEmbeddedRegistry, type EmbeddedRegistryOptions } from '../../src/index.ts';
import { aServer, registering, ways } from '../a-server.ts';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
const options: EmbeddedRegistryOptions = {
  credentials: [
    { username: 'ann', password: secret('p:ä ss') },
    { username: 'reader', password: 'looks', readOnly: true },
  ],
  bearerTokens: [{ token: secret('abc.def') }, { token: 'eyes==', readOnly: true }],
};

describe.each(ways)('over %s', (way) => {
  test.each([
    ['a user', basic('ann:p:ä ss')],
    ['a scheme in any case', basic('ann:p:ä ss').replace('Basic', 'bAsIc')],
    ['a token', 'Bearer abc.def'],
  ])('%s gets in', async (_, authorization) => {
    const { ask } = await aServer(way, options);
    expect((await ask('/subjects', { headers: { authorization } })).status).toBe(200);
  });

  test.each([
    ['nobody', undefined],
    ['a wrong password', basic('ann:p')],
    ['an unknown user', basic('bob:p:ä ss')],
    ['another’s password', basic('reader:p:ä ss')],
    ['no password', basic('ann')],
    ['no base64', 'Basic !!!'],
    ['an unknown token', 'Bearer abc'],
    ['a password as a token', 'Bearer looks'],
    ['a token as a password', basic('abc.def')],
    ['another scheme', 'Digest abc.def'],
    ['only a scheme', 'Basic'],
  ])('%s is refused', async (_, authorization) => {
    const { ask } = await aServer(way, options);
    for (const path of ['/subjects', '/nowhere', '/_srkit/snapshot']) {
      const answer = await ask(path, { headers: authorization ? { authorization } : {} });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe(
        'Basic realm="Schema Registry", Bearer realm="Schema Registry"',
      );
      expect(await answer.json()).toEqual({ error_code: 401, message: 'Unauthorized' });
    }
  });

  test.each([basic('reader:looks'), 'Bearer eyes=='])(
    'who may only read (%s) is denied what writes',
    async (authorization) => {
      const { ask, registry } = await aServer(way, { ...options, admin: true });
      await registry.seed([{ path: 's.avsc', text: '"int"' }]);
      const request = (method: string, path: string, body?: string) =>
        ask(path, {
          method,
          headers: { authorization, 'content-type': 'application/json' },
          ...(body !== undefined && { body }),
        });
      const write = '{"schema":"\\"int\\""}';
      const allowed = [
        await request('GET', '/subjects/s/versions/1'),
        await request('POST', '/subjects/s', write),
        await request('POST', '/compatibility/subjects/s/versions/latest', write),
        await request('GET', '/_srkit/faults'),
      ];
      expect(allowed.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const before = registry.snapshot();
      for (const [method, path, message] of [
        ['POST', '/subjects/s/versions', 'Write on Subject: s'],
        ['POST', '/contexts/.c/subjects/s/versions/', 'Write on Subject: :.c:s'],
        ['POST', '/subjects;a=b/s/versions', 'Write on Subject: s'],
        ['DELETE', '/subjects/s?permanent=true', 'Delete on Subject: s'],
        ['PUT', '/config', 'WriteCompatibility'],
        ['PUT', '/mode/s', 'WriteCompatibility on Subject: s'],
        ['DELETE', '/contexts/.c', 'Delete'],
        ['POST', '/_srkit/reset', 'Administer'],
        ['PUT', '/_srkit/faults', 'Administer'],
      ] as const) {
        const answer = await request(method, path, write);
        expect([path, answer.status, await answer.json()]).toEqual([
          path,
          403,
          { error_code: 40301, message: `User is denied operation ${message}` },
        ]);
      }
      expect(registry.snapshot()).toEqual(before);
      // What is no route at all is as it is for everybody.
      expect((await request('POST', '/nowhere')).status).toBe(404);
      expect((await request('PATCH', '/subjects')).status).toBe(405);
    },
  );

  test('a user who may write does', async () => {
    const { ask } = await aServer(way, options);
    const { headers, ...init } = registering('"int"');
    const authorization = basic('ann:p:ä ss');
    const answer = await ask('/subjects/s/versions', {
      ...init,
      headers: { ...headers, authorization },
    });
    expect(answer.status).toBe(200);
  });
});

test('only what is offered is named', async () => {
  const challenge = async (given: EmbeddedRegistryOptions) =>
    (await createEmbeddedRegistry(given).fetch('http://x/')).headers.get('www-authenticate');
  expect(await challenge({ credentials: [{ username: 'a', password: 'b' }] })).toMatch(/^Basic/);
  expect(await challenge({ bearerTokens: [{ token: 'a' }] })).toMatch(/^Bearer/);
  expect(await challenge({})).toBeNull();
});

test('seeding and taking snapshots need no credentials in this process', async () => {
  const registry = createEmbeddedRegistry(options);
  const outcomes = await registry.seed([{ path: 's.avsc', text: '"int"' }]);
  expect(outcomes).toMatchObject([{ ok: true, subject: 's' }]);
});

test.each<[EmbeddedRegistryOptions, RegExp]>([
  [{ credentials: [] }, /credentials is empty/],
  [{ credentials: [{ username: 'a:b', password: 'hush-hush' }] }, /no colon, not 'a:b'/],
  [{ credentials: [{ username: '', password: 'hush-hush' }] }, /not empty/],
  [{ credentials: [{ username: 'a', password: '' }] }, /the password of 'a' is empty/],
  [{ credentials: [{ username: 'a', password: secret('') }] }, /the password of 'a' is empty/],
  [
    {
      credentials: [
        { username: 'a', password: 'hush-hush' },
        { username: 'a', password: 'x' },
      ],
    },
    /'a' is there twice/,
  ],
  [{ bearerTokens: [] }, /bearerTokens is empty/],
  [{ bearerTokens: [{ token: 'hush hush-hush' }] }, /token 1 holds/],
])('%j is refused with a sentence without a secret', (given, sentence) => {
  expect(() => createEmbeddedRegistry(given)).toThrow(sentence);
  expect(() => createEmbeddedRegistry(given)).not.toThrow(/hush-hush/);
  expect(() => createEmbeddedRegistry(given)).toThrow(RangeError);
});

test('no secret can be printed', async () => {
  const registry = createEmbeddedRegistry({ ...options, admin: true });
  const authorization = basic('ann:p:ä ss');
  const admin = await registry.fetch('http://x/_srkit/requests', { headers: { authorization } });
  const printed = inspect(registry, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  const shown = `${printed} ${JSON.stringify(registry)} ${await admin.text()}`;
  for (const each of ['p:ä ss', 'looks', 'abc.def', 'eyes==', authorization])
    expect(shown).not.toContain(each);
});

import { expect, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';
import { aLocalServer, answerJson } from '../local-server.ts';

test.each([
  ['a:b', '/subjects/a%3Ab/versions'],
  ["it's (so)!*~", "/subjects/it's%20(so)!*~/versions"],
  ['%2E', '/subjects/%252E/versions'],
  ['.', '/subjects/%3A.%3A./versions'],
  ['..', '/subjects/%3A.%3A../versions'],
  ['a/b %ü:c', '/subjects/a%2Fb%20%25%C3%BC%3Ac/versions'],
  ['a\\b?c#d', '/subjects/a%5Cb%3Fc%23d/versions'],
  ['😀'.repeat(100), `/subjects/${'%F0%9F%98%80'.repeat(100)}/versions`],
])('the subject %j goes over the wire exactly as it was encoded', async (subject, target) => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, []));
  await createRegistryClient({ url }).versions.list(subject);
  expect(seen.map((request) => request.target)).toEqual([target]);
});

test('context, base path and query go over the wire exactly as they were encoded', async () => {
  const { url, seen } = await aLocalServer((response) => answerJson(response, []));
  const client = createRegistryClient({ url: `${url}/apis/ccompat/v7/`, context: '..' });
  await client.subjects.list({ subjectPrefix: 'a b+c', deleted: true });
  await client.versions.list('..');
  await createRegistryClient({ url, context: 'a b' }).subjects.list();
  expect(seen.map((request) => request.target)).toEqual([
    '/apis/ccompat/v7/contexts/:..:/subjects?subjectPrefix=a%20b%2Bc&deleted=true',
    '/apis/ccompat/v7/contexts/:..:/subjects/%3A..%3A../versions',
    '/contexts/.a%20b/subjects',
  ]);
});

test('a request says what it accepts and, with a body, what it sends', async () => {
  const { url, seen } = await aLocalServer((response, { method }) =>
    answerJson(response, method === 'GET' ? [] : { id: 1 }),
  );
  const client = createRegistryClient({ url, userAgent: 'me/1', headers: { 'X-Team': 'a' } });
  await client.subjects.list();
  await client.versions.register('s', { schema: '"string"' });
  const [get, post] = seen;
  expect(get?.headers).toMatchObject({
    accept: 'application/vnd.schemaregistry.v1+json',
    'confluent-accept-unknown-properties': 'true',
    'user-agent': 'me/1',
    'x-team': 'a',
  });
  expect(get?.headers).not.toHaveProperty('content-type');
  expect(post?.headers['content-type']).toBe('application/vnd.schemaregistry.v1+json');
  expect(JSON.parse(post?.body ?? '')).toEqual({ schema: '"string"' });
});

test.each([301, 302, 303, 307, 308])(
  'a redirect by %i is not followed, and the error says where it points',
  async (status) => {
    const elsewhere = await aLocalServer((response) => answerJson(response, []));
    const { url, seen } = await aLocalServer((response) => {
      response.writeHead(status, { location: `${elsewhere.url}/login?token=abc` });
      response.end();
    });
    const error = await failureOf(createRegistryClient({ url }).subjects.list());
    expect(error).toMatchObject({ code: 'redirected', status, retryable: false });
    expect(error.message).toContain(`${elsewhere.url}/login`);
    expect(error.message).not.toContain('abc');
    expect(seen).toHaveLength(1);
    expect(elsewhere.seen).toHaveLength(0);
  },
);

test('a text of 2 MB goes there and comes back whole', async () => {
  const schema = JSON.stringify({ type: 'string', doc: 'ü😀"\\'.repeat(200_000) });
  const { url } = await aLocalServer((response, { body }) => {
    answerJson(response, { subject: 's', version: 1, id: 1, ...JSON.parse(body) });
  });
  const found = await createRegistryClient({ url }).versions.lookUp('s', { schema });
  expect(found.schema.length).toBeGreaterThan(1_000_000);
  expect(found.schema === schema).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { createRegistryClient, isRegistryError } from '../src/index.ts';
import { anEmbeddedClient } from './embedded-client.ts';
import { failureOf } from './failure-of.ts';

test('a client says what it is, without secrets', () => {
  const client = createRegistryClient({
    url: 'https://user:secret@host:8443/base/',
    context: ':.staging:',
    viewOnly: true,
  });
  expect(client.describe()).toEqual({
    url: 'https://host:8443/base',
    urls: ['https://host:8443/base'],
    name: 'host:8443',
    context: '.staging',
    viewOnly: true,
  });
  expect(client.inContext('.').describe().context).toBe('.');
  expect(createRegistryClient({ url: 'http://h', name: 'mine' }).describe()).toEqual({
    url: 'http://h',
    urls: ['http://h'],
    name: 'mine',
    context: '.',
    viewOnly: false,
  });
});

test.each([
  { url: '' },
  { url: 'localhost:8081' },
  { url: 'kafka://host' },
  { url: 'http://host?x' },
  { url: 'http://host#x' },
  { url: [] },
  { url: ['http://host', 'nowhere'] },
  { url: 'http://host', retry: { attempts: 0 } },
  { url: 'http://host', rate: { readsPerSecond: 0 } },
  { url: 'http://host', cache: { maxBytes: -1 } },
  { url: 'http://host', timeoutMs: 0 },
  { url: 'http://host', timeoutMs: 1.5 },
  { url: 'http://host', timeoutMs: Number.POSITIVE_INFINITY },
  { url: 'http://host', timeoutMs: 2 ** 31 },
  { url: 'http://host', context: 'a:b' },
  { url: 'http://host', userAgent: 'a\nb' },
  { url: 'http://host', headers: { 'not a name': 'x' } },
])('options that cannot work are refused at once: %j', (options) => {
  let thrown: unknown;
  try {
    createRegistryClient(options);
  } catch (error) {
    thrown = error;
  }
  expect(isRegistryError(thrown, 'invalid_argument')).toBe(true);
});

describe('a context client', () => {
  test('sees and changes its own context only', async () => {
    const client = anEmbeddedClient();
    const staging = client.inContext('staging');
    await client.versions.register('s', { schema: '"string"' });
    await staging.versions.register('s', { schema: '"int"' });
    expect(await staging.subjects.list()).toEqual([':.staging:s']);
    expect((await staging.versions.get('s', 1)).schema).toBe('"int"');
    expect((await client.versions.get('s', 1)).schema).toBe('"string"');
    await staging.subjects.delete('s');
    expect(await client.subjects.list()).toEqual(['s']);
    expect(await staging.inContext('.').subjects.list()).toEqual(['s']);
  });

  test('takes a name that says its context as it is', async () => {
    const client = anEmbeddedClient();
    await client.versions.register(':.other:s', { schema: '"string"' });
    expect(await client.inContext('staging').versions.list(':.other:s')).toEqual([1]);
  });
});

test('raw() answers what the registry answers, and throws for an error', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('s', { schema: '"string"' });
  expect(await client.raw({ method: 'GET', path: '/subjects' })).toMatchObject({
    status: 200,
    body: ['s'],
  });
  const head = await client.raw({ method: 'HEAD', path: '/subjects' });
  expect(head).toMatchObject({ status: 200, body: undefined });
  const error = await failureOf(client.raw({ method: 'GET', path: '/subjects/none/versions' }));
  expect(error.code).toBe('subject_not_found');
  const nowhere = await failureOf(client.raw({ method: 'GET', path: '/nowhere' }));
  expect(nowhere).toMatchObject({ code: 'route_not_found', path: '/nowhere' });
});

test('the global fetch is looked up at each call', async () => {
  const client = createRegistryClient({ url: 'http://registry' });
  const original = globalThis.fetch;
  globalThis.fetch = async () => Response.json(['replaced']);
  try {
    expect(await client.subjects.list()).toEqual(['replaced']);
  } finally {
    globalThis.fetch = original;
  }
});

test('fields that nobody knows pass through', async () => {
  const answer = { subject: 's', version: 1, id: 1, schema: '"int"', novelty: { a: 1 } };
  const client = createRegistryClient({
    url: 'http://registry',
    fetch: async () => Response.json(answer),
  });
  expect(await client.versions.get('s', 1)).toEqual(answer);
});

test('only parameters of the operation are sent, whatever a caller passes', async () => {
  const urls: string[] = [];
  const client = createRegistryClient({
    url: 'http://registry',
    fetch: async (input, init) => {
      urls.push(new Request(input, init).url);
      return Response.json([]);
    },
  });
  const options = { deleted: true, force: true };
  await client.subjects.list(options);
  expect(urls).toEqual(['http://registry/subjects?deleted=true']);
});

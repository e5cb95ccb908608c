import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { describe, expect, test } from 'vitest';
import { createRegistryClient, type RegistryClientOptions } from '../../src/index.ts';
import { anErrorAnswer } from '../answering.ts';
import { anEmbeddedClient } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

/** A client of a server that has only these paths. */
function aServerWith(
  answers: Readonly<Record<string, unknown>>,
  headers: Record<string, string> = {},
  options: Partial<RegistryClientOptions> = {},
) {
  return createRegistryClient({
    url: 'http://registry.test:8081',
    retry: false,
    fetch: async (input, init) => {
      const { pathname } = new URL(new Request(input, init).url);
      if (!(pathname in answers)) return new Response('not here', { status: 404, headers });
      return Response.json(answers[pathname], { headers });
    },
    ...options,
  });
}

const aSchema = { subject: 's', version: 1, id: 1, schema: '"string"' };
const noGuid = '/schemas/guids/00000000-0000-0000-0000-000000000000/ids';

test('the embedded registry is taken for what it is like, empty or not, and nothing is written', async () => {
  const registry = createEmbeddedRegistry();
  const client = anEmbeddedClient({ viewOnly: true }, registry);
  const expected = {
    vendor: 'confluent',
    version: '8.1.5',
    can: {
      contexts: true,
      bulkRead: true,
      paging: true,
      guid: true,
      import: true,
      force: true,
      deleteContext: true,
    },
    incompatibleNumber: 40901,
  };
  expect(await client.probe()).toEqual(expected);
  await anEmbeddedClient({}, registry).versions.register('s', { schema: '"string"' });
  expect(await client.probe()).toEqual(expected);
});

test.each([
  ['7.0.0', undefined, { contexts: true, guid: false, deleteContext: false }, undefined],
  ['7.4.0', '7.4.0', { contexts: true, guid: false, deleteContext: false }, 409],
  ['7.9.6', '7.9.6', { contexts: true, guid: false, deleteContext: false }, 409],
  ['8.0.0', '8.0.0', { contexts: true, guid: true, deleteContext: false }, 409],
  ['8.0.4', '8.0.4', { contexts: true, guid: true, deleteContext: true }, 40901],
  ['8.1.1', '8.1.1', { contexts: true, guid: true, deleteContext: true }, 409],
  ['8.2.0', '8.2.0', { contexts: true, guid: true, deleteContext: true }, 40901],
])(
  'the embedded registry that follows %s is taken for that release',
  async (followed, version, can, number) => {
    const registry = createEmbeddedRegistry({ confluentVersion: followed });
    const profile = await anEmbeddedClient({ viewOnly: true }, registry).probe();
    expect(profile).toMatchObject({ vendor: 'confluent', version, can });
    expect(profile.incompatibleNumber).toBe(number);
  },
);

describe('vendors', () => {
  test.each([
    [
      'an older Confluent',
      aServerWith({
        '/v1/metadata/version': { version: '7.9.1' },
        '/contexts': ['.'],
        '/schemas': [],
      }),
      { vendor: 'confluent', version: '7.9.1', incompatibleNumber: 409 },
      { contexts: true, guid: false, deleteContext: false, import: true },
    ],
    [
      'a Confluent before 7.2',
      aServerWith({ '/contexts': ['.'], '/schemas': [aSchema] }),
      { vendor: 'confluent', version: undefined, incompatibleNumber: undefined },
      { bulkRead: true, deleteContext: false },
    ],
    [
      'Karapace by its health',
      aServerWith({ '/_health': { karapace_version: '4.1.0' }, '/schemas': [aSchema, aSchema] }),
      { vendor: 'karapace', version: '4.1.0', incompatibleNumber: 409 },
      { contexts: false, bulkRead: true, paging: false, import: false },
    ],
    [
      'Karapace by its header',
      aServerWith({ '/schemas': [] }, { server: 'Karapace/3.11' }),
      { vendor: 'karapace', version: '3.11', incompatibleNumber: 409 },
      { bulkRead: false },
    ],
    [
      'Apicurio',
      aServerWith(
        {
          '/apis/registry/v3/system/info': { name: 'Apicurio Registry (SQL)', version: '3.3.3' },
          '/apis/ccompat/v7/contexts': [':.:'],
          '/apis/ccompat/v7/schemas': [{ schema: '"string"' }],
        },
        {},
        { url: 'http://host/apis/ccompat/v7' },
      ),
      { vendor: 'apicurio', version: '3.3.3', incompatibleNumber: 409 },
      { contexts: false, bulkRead: false, guid: false, force: false },
    ],
    [
      'Redpanda',
      aServerWith({ '/status/ready': {} }, { server: 'Seastar httpd' }),
      { vendor: 'redpanda', version: undefined, incompatibleNumber: 409 },
      { contexts: false, bulkRead: false, import: false },
    ],
    [
      'AxonOps',
      aServerWith({
        '/v1/metadata/version': { version: '0.4.2' },
        '/contexts': ['.'],
        '/schemas': [aSchema],
      }),
      { vendor: 'axonops', version: '0.4.2', incompatibleNumber: 409 },
      { contexts: true, bulkRead: true, paging: true, import: true, deleteContext: false },
    ],
    [
      'Confluent Cloud',
      aServerWith(
        { '/contexts': ['.'], '/schemas': [], [noGuid]: [] },
        {},
        { url: 'https://psrc-1.eu.aws.confluent.cloud' },
      ),
      { vendor: 'confluent-cloud', version: undefined, incompatibleNumber: undefined },
      { contexts: true, guid: true, deleteContext: true },
    ],
    [
      'something else',
      aServerWith({ '/schemas': [] }),
      { vendor: 'unknown', version: undefined, incompatibleNumber: undefined },
      { contexts: false, bulkRead: false, import: false },
    ],
  ])('%s', async (_, client, server, can) => {
    const profile = await client.probe();
    expect(profile).toMatchObject(server);
    expect(profile.can).toMatchObject(can);
  });
});

test.each([
  ['8.0.3', 409],
  ['8.0.4', 40901],
  ['8.1.1', 409],
  ['8.1.2', 40901],
  ['8.2.0-rc1', 40901],
  ['9.0.0', 40901],
])('Confluent %s says %i of what is incompatible', async (version, number) => {
  const client = aServerWith({ '/v1/metadata/version': { version } });
  expect((await client.probe()).incompatibleNumber).toBe(number);
});

test('a registry that does not answer is no unknown one', async () => {
  const down = createRegistryClient({
    url: 'http://registry.test',
    retry: false,
    fetch: async () => new Response('', { status: 503 }),
  });
  expect((await failureOf(down.probe())).status).toBe(503);
  const refused = createRegistryClient({
    url: 'http://registry.test',
    retry: false,
    fetch: async () => anErrorAnswer(401, 401, 'Unauthorized'),
  });
  expect((await failureOf(refused.probe())).code).toBe('unauthorized');
});

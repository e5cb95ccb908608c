import { expect, test } from 'vitest';
import { takeSnapshot } from '../src/index.ts';
import { aGateway, anError, type PassingRequest } from './a-gateway.ts';
import { aClient, aRegistry, fill } from './a-snapshot.ts';
import { contentsOf, contentsOfSnapshot } from './plain-contents.ts';

const { client, registry } = aRegistry();
await fill(
  { client },
  {
    orders: [{ schema: '"string"', metadata: { properties: { owner: 'me' } } }, '"int"', '"long"'],
    customers: ['"bytes"', '"int"'],
    'z/weird name%': ['"double"'],
    gone: ['"string"'],
    other: [{ schemaType: 'PROTOBUF', schema: 'syntax = "proto3"; message B { string id = 1; }' }],
    referring: [
      {
        schemaType: 'PROTOBUF',
        schema: 'syntax = "proto3"; import "other.proto"; message A { B b = 1; }',
        references: [{ name: 'other.proto', subject: 'other', version: 1 }],
      },
    ],
  },
);
await client.versions.delete('orders', 2);
await client.subjects.delete('gone');
await client.config.update('orders', { compatibility: 'FULL' });

const notFound = () => anError(404, 404, 'HTTP 404 Not Found');

/** Answers as servers do that have less than Confluent's. */
const vendors: Record<string, (request: PassingRequest) => Promise<Response | undefined>> = {
  async 'one without contexts and bulk read'({ path }) {
    return /^\/(contexts|schemas$|v1\/|_health|status|apis)/.test(path) ? notFound() : undefined;
  },
  async 'one like Karapace, whose listing knows neither prefixes nor pages'({ path, query }) {
    if (path === '/_health') return Response.json({ karapace_version: '6.2.0' });
    if (/^\/(contexts|v1\/|status|apis|schemas\/guids)/.test(path)) return notFound();
    if (path !== '/schemas') return undefined;
    const all = await client.schemas.list({ deleted: query.get('deleted') === 'true' });
    return Response.json(all.map(({ guid: _, ts: __, deleted: ___, ...schema }) => schema));
  },
  async 'one like Apicurio, whose listing finds nothing by prefix'({ path, query }) {
    if (path === '/apis/registry/v3/system/info') {
      return Response.json({ name: 'Apicurio Registry (SQL)', version: '3.3.3' });
    }
    if (path === '/contexts') return Response.json([':.:']);
    if (/^\/(v1\/|_health|status|schemas\/guids)/.test(path)) return notFound();
    const isListing = path === '/schemas' || path === '/subjects';
    return isListing && query.has('subjectPrefix') ? Response.json([]) : undefined;
  },
};

test.each(Object.entries(vendors))('%s gives the same snapshot', async (name, answer) => {
  for (const includeDeleted of [false, true]) {
    const gateway = aGateway(registry, answer);
    const through = aClient(registry, { fetch: gateway.fetch });
    const options = { includeDeleted, includeConfigs: true };
    const snapshot = await takeSnapshot(through, {}, options);
    expect(snapshot).toMatchObject({ unreadable: [], changedWhileRead: false });
    const inBulk = await contentsOfSnapshot(await takeSnapshot(client, {}, options));
    const found = await contentsOfSnapshot(snapshot);
    const withoutTimes = name.includes('Karapace') ? withoutTs : (same: unknown) => same;
    expect(withoutTimes(found)).toEqual(withoutTimes(inBulk));
    const expected = await contentsOf(client, { deleted: includeDeleted });
    expect(withoutTimes(found)).toEqual(withoutTimes(expected));
    expect(Object.keys(found.subjects).includes('gone')).toBe(includeDeleted);
  }
});

test.each(Object.entries(vendors))('%s is asked for a part only', async (_, answer) => {
  const gateway = aGateway(registry, answer);
  const through = aClient(registry, { fetch: gateway.fetch });
  const names = async (scope: object) =>
    (await takeSnapshot(through, scope)).subjects.map(({ name }) => name);
  expect(await names({ subjectPrefix: 'o' })).toEqual(['orders', 'other']);
  expect(await names({ subjects: ['z/weird name%', 'orders', 'nothing'] })).toEqual([
    'orders',
    'z/weird name%',
  ]);
  expect(await names({ contexts: ['staging'] })).toEqual([]);
});

test('a version that is listed and never given out is named', async () => {
  const gateway = aGateway(registry, async (request) => {
    if (/^\/subjects\/orders\/versions\/1$/.test(request.path)) return anError(404, 40402);
    return vendors['one without contexts and bulk read']?.(request);
  });
  const snapshot = await takeSnapshot(aClient(registry, { fetch: gateway.fetch }));
  expect(snapshot.unreadable).toMatchObject([
    { what: 'schema', subject: 'orders', version: 1, code: 'version_not_found' },
  ]);
  const orders = snapshot.subjects.find(({ name }) => name === 'orders');
  expect(orders?.versions.map(({ version }) => version)).toEqual([3]);
});

test('a Confluent registry before 8.0 does not say what is deleted, and it is found out', async () => {
  const old = aRegistry({ confluentVersion: '7.4.0' });
  await fill(old, {
    orders: ['"string"', '"int"'],
    gone: ['"long"'],
    ':.x:a': ['"int"', '"long"'],
  });
  await old.client.versions.delete('orders', 1);
  await old.client.subjects.delete('gone');
  await old.client.versions.delete(':.x:a', 2);
  const [listed] = await old.client.schemas.list({ deleted: true });
  expect(listed).not.toHaveProperty('deleted');
  for (const pageSize of [2, 1000]) {
    const snapshot = await takeSnapshot(old.client, {}, { includeDeleted: true, pageSize });
    const flags = snapshot.subjects.map(({ name, versions }) => [
      name,
      versions.map(({ deleted }) => deleted),
    ]);
    expect(flags).toEqual([
      ['gone', [true]],
      ['orders', [true, false]],
      [':.x:a', [false, true]],
    ]);
  }
});

test('a server that cuts pages shorter than it is asked is read to the end', async () => {
  const gateway = aGateway(registry, ({ path, query }) => {
    if (path !== '/schemas' || Number(query.get('limit')) <= 3) return undefined;
    const [prefix, offset] = [query.get('subjectPrefix') ?? '', query.get('offset') ?? '0'];
    const search = new URLSearchParams({ subjectPrefix: prefix, offset, limit: '3' });
    return registry.fetch(`http://registry/schemas?${search}`);
  });
  const snapshot = await takeSnapshot(aClient(registry, { fetch: gateway.fetch }));
  expect(snapshot.unreadable).toEqual([]);
  const found = await contentsOfSnapshot(snapshot);
  const expected = await contentsOf(client);
  expect(Object.keys(found.subjects)).toEqual(
    expect.arrayContaining(Object.keys(expected.subjects)),
  );
  for (const [name, { versions }] of Object.entries(expected.subjects)) {
    expect(found.subjects[name]?.versions).toEqual(versions);
  }
});

function withoutTs(contents: unknown): unknown {
  return JSON.parse(JSON.stringify(contents, (key, value) => (key === 'ts' ? undefined : value)));
}

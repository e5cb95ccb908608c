import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type ReadParts,
  readSnapshot,
  referencedSubject,
  type Snapshot,
  type SnapshotSubject,
  takeSnapshot,
  writeSnapshot,
} from '../src/index.ts';
import { aGateway } from './a-gateway.ts';
import { aClient, aRegistry, fill } from './a-snapshot.ts';
import { aRandomRegistry, randomWrite } from './compare/random-contents.ts';

vi.setConfig({ testTimeout: 120_000 });

const record = (name: string, of: string) =>
  JSON.stringify({ type: 'record', name, fields: [{ name: 'f', type: of }] });
const refersTo = (subject: string, name: string) => [{ name, subject, version: 1 }];

/** `.team` refers to `.shared`, that to the default context, and there are many others in both. */
async function aRegistryWithReferences() {
  const one = aRegistry();
  const others = Array.from({ length: 200 }, (_, index) => [`:.shared:other${index}`, ['"int"']]);
  await fill(one, {
    money: [record('Money', 'long')],
    ':.shared:address': [record('Address', 'string')],
    ...Object.fromEntries(others),
  });
  await fill(one, {
    ':.shared:customer': [
      {
        schema: record('Customer', 'Address'),
        references: refersTo('address', 'Address'),
      },
    ],
    ':.team:orders': [
      {
        schema: record('Orders', 'Customer'),
        references: refersTo(':.shared:customer', 'Customer'),
      },
    ],
  });
  return one;
}

test('what lies outside is read as far as something refers to it, and nothing else of its context', async () => {
  const { client } = await aRegistryWithReferences();
  const snapshot = await takeSnapshot(
    client,
    { contexts: ['team'] },
    { includeReferenced: true, includeConfigs: true },
  );
  expect(snapshot.subjects.map(({ name }) => name)).toEqual([
    ':.shared:address',
    ':.shared:customer',
    ':.team:orders',
  ]);
  expect(snapshot).toMatchObject({
    scope: { contexts: ['.team'], referenced: [':.shared:address', ':.shared:customer'] },
    unreadable: [],
    changedWhileRead: false,
  });
  expect(snapshot.contexts.map(({ name }) => name)).toEqual(['.shared', '.team']);
  for (const { versions } of snapshot.subjects)
    for (const { guid } of versions) expect(await snapshot.texts.read(guid)).toContain('record');
  // Not two for each of 200 others.
  expect(snapshot.requests).toBeLessThan(35);
  const { scope, subjects } = await readSnapshot(writeSnapshot(snapshot));
  expect({ scope, subjects }).toEqual({ scope: snapshot.scope, subjects: snapshot.subjects });
});

test('a long chain of references does not take requests for each of its links', async () => {
  const one = await aRegistryWithReferences();
  const length = 60;
  const nameOf = (link: number) => `:.${link % 2 === 0 ? 'even' : 'odd'}:link${link}`;
  await fill(one, { [nameOf(0)]: [record('Link0', 'int')] });
  for (let link = 1; link < length; link += 1) {
    const references = refersTo(nameOf(link - 1), `Link${link - 1}`);
    const schema = record(`Link${link}`, `Link${link - 1}`);
    await fill(one, {
      [nameOf(link)]: [{ schema, references }],
      [`:.odd:other${link}`]: ['"int"'],
    });
  }
  const last = `Link${length - 1}`;
  await fill(one, {
    ':.team:end': [{ schema: record('End', last), references: refersTo(nameOf(length - 1), last) }],
  });
  const options = { includeReferenced: true, includeDeleted: true } as const;
  const snapshot = await takeSnapshot(one.client, { subjects: [':.team:end'] }, options);
  const links = Array.from({ length }, (_, link) => nameOf(link));
  expect(snapshot.subjects.map(({ name }) => name).sort()).toEqual([':.team:end', ...links].sort());
  expect(snapshot.scope).toEqual({ subjects: [':.team:end'], referenced: links.sort() });
  expect(snapshot.unreadable).toEqual([]);
  for (const { versions } of snapshot.subjects)
    for (const { guid } of versions) expect(await snapshot.texts.read(guid)).toContain('record');
  // Three for each of the first eight, and then no more for any.
  expect(snapshot.requests).toBeLessThan(50);
});

test('a chain that grows with each request is not followed forever', async () => {
  const one = aRegistry();
  await fill(one, { ':.chain0:link': [record('Link0', 'int')] });
  let length = 0;
  const gateway = aGateway(one.registry, async ({ path }) => {
    if (!path.startsWith('/schemas')) return undefined;
    length += 1;
    const [before, next] = [`:.chain${length - 1}:link`, `:.chain${length}:link`];
    await one.client.versions.register(next, { schema: record(`Link${length}`, 'int') });
    const schema = record(`Before${length}`, `Link${length}`);
    const references = refersTo(next, `Link${length}`);
    await one.client.versions.register(before, { schema, references });
    return undefined;
  });
  const client = aClient(one.registry, { fetch: gateway.fetch });
  const options = { includeReferenced: true };
  const snapshot = await takeSnapshot(client, { contexts: ['chain0'] }, options);
  expect(snapshot.unreadable).toEqual([]);
  expect(snapshot.scope.referenced?.length).toBeGreaterThan(8);
});

test('what nobody refers to is not asked for', async () => {
  const { client } = await aRegistryWithReferences();
  const scope = { contexts: ['.shared'] };
  const plain = await takeSnapshot(client, scope);
  const same = await takeSnapshot(client, scope, { includeReferenced: true });
  expect(same.scope).toEqual({ contexts: ['.shared'], referenced: [] });
  expect(same.subjects).toEqual(plain.subjects);
  expect(same.requests).toBe(plain.requests);
});

test('what was referred to and may not be read is unknown, not absent', async () => {
  const { registry } = await aRegistryWithReferences();
  const gateway = aGateway(registry, ({ path, query }) =>
    `${path}${query.get('subjectPrefix')}`.includes('.shared')
      ? new Response('{"error_code":40301,"message":"Forbidden"}', { status: 403 })
      : undefined,
  );
  const snapshot = await takeSnapshot(
    aClient(registry, { fetch: gateway.fetch }),
    { contexts: ['team'] },
    { includeReferenced: true },
  );
  expect(snapshot.subjects.map(({ name }) => name)).toContain(':.team:orders');
  expect(snapshot.unreadable).toEqual([
    expect.objectContaining({ what: 'subjects', context: '.shared', code: 'forbidden' }),
  ]);
});

const scopes = fc.constantFrom<ReadParts>(
  {},
  { contexts: ['.'] },
  { contexts: ['.staging'] },
  { contexts: ['.staging', '.shared'] },
  { subjects: ['a', ':.shared:c'] },
  { subjectPrefix: 'a' },
);

test('whatever the scope, what is read is all that it leads to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(randomWrite, { maxLength: 30, size: 'max' }),
      scopes,
      fc.constantFrom('versions', 'schemas'),
      fc.boolean(),
      async (writes, scope, detail, includeDeleted) => {
        const { client } = await aRandomRegistry(writes);
        const options = { detail, includeDeleted, includeConfigs: true } as const;
        const whole = await takeSnapshot(client, {}, options);
        const own = await takeSnapshot(client, scope, options);
        const snapshot = await takeSnapshot(client, scope, { ...options, includeReferenced: true });
        const reached = reachedFrom(own, whole);
        expect(snapshot.subjects).toEqual(whole.subjects.filter(({ name }) => reached.has(name)));
        const names = new Set(own.subjects.map(({ name }) => name));
        const { referenced = [] } = snapshot.scope;
        expect(referenced.filter((name) => names.has(name))).toEqual([]);
        expect([...names, ...referenced]).toEqual(expect.arrayContaining([...reached]));
        expect(snapshot.unreadable).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

function reachedFrom(own: Snapshot, whole: Snapshot): Set<string> {
  const byName = new Map<string, SnapshotSubject>(whole.subjects.map((one) => [one.name, one]));
  const reached = new Set<string>();
  const open = own.subjects.map(({ name }) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const subject = byName.get(name);
    if (subject === undefined || reached.has(name)) continue;
    reached.add(name);
    for (const { references } of subject.versions)
      for (const reference of references)
        open.push(referencedSubject(subject.context, reference.subject));
  }
  return reached;
}

import { isRegistryError } from '@srkit/registry-client';
import { expect, test } from 'vitest';
import { type Snapshot, type TakeSnapshotOptions, takeSnapshot } from '../src/index.ts';
import { aGateway, anError, type PassingRequest } from './a-gateway.ts';
import { aClient, aRegistry, type Contents, fill } from './a-snapshot.ts';
import { contentsOf, contentsOfSnapshot, type PlainContents } from './plain-contents.ts';

const contents: Contents = {
  customers: ['"string"', '"int"', '"long"'],
  orders: ['"bytes"', '"float"'],
  ':.staging:orders': ['"string"'],
  ':.staging:payments': ['"int"', '"long"', '"double"'],
  ':.test:orders': ['"boolean"'],
};
const { client, registry } = aRegistry();
await fill({ client }, contents);
const expected = await contentsOf(client);
const all: TakeSnapshotOptions = { includeConfigs: true, pageSize: 3 };

/** Takes a snapshot through something that makes requests fail. */
async function takeThrough(
  answer: (request: PassingRequest) => Promise<Response | undefined> | Response | undefined,
  options: TakeSnapshotOptions = all,
) {
  const gateway = aGateway(registry, answer);
  const through = aClient(registry, { fetch: gateway.fetch, retry: false, timeoutMs: 200 });
  const result = await takeSnapshot(through, {}, options).catch((error: unknown) => error);
  return { gateway, result };
}

/** Everything is there as it is, or is said to be unreadable. */
async function expectNothingSilent(snapshot: Snapshot): Promise<void> {
  const { unreadable } = snapshot;
  const seen = await contentsOfSnapshot(snapshot);
  const isUnknown = (what: readonly string[], subject?: string, context?: string): boolean =>
    unreadable.some(
      (one) =>
        what.includes(one.what) &&
        (one.subject === undefined || one.subject === subject) &&
        (one.context === undefined || one.context === context),
    );
  for (const [name, truth] of Object.entries(expected.subjects)) {
    const context = name.startsWith(':') ? name.slice(1, name.indexOf(':', 1)) : '.';
    const found = seen.subjects[name];
    const subjectsUnknown = isUnknown(['subjects'], undefined, context);
    if (found === undefined) {
      expect([name, subjectsUnknown]).toEqual([name, true]);
      continue;
    }
    if (!isUnknown(['versions', 'schema'], name)) expect(found.versions).toEqual(truth.versions);
    if (!isUnknown(['config'], name)) expect(found.config).toEqual(truth.config);
    if (!isUnknown(['mode'], name)) expect(found.mode).toEqual(truth.mode);
  }
  if (isUnknown(['contexts'])) return;
  for (const [name, { config }] of Object.entries(expected.contexts)) {
    expect(Object.keys(seen.contexts)).toContain(name);
    if (!isUnknown(['config'], undefined, name))
      expect(seen.contexts[name]?.config).toEqual(config);
  }
}

const failures: Record<string, () => Promise<Response> | Response> = {
  'an error of the server': () => anError(500, 50001),
  'a refusal': () => anError(403, 40301),
  'a page of a proxy': () => new Response('<html>Bad gateway</html>', { status: 200 }),
  'an answer that is cut off': () => new Response('[{"subject":"custo', { status: 200 }),
  'a connection that fails': () => {
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error(), { code: 'ECONNRESET' }),
    });
  },
};

const requestsOfAll = (await takeThrough(() => undefined)).gateway.requests.length;

test.each(Object.entries(failures))('%s at any one request hides nothing', async (_, fail) => {
  expect(requestsOfAll).toBeGreaterThan(15);
  for (let at = 1; at <= requestsOfAll; at += 1) {
    const { result } = await takeThrough(({ number }) => (number === at ? fail() : undefined));
    if (result instanceof Error) throw new Error(`at request ${at}`, { cause: result });
    await expectNothingSilent(result as Snapshot);
  }
});

test.each(Object.entries(failures))('%s from any request on hides nothing', async (_, fail) => {
  for (let at = 1; at <= requestsOfAll; at += 1) {
    const { result } = await takeThrough(({ number }) => (number >= at ? fail() : undefined));
    // At the very beginning there is nothing to tell but the failure.
    if (isRegistryError(result)) expect(at).toBeLessThan(4);
    else await expectNothingSilent(result as Snapshot);
  }
});

test('a request that is never answered hides nothing', async () => {
  for (let at = 1; at <= 6; at += 1) {
    const { result } = await takeThrough(({ number }) =>
      number === at ? new Promise<never>(() => {}) : undefined,
    );
    await expectNothingSilent(result as Snapshot);
  }
});

test('a registry that is down is an error with its name, never an empty snapshot', async () => {
  const down = aClient(registry, {
    fetch: async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
      });
    },
    retry: false,
  });
  await expect(takeSnapshot(down)).rejects.toMatchObject({
    name: 'RegistryError',
    code: 'connection_failed',
  });
  await expect(
    takeSnapshot(down, { contexts: ['staging'] }, { detail: 'names' }),
  ).rejects.toMatchObject({
    code: 'connection_failed',
  });
});

test('one schema that cannot be read is named, and everything else is there', async () => {
  // The listing fails on it, and so does reading it alone.
  const { result } = await takeThrough(
    ({ path, query }) => {
      if (path === '/subjects/orders/versions/2') return anError(500, 500);
      const isListed = path === '/schemas' && Number(query.get('offset')) + 3 > 8;
      return isListed ? anError(500, 500) : undefined;
    },
    { pageSize: 3 },
  );
  const snapshot = result as Snapshot;
  expect(snapshot.unreadable).toEqual([
    {
      what: 'schema',
      subject: 'orders',
      version: 2,
      code: 'internal_server_error',
      reason: expect.stringContaining("subject 'orders', version '2'"),
    },
  ]);
  const { subjects } = await contentsOfSnapshot(snapshot);
  expect(Object.keys(subjects).toSorted()).toEqual(Object.keys(expected.subjects).toSorted());
  const truth: PlainContents['subjects'] = structuredClone(expected.subjects);
  truth['orders']?.versions.pop();
  for (const [name, { versions }] of Object.entries(subjects)) {
    expect(versions).toEqual(truth[name]?.versions);
  }
});

test('a context that is refused is named, and the others are there', async () => {
  const isSecret = ({ path, query }: PassingRequest): boolean => {
    const prefix = query.get('subjectPrefix') ?? (path === '/subjects' ? ':*:' : '');
    return (
      path.includes(':.staging:') || prefix.startsWith(':*:') || prefix.startsWith(':.staging:')
    );
  };
  const { result } = await takeThrough((request) =>
    isSecret(request) ? anError(403, 40301) : undefined,
  );
  const snapshot = result as Snapshot;
  expect(snapshot.contexts.map(({ name }) => name)).toEqual(['.', '.staging', '.test']);
  expect(snapshot.subjects.map(({ name }) => name)).toEqual([
    'customers',
    'orders',
    ':.test:orders',
  ]);
  expect(snapshot.unreadable).toContainEqual(
    expect.objectContaining({ what: 'subjects', context: '.staging', code: 'forbidden' }),
  );
  await expectNothingSilent(snapshot);
});

test('a registry that fails in the middle of many subjects is not asked for each of them', async () => {
  const many = aRegistry();
  const subjects = Array.from({ length: 200 }, (_, index) => [`s-${index}`, ['"string"']] as const);
  await fill(many, Object.fromEntries(subjects));
  const gateway = aGateway(many.registry, ({ path, number }) =>
    path === '/schemas' || number > 30 ? anError(503, 503) : undefined,
  );
  const through = aClient(many.registry, { fetch: gateway.fetch, retry: false });
  const snapshot = await takeSnapshot(through);
  expect(snapshot.subjects).toHaveLength(200);
  const unknown = new Set(snapshot.unreadable.map(({ subject }) => subject));
  for (const { name, versions } of snapshot.subjects) {
    expect([name, versions.length]).toEqual([name, unknown.has(name) ? 0 : 1]);
  }
  expect(unknown.size).toBeGreaterThan(100);
  expect(snapshot.unreadable.at(-1)?.reason).toMatch(/^Not asked, as the registry failed 20 times/);
  expect(gateway.requests.length).toBeLessThan(100);
});

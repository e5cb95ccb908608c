import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { describe, expect, test } from 'vitest';
import { createRegistryClient, type RegistryClientOptions } from '../../src/index.ts';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

/** A client of an embedded registry with one schema, another client of it, and how many requests the first one sent. */
async function aCountedClient(options: Partial<RegistryClientOptions> = {}) {
  const registry = createEmbeddedRegistry();
  const other = anEmbeddedClient({ cache: false }, registry);
  const { id, guid = '' } = await other.versions.register('s', { schema: aRecord('R', 'a') });
  const sent = { count: 0 };
  const client = anEmbeddedClient({
    ...options,
    fetch: async (input, init) => {
      sent.count += 1;
      return registry.fetch(input, init);
    },
  });
  return { client, other, sent, id, guid };
}

describe('content', () => {
  test('is asked for once, by id, guid, subject and format', async () => {
    const { client, sent, id, guid } = await aCountedClient();
    for (let round = 0; round < 3; round += 1) {
      await client.schemas.getById(id);
      await client.schemas.getById(id, { subject: 's' });
      await client.schemas.getById(id, { format: 'resolved' });
      await client.schemas.getTextById(id);
      await client.schemas.getByGuid(guid);
    }
    expect(sent.count).toBe(5);
    expect(client.cache.statistics()).toMatchObject({ hits: 10, misses: 5, entries: 5 });
  });

  test('is of one context', async () => {
    const { client, other, id } = await aCountedClient();
    await other.inContext('staging').versions.register('s', { schema: '"string"' });
    await client.schemas.getById(id);
    expect((await client.inContext('staging').schemas.getById(1)).schema).toBe('"string"');
  });

  test('is the caller’s own, to do with as they like', async () => {
    const { client, id } = await aCountedClient();
    (await client.schemas.getById(id)).schema = 'spoilt';
    expect((await client.schemas.getById(id)).schema).toBe(aRecord('R', 'a'));
  });

  test('that is not there is asked for again', async () => {
    const { client, other } = await aCountedClient();
    await failureOf(client.schemas.getById(2));
    await other.versions.register('t', { schema: '"int"' });
    expect((await client.schemas.getById(2)).schema).toBe('"int"');
  });

  test('makes room when there is too much of it', async () => {
    const { client, other, sent } = await aCountedClient({ cache: { maxBytes: 3_000 } });
    for (let index = 0; index < 20; index += 1) {
      const { id } = await other.versions.register(`s${index}`, { schema: aRecord(`R${index}`) });
      await client.schemas.getById(id);
    }
    const { bytes, entries } = client.cache.statistics();
    expect(bytes).toBeLessThanOrEqual(3_000);
    expect(entries).toBeLessThan(20);
    await client.schemas.getById(1);
    expect(sent.count).toBe(21);
  });

  test('is forgotten after own deletions and imports', async () => {
    const { client, id } = await aCountedClient();
    await client.schemas.getById(id);
    await client.subjects.delete('s');
    expect(await client.schemas.getById(id)).toMatchObject({ deleted: true });
    await client.subjects.delete('s', { permanent: true });
    await failureOf(client.schemas.getById(id));
    await client.mode.setGlobal('IMPORT');
    await client.versions.register('t', { schema: '"long"', id, version: 1 });
    expect((await client.schemas.getById(id)).schema).toBe('"long"');
  });
});

describe('versions', () => {
  test('are remembered for a short time, and own writes are seen at once', async () => {
    const { client, other, sent } = await aCountedClient({ cache: { latestMs: 60 } });
    await client.versions.get('s', 'latest');
    await client.versions.get('s', 'latest');
    expect(sent.count).toBe(1);
    await client.versions.register('s', { schema: aRecord('R', 'a', 'b') });
    expect((await client.versions.get('s', 'latest')).version).toBe(2);
    await other.versions.register('s', { schema: aRecord('R', 'a', 'b', 'c') });
    expect((await client.versions.get('s', 'latest')).version).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 90));
    expect((await client.versions.get('s', 'latest')).version).toBe(3);
  });

  test('are not remembered with latestMs 0', async () => {
    const { client, sent } = await aCountedClient({ cache: { latestMs: 0 } });
    await client.versions.get('s', 1);
    await client.versions.get('s', 1);
    expect(sent.count).toBe(2);
  });
});

test('listings are remembered only when asked for, settings never', async () => {
  const usual = await aCountedClient();
  await usual.client.subjects.list();
  await usual.client.subjects.list();
  expect(usual.sent.count).toBe(2);
  const keen = await aCountedClient({ cache: { listingMs: 60_000 } });
  await keen.client.subjects.list();
  await keen.client.subjects.list();
  await keen.client.config.getGlobal();
  await keen.client.config.getGlobal();
  expect(keen.sent.count).toBe(3);
  keen.client.cache.clear();
  await keen.client.subjects.list();
  expect(keen.sent.count).toBe(4);
});

test('an answer that nests too deep to be copied is answered, and not remembered', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  let count = 0;
  const client = createRegistryClient({
    url: 'http://registry',
    fetch: async () => {
      count += 1;
      return new Response(`{"schema":"\\"int\\"","novelty":${deep}}`);
    },
  });
  const [one, two] = await Promise.all([client.schemas.getById(1), client.schemas.getById(1)]);
  expect([one.schema, two.schema]).toEqual(['"int"', '"int"']);
  await client.schemas.getById(1);
  expect(count).toBe(2);
});

test('nothing is remembered with cache: false', async () => {
  const { client, sent, id } = await aCountedClient({ cache: false });
  await Promise.all([client.schemas.getById(id), client.schemas.getById(id)]);
  expect(sent.count).toBe(2);
  expect(client.cache.statistics().entries).toBe(0);
});

describe('reads under way', () => {
  test('share one request', async () => {
    const { client, sent, id } = await aCountedClient();
    const found = await Promise.all(Array.from({ length: 20 }, () => client.schemas.getById(id)));
    expect(sent.count).toBe(1);
    expect(new Set(found).size).toBe(20);
    await Promise.all([client.subjects.list(), client.subjects.list()]);
    expect(sent.count).toBe(2);
    expect(client.cache.statistics().shared).toBe(20);
  });

  test('share nothing that began before a write', async () => {
    let hold: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    let count = 0;
    const client = createRegistryClient({
      url: 'http://registry',
      fetch: async (input, init) => {
        const { method } = new Request(input, init);
        if (method === 'DELETE') return Response.json([1]);
        count += 1;
        const mine = count;
        if (mine === 1) await held;
        return Response.json([String(mine)]);
      },
    });
    const before = client.subjects.list();
    await client.subjects.delete('s');
    const after = client.subjects.list();
    hold();
    expect(await Promise.all([before, after])).toEqual([['1'], ['2']]);
  });

  test('go on while one of those who wait is left', async () => {
    let resolve: (response: Response) => void = () => {};
    const promise = new Promise<Response>((settle) => {
      resolve = settle;
    });
    let aborted = 0;
    const client = createRegistryClient({
      url: 'http://registry',
      fetch: async (input, init) => {
        const { signal } = new Request(input, init);
        signal.addEventListener('abort', () => {
          aborted += 1;
        });
        return promise;
      },
    });
    const [one, two] = [new AbortController(), new AbortController()];
    const first = failureOf(client.subjects.list({ signal: one.signal }));
    const second = client.subjects.list({ signal: two.signal });
    one.abort();
    expect((await first).code).toBe('aborted');
    expect(aborted).toBe(0);
    resolve(Response.json(['a']));
    expect(await second).toEqual(['a']);
  });

  test('are not joined once everybody has left them', async () => {
    let count = 0;
    const client = createRegistryClient({
      url: 'http://registry',
      fetch: async () => {
        count += 1;
        return count === 1 ? new Promise<Response>(() => {}) : Response.json(['a']);
      },
    });
    const controller = new AbortController();
    const left = failureOf(client.subjects.list({ signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort();
    const next = client.subjects.list();
    expect((await left).code).toBe('aborted');
    expect(await next).toEqual(['a']);
  });

  test('are not sent for a caller who has aborted already', async () => {
    const { client, sent } = await aCountedClient();
    const error = await failureOf(client.subjects.list({ signal: AbortSignal.abort() }));
    expect(error.code).toBe('aborted');
    expect(sent.count).toBe(0);
  });

  test('end when nobody waits any more', async () => {
    const seen: AbortSignal[] = [];
    const client = createRegistryClient({
      url: 'http://registry',
      fetch: async (input, init) => {
        seen.push(new Request(input, init).signal);
        return new Promise<Response>(() => {});
      },
    });
    const controller = new AbortController();
    const call = failureOf(client.subjects.list({ signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort();
    expect((await call).code).toBe('aborted');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen[0]?.aborted).toBe(true);
  });
});

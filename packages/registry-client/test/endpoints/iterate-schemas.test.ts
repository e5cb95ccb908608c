import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRegistryClient,
  type IterateSchemasOptions,
  type RegistryClient,
} from '../../src/index.ts';
import { anEmbeddedClient } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

async function read(
  client: RegistryClient,
  options: IterateSchemasOptions = {},
): Promise<string[]> {
  const subjects: string[] = [];
  for await (const { subject } of client.schemas.iterate(options)) subjects.push(subject);
  return subjects;
}

/** A registry whose listing is what the function says at the time, and which counts the pages that were asked. */
function aListing(subjectsAt: (page: number) => readonly string[], largest = 1_000) {
  const asked: string[] = [];
  const client = createRegistryClient({
    url: 'http://registry',
    fetch: async (input, init) => {
      const { search, searchParams } = new URL(new Request(input, init).url);
      asked.push(search);
      const offset = Number(searchParams.get('offset') ?? 0);
      const wanted = Number(searchParams.get('limit') ?? -1);
      const limit = wanted > 0 && wanted <= largest ? wanted : largest;
      const page = subjectsAt(asked.length).slice(offset, offset + limit);
      return Response.json(
        page.map((subject) => ({ subject, version: 1, id: 1, schema: '"int"' })),
      );
    },
  });
  return { client, asked };
}

const letters = [...'abcdefghij'];

test('every schema of a registry comes once, in order, whatever the size of the pages', async () => {
  const client = anEmbeddedClient();
  const expected: string[] = [];
  for (let count = 10; count < 33; count += 1) {
    await client.versions.register(`s-${count}`, {
      schema: `{"type":"fixed","name":"F","size":${count}}`,
    });
    expected.push(`s-${count}`);
  }
  for (const pageSize of [1, 2, 5, 11, 22, 23, 24, 1_000]) {
    expect(await read(client, { pageSize })).toEqual(expected);
  }
  expect(await read(client, { pageSize: 4, offset: 20 })).toEqual(expected.slice(20));
  expect(await read(client, { offset: 99 })).toEqual([]);
  expect(await read(client, { subjectPrefix: 's-1', pageSize: 3 })).toEqual(expected.slice(0, 10));
  expect(await read(anEmbeddedClient())).toEqual([]);
});

test('a listing that stays is read whole, whatever its length, page size and server', async () => {
  const lengths = fc.integer({ min: 0, max: 40 });
  const sizes = fc.integer({ min: 1, max: 12 });
  await fc.assert(
    fc.asyncProperty(
      lengths,
      sizes,
      fc.integer({ min: 2, max: 12 }),
      async (length, pageSize, largest) => {
        const subjects = Array.from({ length }, (_, index) => `s${index}`);
        const { client } = aListing(() => subjects, largest);
        expect(await read(client, { pageSize })).toEqual(subjects);
      },
    ),
    { numRuns: 200 },
  );
});

test('a server that does not page is read once', async () => {
  for (const count of [1, 2, 10]) {
    const subjects = letters.slice(0, count);
    const client = createRegistryClient({
      url: 'http://registry',
      fetch: async () =>
        Response.json(subjects.map((subject) => ({ subject, version: 1, id: 1, schema: '"int"' }))),
    });
    expect(await read(client, { pageSize: 5 })).toEqual(subjects);
    expect(await read(client)).toEqual(subjects);
  }
});

describe('a listing that moves between two pages', () => {
  test.each([
    ['one comes before what was read', ['0', ...letters]],
    ['one goes from what was read', letters.slice(1)],
    ['the last one read goes', letters.filter((letter) => letter !== 'd')],
    ['everything goes', []],
  ])('is noticed when %s', async (_, after) => {
    const { client } = aListing((page) => (page === 1 ? letters : after));
    const error = await failureOf(read(client, { pageSize: 4 }));
    expect(error).toMatchObject({ code: 'listing_changed', retryable: true });
  });

  test('is no matter when what moves is still to be read', async () => {
    const { client } = aListing((page) => (page === 1 ? letters : [...letters, 'k']));
    expect(await read(client, { pageSize: 4 })).toEqual([...letters, 'k']);
  });

  test('is noticed in an embedded registry too', async () => {
    const registry = createEmbeddedRegistry();
    const client = anEmbeddedClient({}, registry);
    for (const letter of letters) await client.versions.register(letter, { schema: '"int"' });
    const reading = (async () => {
      for await (const { subject } of client.schemas.iterate({ pageSize: 3 }))
        if (subject === 'b') await client.subjects.delete('a');
    })();
    expect((await failureOf(reading)).code).toBe('listing_changed');
  });
});

test('a reader that stops asks for no more pages', async () => {
  const { client, asked } = aListing(() => letters);
  for await (const { subject } of client.schemas.iterate({ pageSize: 3 }))
    if (subject === 'e') break;
  expect(asked).toEqual(['?offset=0&limit=3', '?offset=2&limit=4']);
});

test('a reader can be aborted between pages', async () => {
  const { client, asked } = aListing(() => letters);
  const controller = new AbortController();
  const reading = (async () => {
    const options = { pageSize: 3, signal: controller.signal };
    for await (const { subject } of client.schemas.iterate(options))
      if (subject === 'c') controller.abort();
  })();
  expect((await failureOf(reading)).code).toBe('aborted');
  expect(asked).toHaveLength(1);
});

test.each([0, -1, 1.5, 1_001, Number.NaN])('a page size of %d is refused', async (pageSize) => {
  const error = await failureOf(read(anEmbeddedClient(), { pageSize }));
  expect(error.code).toBe('invalid_argument');
});

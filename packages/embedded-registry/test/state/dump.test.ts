import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';
import { askEverything } from './every-question.ts';
import { askAll, guidsOf, type RandomRequest, randomRequests } from './random-requests.ts';

const edition = fc.constantFrom('community' as const, 'enterprise' as const);

/** Two registries, one made again of what the other one holds after some requests; further requests go to both. */
async function compare(
  of: 'community' | 'enterprise',
  before: readonly RandomRequest[],
  after: readonly RandomRequest[],
): Promise<void> {
  // What fails inside is answered with 500, by both or by none.
  const options = { edition: of, now: () => 1000, onInternalError: () => {} };
  const first = aRegistry(options);
  const again = aRegistry(options);
  const guids = guidsOf(await askAll(first.ask, before));
  const snapshot = first.registry.snapshot();
  await again.registry.reset(snapshot);
  expect(again.registry.snapshot()).toEqual(snapshot);
  expect(await askEverything(again.ask, guids)).toEqual(await askEverything(first.ask, guids));
  expect(await askAll(again.ask, after)).toEqual(await askAll(first.ask, after));
  expect(again.registry.snapshot()).toEqual(first.registry.snapshot());
}

test('a registry that is made again answers everything, and goes on, as the first one', async () => {
  await fc.assert(fc.asyncProperty(edition, randomRequests, randomRequests, compare), {
    numRuns: 50,
  });
}, 60_000);

const importing = { method: 'PUT', target: '/mode', body: { mode: 'IMPORT' } };
const reading = { method: 'PUT', target: '/mode', body: { mode: 'READWRITE' } };

function register(subject: string, body: object): RandomRequest {
  return { method: 'POST', target: `/subjects/${subject}/versions`, body };
}

function purge(target: string): RandomRequest[] {
  return ['false', 'true'].map((permanent) => ({
    method: 'DELETE',
    target: `${target}?permanent=${permanent}`,
  }));
}

const a = { schema: avro('A', 'x') };
const b = { schema: avro('B', 'x') };
const toA = { schema: avro('H', 'a:A'), references: [{ name: 'A', subject: 'a', version: 1 }] };
const toB = { schema: avro('I', 'h:H'), references: [{ name: 'H', subject: 'b', version: 1 }] };

test.each<[string, RandomRequest[]]>([
  [
    'the greatest id, deleted for good',
    [register('a', a), register('b', b), ...purge('/subjects/b')],
  ],
  [
    'an id whose version was overwritten',
    [
      importing,
      register('a', { ...a, id: 5, version: 1 }),
      register('a', { ...b, id: 6, version: 1 }),
      reading,
    ],
  ],
  [
    'references of an id that was overwritten',
    [
      importing,
      register('a', { ...a, id: 1, version: 1 }),
      register('b', { ...toA, id: 2, version: 1 }),
      register('b', { ...b, id: 3, version: 1 }),
      reading,
    ],
  ],
  [
    'a version whose id went with a later one',
    [
      importing,
      register('a', { ...a, id: 1, version: 1 }),
      register('b', { ...toA, id: 2, version: 1 }),
      register(':.x:a', { ...a, id: 1, version: 1 }),
      register('c', { ...toB, id: 3, version: 1 }),
      { method: 'DELETE', target: '/subjects/c' },
      { method: 'DELETE', target: '/subjects/b' },
      register('b', { ...toA, id: 2, version: 2 }),
      ...purge('/subjects/b/versions/2'),
      reading,
    ],
  ],
  [
    'a version that was overwritten by what refers to it',
    [
      importing,
      register('a', { ...a, id: 1, version: 1 }),
      register('a', { ...toA, id: 2, version: 1 }),
      reading,
    ],
  ],
  [
    'one content under two ids',
    [importing, register('a', { ...a, id: 2 }), register('b', { ...a, id: 1 }), reading],
  ],
])('keeps %s', async (_, requests) => {
  const further = [a, b, toA, toB].flatMap((content) => [
    register('a', content),
    register('b', content),
    register('d', content),
  ]);
  await compare('community', requests, [...further, ...purge('/subjects/a'), ...further]);
});

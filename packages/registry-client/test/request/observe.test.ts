import { expect, test } from 'vitest';
import { createRegistryClient, type RequestEnd, type RequestStart } from '../../src/index.ts';
import { aClientAnswered, anErrorAnswer } from '../answering.ts';
import { failureOf } from '../failure-of.ts';

test('every attempt and every read from the cache is told of', async () => {
  const events: (RequestStart & RequestEnd)[] = [];
  let count = 0;
  const client = createRegistryClient({
    url: ['http://user:secret@a/base', 'http://b'],
    name: 'prod',
    retry: { minDelayMs: 1 },
    observe: (start) => (end) => {
      events.push({ ...start, ...end });
    },
    fetch: async () => {
      count += 1;
      if (count === 1) return new Response('', { status: 503 });
      return Response.json({ schema: '"string"' });
    },
  });
  await client.schemas.getById(7);
  await client.schemas.getById(7);
  const request = {
    operation: 'getSchemaById',
    method: 'GET',
    path: '/schemas/ids/7',
    effect: 'read',
    registry: 'prod',
    durationMs: expect.any(Number),
  };
  expect(events).toEqual([
    {
      ...request,
      url: 'http://a/base',
      attempt: 1,
      cached: false,
      status: 503,
      code: 'service_unavailable',
    },
    { ...request, url: 'http://b', attempt: 2, cached: false, status: 200, code: undefined },
    { ...request, url: 'http://a/base', attempt: 1, cached: true, status: 200, code: undefined },
  ]);
});

test('what an observer throws harms nobody', async () => {
  const throwing = () => {
    throw new Error('The meter is broken.');
  };
  const answer = () => Response.json([]);
  expect(await aClientAnswered(answer, { observe: throwing }).subjects.list()).toEqual([]);
  const ends = aClientAnswered(answer, { observe: () => throwing });
  expect(await ends.subjects.list()).toEqual([]);
});

test('a request that is in no table has no operation, and a refused one is not sent', async () => {
  const starts: RequestStart[] = [];
  const observe = (start: RequestStart) => {
    starts.push(start);
    return undefined;
  };
  const client = aClientAnswered(() => anErrorAnswer(404, 404, 'HTTP 404 Not Found'), {
    observe,
    viewOnly: true,
  });
  await failureOf(client.subjects.delete('s'));
  expect(starts).toEqual([]);
  const open = aClientAnswered(() => anErrorAnswer(404, 404, 'HTTP 404 Not Found'), { observe });
  await failureOf(open.raw({ method: 'GET', path: '/nowhere' }));
  expect(starts).toMatchObject([{ operation: undefined, effect: 'write', path: '/nowhere' }]);
});

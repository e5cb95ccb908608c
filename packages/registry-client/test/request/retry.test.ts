import { describe, expect, test } from 'vitest';
import { createRegistryClient, type RegistryClientOptions } from '../../src/index.ts';
import { anErrorAnswer, aPage } from '../answering.ts';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

type Answer = () => Response | Promise<Response>;

/** A client that is answered with each of these in turn, the last one for ever. */
function aClientAnsweredInTurn(answers: Answer[], options: Partial<RegistryClientOptions> = {}) {
  const seen: { method: string; url: string; at: number }[] = [];
  const client = createRegistryClient({
    url: 'http://registry.test',
    fetch: async (input, init) => {
      const { method, url } = new Request(input, init);
      seen.push({ method, url, at: performance.now() });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      if (answer === undefined) throw new Error('There is no answer.');
      return answer();
    },
    retry: { minDelayMs: 1, maxDelayMs: 2 },
    ...options,
  });
  return { client, seen };
}

const busy = (): Response => new Response('', { status: 503 });
const refused = (): never => {
  const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  throw new TypeError('fetch failed', { cause });
};

describe('reads', () => {
  test.each([
    ['a status that passes', busy],
    ['a registry without a leader', () => anErrorAnswer(500, 50004, 'unknown leader')],
    ['no connection', refused],
    ['an answer that was cut off', () => new Response('["a"')],
    ['too many requests', () => anErrorAnswer(429, 429, 'Slow down')],
  ])('are made again after %s', async (_, first) => {
    const { client, seen } = aClientAnsweredInTurn([first, first, () => Response.json(['a'])]);
    expect(await client.subjects.list()).toEqual(['a']);
    expect(seen).toHaveLength(3);
  });

  test.each([
    ['a subject that is not there', () => anErrorAnswer(404, 40401, 'Subject not found')],
    ['a page of a proxy', () => aPage(200)],
    ['wrong credentials', () => anErrorAnswer(401, 401, 'Unauthorized')],
    ['a failure inside the registry', () => anErrorAnswer(500, 500, 'Internal Server Error')],
  ])('are made once when the answer is %s', async (_, answer) => {
    const { client, seen } = aClientAnsweredInTurn([answer]);
    await failureOf(client.subjects.list());
    expect(seen).toHaveLength(1);
  });

  test('are given up after the attempts that were asked for', async () => {
    const { client, seen } = aClientAnsweredInTurn([busy], {
      retry: { attempts: 3, minDelayMs: 1 },
    });
    expect(await failureOf(client.subjects.list())).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(3);
  });

  test('wait as long as the registry asks', async () => {
    const slow = () =>
      Response.json({ error_code: 429 }, { status: 429, headers: { 'retry-after': '0.2' } });
    const { client, seen } = aClientAnsweredInTurn([slow, () => Response.json([])]);
    await client.subjects.list();
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThan(190);
  });

  test('end at once when the registry asks for more time than there is', async () => {
    const later = () =>
      Response.json({ error_code: 429 }, { status: 429, headers: { 'retry-after': '3600' } });
    const { client, seen } = aClientAnsweredInTurn([later]);
    expect(await failureOf(client.subjects.list())).toMatchObject({ retryAfterMs: 3_600_000 });
    expect(seen).toHaveLength(1);
  });

  test('end when the caller aborts while they wait', async () => {
    const { client, seen } = aClientAnsweredInTurn([busy], {
      retry: { minDelayMs: 60_000, maxDelayMs: 60_000, totalMs: 120_000 },
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    const error = await failureOf(client.subjects.list({ signal: controller.signal }));
    expect(error.code).toBe('aborted');
    expect(seen).toHaveLength(1);
  });
});

describe('a write whose outcome is unknown', () => {
  const lost = () => anErrorAnswer(500, 50002, 'Register operation timed out');

  test('is read back, and answers as if nothing had happened', async () => {
    const registered = { subject: 's', version: 2, id: 7, schema: '"string"', guid: 'g' };
    const { client, seen } = aClientAnsweredInTurn([lost, () => Response.json(registered)]);
    const { subject: _, ...answer } = registered;
    expect(await client.versions.register('s', { schema: '"string"' })).toEqual(answer);
    expect(seen.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'POST /subjects/s/versions',
      'POST /subjects/s',
    ]);
  });

  test('is made again when it was not done', async () => {
    const { client, seen } = aClientAnsweredInTurn([
      lost,
      () => anErrorAnswer(404, 40401, "Subject 's' not found."),
      () => Response.json({ id: 7 }),
    ]);
    expect(await client.versions.register('s', { schema: '"string"' })).toEqual({ id: 7 });
    expect(seen).toHaveLength(3);
  });

  test('is not taken for done where another version has the same content', async () => {
    const first = { subject: 's', version: 1, id: 7, schema: '"string"' };
    const { client } = aClientAnsweredInTurn([
      lost,
      () => Response.json(first),
      () => Response.json({ id: 7, version: 3 }),
    ]);
    const request = { schema: '"string"', version: 3, id: 7 };
    expect(await client.versions.register('s', request)).toEqual({ id: 7, version: 3 });
  });

  test.each([
    [
      'it cannot be read back',
      (client: ReturnType<typeof aClientAnsweredInTurn>['client']) =>
        client.versions.delete('s', 'latest'),
    ],
    [
      'nothing tells it',
      (client: ReturnType<typeof aClientAnsweredInTurn>['client']) => client.exporters.pause('e'),
    ],
    [
      'it was raw',
      (client: ReturnType<typeof aClientAnsweredInTurn>['client']) =>
        client.raw({ method: 'DELETE', path: '/subjects/s' }),
    ],
  ])('is reported when %s, and made once', async (_, write) => {
    const { client, seen } = aClientAnsweredInTurn([lost]);
    expect(await failureOf(write(client))).toMatchObject({ outcomeUnknown: true });
    expect(seen).toHaveLength(1);
  });

  test('is reported when the caller aborts: nobody waits for what was found', async () => {
    const controller = new AbortController();
    const { client, seen } = aClientAnsweredInTurn([
      () => {
        controller.abort();
        return new Promise<Response>(() => {});
      },
    ]);
    const error = await failureOf(client.subjects.delete('s', { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', outcomeUnknown: true });
    expect(seen).toHaveLength(1);
  });
});

describe('each write that can be read back', () => {
  const cases: [string, (client: ReturnType<typeof anEmbeddedClient>) => Promise<unknown>][] = [
    ['register', (client) => client.versions.register('s', { schema: aRecord('R', 'a', 'b') })],
    ['register again', (client) => client.versions.register('s', { schema: aRecord('R', 'a') })],
    ['delete a version', (client) => client.versions.delete('s', 1)],
    [
      'delete a version for good',
      (client) => client.versions.delete('old', 1, { permanent: true }),
    ],
    ['delete a subject', (client) => client.subjects.delete('s')],
    ['update a configuration', (client) => client.config.update('s', { compatibility: 'FULL' })],
    ['clear a field', (client) => client.config.update('set', { normalize: null })],
    [
      'update the global configuration',
      (client) => client.config.updateGlobal({ normalize: true }),
    ],
    ['set a mode', (client) => client.mode.set('s', 'READONLY')],
    ['set the global mode', (client) => client.mode.setGlobal('READONLY')],
    ['delete an empty context', (client) => client.contexts.delete('nothing')],
  ];

  test.each(cases)('answers as the registry would: %s', async (_, write) => {
    const prepared = async () => {
      const { createEmbeddedRegistry } = await import('@srkit/embedded-registry');
      const registry = createEmbeddedRegistry({ now: () => 0 });
      const client = anEmbeddedClient({}, registry);
      await client.versions.register('s', { schema: aRecord('R', 'a') });
      await client.versions.register('old', { schema: aRecord('R', 'a') });
      await client.subjects.delete('old');
      await client.config.update('set', { normalize: true, compatibility: 'FULL' });
      return registry;
    };
    const expected = await write(anEmbeddedClient({}, await prepared()));
    const registry = await prepared();
    let isFirst = true;
    const client = anEmbeddedClient({
      retry: { minDelayMs: 1 },
      fetch: async (input, init) => {
        const response = await registry.fetch(input, init);
        if (!isFirst) return response;
        isFirst = false;
        return anErrorAnswer(500, 50002, 'It was done, but nobody says so');
      },
    });
    const answer = await write(client);
    expect(answer).toEqual(
      typeof expected === 'object' && expected !== null && !Array.isArray(expected)
        ? expect.objectContaining(expected)
        : expected,
    );
  });
});

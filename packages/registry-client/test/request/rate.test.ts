import { describe, expect, test } from 'vitest';
import { createRegistryClient, type RegistryClientOptions } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';

/** A client, and when its requests arrived, in milliseconds from the first one. */
function aTimedClient(
  options: Partial<RegistryClientOptions>,
  answer: (count: number) => Response = () => Response.json([]),
) {
  const times: number[] = [];
  const client = createRegistryClient({
    url: 'http://registry',
    cache: false,
    fetch: async () => {
      times.push(performance.now());
      return answer(times.length);
    },
    ...options,
  });
  return { client, at: (index: number) => (times[index] ?? 0) - (times[0] ?? 0), times };
}

const many = async (count: number, call: () => Promise<unknown>): Promise<void> => {
  await Promise.all(Array.from({ length: count }, call));
};

describe('a budget', () => {
  test('lets a second’s worth through at once, and spreads the rest', async () => {
    const { client, at } = aTimedClient({ rate: { readsPerSecond: 20 } });
    await many(26, () => client.subjects.list());
    expect(at(19)).toBeLessThan(40 + at(0) + 40);
    expect(at(25)).toBeGreaterThan(250);
  });

  test('is one for reads and one for writes', async () => {
    const { client, at } = aTimedClient({ rate: { writesPerSecond: 5 } });
    await many(50, () => client.subjects.list());
    await many(7, () => client.subjects.delete('s'));
    expect(at(56)).toBeGreaterThan(300);
  });

  test('counts repeats', async () => {
    const { client, at } = aTimedClient(
      { rate: { readsPerSecond: 2 }, retry: { attempts: 4, minDelayMs: 1, maxDelayMs: 1 } },
      (count) => (count < 4 ? new Response('', { status: 503 }) : Response.json([])),
    );
    await client.subjects.list();
    expect(at(3)).toBeGreaterThan(900);
  });

  test('can be left by the caller', async () => {
    const { client, times } = aTimedClient({ rate: { readsPerSecond: 1 } });
    await client.subjects.list();
    const controller = new AbortController();
    const call = failureOf(client.subjects.list({ signal: controller.signal }));
    controller.abort();
    expect((await call).code).toBe('aborted');
    expect(times).toHaveLength(1);
  });

  test('is Confluent Cloud’s at Confluent Cloud', async () => {
    const url = 'https://psrc-1.eu-central-1.aws.confluent.cloud';
    const { client, at } = aTimedClient({ url });
    await many(30, () => client.subjects.delete('s'));
    expect(at(29)).toBeGreaterThan(150);
    const free = aTimedClient({ url, rate: false });
    await many(30, () => free.client.subjects.delete('s'));
    expect(free.at(29)).toBeLessThan(140);
  });
});

describe('what the registry says of its limits', () => {
  test('a Retry-After holds for everybody', async () => {
    const { client, at } = aTimedClient({ retry: { minDelayMs: 1, maxDelayMs: 1 } }, (count) =>
      count > 1
        ? Response.json([])
        : Response.json({ error_code: 429 }, { status: 429, headers: { 'retry-after': '0.2' } }),
    );
    const first = client.subjects.list();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await client.contexts.list();
    await first;
    expect(at(1)).toBeGreaterThan(180);
  });

  test('holds nobody back for longer than a minute', async () => {
    let time = 0;
    const { client, times } = aTimedClient({ now: () => time }, (count) =>
      count > 1
        ? Response.json([])
        : Response.json({ error_code: 429 }, { status: 429, headers: { 'retry-after': '999999' } }),
    );
    await failureOf(client.subjects.list());
    time = 60_001;
    await client.subjects.list();
    expect(times).toHaveLength(2);
  });

  test('nothing is sent while nothing remains', async () => {
    const { client, at } = aTimedClient({}, () =>
      Response.json([], { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0.2' } }),
    );
    await client.subjects.list();
    await client.subjects.list();
    expect(at(1)).toBeGreaterThan(180);
  });
});

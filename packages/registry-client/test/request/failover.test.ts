import { expect, test } from 'vitest';
import { createRegistryClient, type RegistryClientOptions } from '../../src/index.ts';
import { anErrorAnswer } from '../answering.ts';
import { failureOf } from '../failure-of.ts';

type Behaviour = () => Response;

const well: Behaviour = () => Response.json([]);
const refuses: Behaviour = () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  throw new TypeError('fetch failed', { cause });
};
const resets: Behaviour = () => {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  throw new TypeError('fetch failed', { cause });
};
const status =
  (code: number): Behaviour =>
  () =>
    new Response('', { status: code });

/** A client of three addresses that behave as they are told, and which of them were asked. */
function aClientOfThree(options: Partial<RegistryClientOptions> = {}) {
  const behaviours: Record<string, Behaviour> = { a: well, b: well, c: well };
  let asked: string[] = [];
  const client = createRegistryClient({
    url: ['http://a', 'http://b', 'http://c'],
    fetch: async (input, init) => {
      const { hostname } = new URL(new Request(input, init).url);
      asked.push(hostname);
      return (behaviours[hostname] ?? well)();
    },
    retry: false,
    ...options,
  });
  const takeAsked = (): string => {
    const hosts = asked.join('');
    asked = [];
    return hosts;
  };
  return { client, behaviours, takeAsked };
}

test('stays with the first address while it answers', async () => {
  const { client, takeAsked } = aClientOfThree();
  for (let count = 0; count < 3; count += 1) await client.subjects.list();
  expect(takeAsked()).toBe('aaa');
});

test.each([
  ['refuses', refuses],
  ['cuts off', resets],
  ['answers 502', status(502)],
  ['answers 503', status(503)],
  ['answers 504', status(504)],
  ['knows no leader', () => anErrorAnswer(500, 50004, 'unknown leader')],
  ['cannot forward', () => anErrorAnswer(500, 50003, 'forwarding failed')],
])('moves on from one that %s, and stays with the next', async (_, behaviour) => {
  const { client, behaviours, takeAsked } = aClientOfThree();
  behaviours['a'] = behaviour;
  await client.subjects.list();
  await client.subjects.list();
  expect(takeAsked()).toBe('abb');
});

test.each([
  ['a 404', () => anErrorAnswer(404, 40401, 'not found')],
  ['a 409', () => anErrorAnswer(409, 40901, 'incompatible')],
  ['a 429', () => anErrorAnswer(429, 429, 'slow down')],
  ['a 500', () => anErrorAnswer(500, 50001, 'store')],
  ['a 401', () => anErrorAnswer(401, 401, 'who?')],
])('does not move on from %s', async (_, behaviour) => {
  const { client, behaviours, takeAsked } = aClientOfThree();
  behaviours['a'] = behaviour;
  await failureOf(client.subjects.list());
  await failureOf(client.subjects.list());
  expect(takeAsked()).toBe('aa');
});

test('a write that may have been done is not made elsewhere, but the next request goes there', async () => {
  const { client, behaviours, takeAsked } = aClientOfThree();
  behaviours['a'] = resets;
  const error = await failureOf(client.subjects.delete('s'));
  expect(error.outcomeUnknown).toBe(true);
  expect(takeAsked()).toBe('a');
  await client.subjects.list();
  expect(takeAsked()).toBe('b');
});

test('a write that was surely not done is made elsewhere', async () => {
  const { client, behaviours, takeAsked } = aClientOfThree();
  behaviours['a'] = refuses;
  expect(await client.subjects.delete('s')).toEqual([]);
  expect(takeAsked()).toBe('ab');
});

test('says what the last one said when none answers', async () => {
  const { client, behaviours, takeAsked } = aClientOfThree();
  Object.assign(behaviours, { a: refuses, b: refuses, c: status(503) });
  expect(await failureOf(client.subjects.list())).toMatchObject({ status: 503 });
  expect(takeAsked()).toBe('abc');
});

test('leaves one alone that fails again and again, and uses it again when it answers', async () => {
  const { client, behaviours, takeAsked } = aClientOfThree({
    failover: { failures: 2, pauseMs: 60 },
  });
  const failing = [status(503), refuses] as const;
  // Two rounds in which nobody answers leave all of them alone.
  for (const behaviour of failing) {
    Object.assign(behaviours, { a: behaviour, b: behaviour, c: well });
    await client.subjects.list();
    Object.assign(behaviours, { a: well, b: well, c: refuses });
    await client.subjects.list();
  }
  takeAsked();
  Object.assign(behaviours, { a: refuses, b: well, c: refuses });
  await client.subjects.list();
  await client.subjects.list();
  expect(takeAsked()).toMatch(/bb?$/);
  await new Promise((resolve) => setTimeout(resolve, 80));
  Object.assign(behaviours, { a: well, b: refuses, c: well });
  await client.subjects.list();
  await client.subjects.list();
  expect(takeAsked()).toMatch(/^b(cc|aa)$/);
});

test('credentials belong to the address that they stand in', async () => {
  const seen: (string | null)[] = [];
  const client = createRegistryClient({
    url: ['http://one:secret@a', 'http://b'],
    fetch: async (input, init) => {
      const request = new Request(input, init);
      seen.push(request.headers.get('authorization'));
      return new URL(request.url).hostname === 'a' ? status(503)() : well();
    },
    retry: false,
  });
  await client.subjects.list();
  expect(seen).toEqual([`Basic ${Buffer.from('one:secret').toString('base64')}`, null]);
  expect(client.describe().urls).toEqual(['http://a', 'http://b']);
});

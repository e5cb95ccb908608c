import { describe, expect, test } from 'vitest';
import { createClock, type Fault } from '../../src/index.ts';
import { aServer, registering, ways } from '../a-server.ts';

const versions = '/subjects/s/versions';

describe.each(ways)('over %s', (way) => {
  const withFaults = (...faults: Fault[]) => aServer(way, { faults });

  test('an error is answered in the registry’s form, and nothing is done', async () => {
    const { ask, registry } = await withFaults({ kind: 'error' });
    const answer = await ask(versions, registering('"int"'));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/vnd.schemaregistry.v1+json');
    expect(await answer.json()).toEqual({ error_code: 503, message: 'Service Unavailable' });
    registry.faults.clear();
    expect(await (await ask('/subjects')).json()).toEqual([]);
  });

  test.each([
    [{ status: 504 }, 504, { error_code: 504, message: 'HTTP 504' }],
    [{ errorCode: 50003 }, 500, { error_code: 50003, message: expect.stringMatching(/leader/) }],
    [{ status: 502, errorCode: 50001, message: 'Bad' }, 502, { error_code: 50001, message: 'Bad' }],
  ])('an error of %j', async (fields, status, body) => {
    const { ask } = await withFaults({ kind: 'error', ...fields, retryAfterSeconds: 7 });
    const answer = await ask('/subjects');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '7']);
    expect(await answer.json()).toEqual(body);
  });

  test('50002 is answered although the version was written', async () => {
    const { ask, registry } = await withFaults({ kind: 'error', written: true });
    const answer = await ask(versions, registering('"int"'));
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error_code: 50002, message: 'Operation timed out' });
    // Only writes time out, and only those that are not refused before.
    expect(await (await ask(versions)).json()).toEqual([1]);
    expect((await ask(versions, registering('nonsense'))).status).toBe(422);
    expect(registry.faults.list()).toMatchObject([{ injected: 1 }]);
  });

  test('latency comes before the answer, and ends with the client', async () => {
    const { ask, registry } = await withFaults({ kind: 'latency', delayMs: [60, 80] });
    const before = performance.now();
    expect((await ask('/subjects')).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(55);
    registry.faults.set([{ kind: 'latency', delayMs: 3_600_000 }]);
    const given = ask('/subjects', { signal: AbortSignal.timeout(50) });
    await expect(given).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('a cut-off body has its status, and fails while it is read', async () => {
    const { ask, registry } = await withFaults({ kind: 'cut-off', afterBytes: 5 });
    const answer = await ask(versions, registering('"int"'));
    expect(answer.status).toBe(200);
    const read = readParts(answer);
    await expect(read.ended).rejects.toMatchObject({ name: 'TypeError', message: 'terminated' });
    expect(read.text()).toBe('{"id"');
    registry.faults.clear();
    expect(await (await ask(versions)).json()).toEqual([1]);
  });

  test('half of a body is cut off by default, and a short one is not', async () => {
    const { ask, registry } = await withFaults({ kind: 'cut-off' });
    const half = readParts(await ask('/schemas/types'));
    await expect(half.ended).rejects.toThrow('terminated');
    expect('["JSON","PROTOBUF","AVRO"]'.startsWith(half.text())).toBe(true);
    expect(half.text()).toHaveLength(13);
    registry.faults.set([{ kind: 'cut-off', afterBytes: 26 }]);
    expect(await (await ask('/schemas/types')).json()).toHaveLength(3);
    expect((await ask('/schemas/types', { method: 'HEAD' })).status).toBe(200);
    expect(registry.faults.list()).toMatchObject([{ injected: 0 }]);
  });

  test('a reset fails with ECONNRESET', async () => {
    const { ask } = await withFaults(
      { kind: 'connection-reset', count: 1 },
      { kind: 'connection-reset', written: true },
    );
    const reset = { name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNRESET' } };
    await expect(ask(versions, registering('"int"'))).rejects.toMatchObject(reset);
    expect((await ask(versions)).status).toBe(404);
    await expect(ask(versions, registering('"int"'))).rejects.toMatchObject(reset);
    expect(await (await ask(versions)).json()).toEqual([1]);
  });

  test('no answer comes until the client gives up', async () => {
    const { ask } = await withFaults(
      { kind: 'no-answer', method: 'GET', count: 1 },
      { kind: 'no-answer', written: true },
    );
    const given = () => ({ signal: AbortSignal.timeout(50) });
    await expect(ask('/subjects', given())).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(ask(versions, { ...registering('"int"'), ...given() })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(await (await ask(versions)).json()).toEqual([1]);
  });

  test('more requests a second than allowed get 429, until the clock goes on', async () => {
    const clock = createClock();
    const { ask, registry } = await aServer(way, {
      now: clock.now,
      faults: [{ kind: 'rate-limit', requestsPerSecond: 2, route: '/subjects' }],
    });
    const limits = async () => {
      const { status, headers } = await ask('/subjects');
      const named = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
      return [status, ...[...named, 'retry-after'].map((name) => headers.get(name))];
    };
    expect(await limits()).toEqual([200, '2', '1', '1', null]);
    expect(await limits()).toEqual([200, '2', '0', '1', null]);
    expect(await limits()).toEqual([429, '2', '0', '1', '1']);
    expect(await (await ask('/subjects')).json()).toEqual({
      error_code: 429,
      message: 'Too Many Requests',
    });
    expect((await ask('/config')).headers.get('x-ratelimit-limit')).toBeNull();
    clock.advance(500);
    expect(await limits()).toEqual([200, '2', '0', '1', null]);
    expect(await limits()).toEqual([429, '2', '0', '1', '1']);
    clock.advance(-10_000);
    expect((await limits())[0]).toBe(429);
    clock.advance(60_000);
    expect(await limits()).toEqual([200, '2', '1', '1', null]);
    expect(registry.faults.list()).toMatchObject([{ injected: 4 }]);
  });
});

test('a slow limit says how long to wait', async () => {
  const { ask } = await aServer('fetch', {
    now: createClock().now,
    faults: [{ kind: 'rate-limit', requestsPerSecond: 0.1 }],
  });
  expect((await ask('/')).status).toBe(200);
  expect((await ask('/')).headers.get('retry-after')).toBe('10');
});

test('a rate hits its share of the requests, the same each time for a seed', async () => {
  const pattern = async (seed?: number) => {
    const faults: Fault[] = [{ kind: 'error', rate: 0.3 }];
    const { ask, registry } = await aServer('fetch', { faults: { faults, ...(seed && { seed }) } });
    const statuses: number[] = [];
    for (let count = 0; count < 200; count += 1) statuses.push((await ask('/subjects')).status);
    const [{ injected } = { injected: 0 }] = registry.faults.list();
    expect(statuses.filter((status) => status === 503)).toHaveLength(injected);
    expect(injected).toBeGreaterThan(30);
    expect(injected).toBeLessThan(90);
    return statuses.join(' ');
  };
  expect(await pattern()).toBe(await pattern(1));
  expect(await pattern(2)).not.toBe(await pattern(1));
});

test('a rate of 0 hits nothing', async () => {
  const { ask } = await aServer('fetch', { faults: [{ kind: 'error', rate: 0 }] });
  for (let count = 0; count < 50; count += 1) expect((await ask('/')).status).toBe(200);
});

test('the first fault that hits decides, after every latency before it', async () => {
  const { ask, registry } = await aServer('fetch', {
    faults: [
      { kind: 'latency', delayMs: 1 },
      { kind: 'rate-limit', requestsPerSecond: 1000 },
      { kind: 'error', status: 500, count: 1 },
      { kind: 'error', status: 502, count: 1 },
      { kind: 'latency', delayMs: 1 },
    ],
  });
  const answer = await ask('/');
  expect([answer.status, answer.headers.get('x-ratelimit-limit')]).toEqual([500, '1000']);
  expect((await ask('/')).status).toBe(502);
  expect((await ask('/')).status).toBe(200);
  expect(registry.faults.list().map(({ injected }) => injected)).toEqual([3, 0, 1, 1, 1]);
});

const get = 'GET /subjects/s/versions';
const getEncoded = 'GET /subjects/%73/versions/?deleted=true';
const getInContext = 'GET /contexts/.c/subjects/s/versions';
const post = 'POST /subjects/s/versions';
const others = ['GET /subjects', 'POST /nowhere', 'GET /subjects/t%ZZ/versions'];

test.each<[string, object, string[]]>([
  ['a route', { route: 'GET /subjects/{any}/versions' }, [get, getEncoded, getInContext]],
  [
    'a path of any method',
    { route: '/subjects/{subject}/versions' },
    [get, getEncoded, getInContext, post],
  ],
  ['an operation', { route: 'registerSchema' }, [post]],
  ['one subject', { route: '/subjects/s/versions', method: 'GET' }, [get, getEncoded]],
  ['one subject of a context', { route: 'GET /subjects/:.c:s/versions' }, [getInContext]],
  ['a method', { method: 'POST' }, [post, 'POST /nowhere']],
])('only %s is hit', async (_, scope, expected) => {
  const { registry } = await aServer('fetch', { faults: [{ kind: 'error', ...scope }] });
  const hit: string[] = [];
  for (const request of [get, getEncoded, getInContext, post, ...others]) {
    const [method = '', target = ''] = request.split(' ');
    const { status } = await registry.handle({ method, target });
    if (status === 503) hit.push(request);
  }
  expect(hit).toEqual(expected);
});

test('faults can be changed at any time, and what is wrong changes nothing', async () => {
  const { ask, registry } = await aServer('fetch');
  expect(registry.faults.list()).toEqual([]);
  const own: Fault[] = [{ kind: 'error', count: 1 }];
  registry.faults.set(own);
  own.length = 0;
  expect(() => registry.faults.set([{ kind: 'error', rate: 2 }])).toThrow(RangeError);
  expect((await ask('/')).status).toBe(503);
  expect((await ask('/')).status).toBe(200);
  expect(registry.faults.list()).toEqual([{ fault: { kind: 'error', count: 1 }, injected: 1 }]);
  registry.faults.clear();
  expect(registry.faults.list()).toEqual([]);
});

/** Reads the text of a body until it ends or fails. */
function readParts(answer: Response): { ended: Promise<void>; text: () => string } {
  const parts: Uint8Array[] = [];
  const read = async () => {
    for await (const part of answer.body ?? []) parts.push(part);
  };
  return { ended: read(), text: () => Buffer.concat(parts).toString('utf8') };
}

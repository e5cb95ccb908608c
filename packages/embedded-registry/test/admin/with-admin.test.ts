import { describe, expect, test } from 'vitest';
import { createEmbeddedRegistry, type RegistrySnapshot } from '../../src/index.ts';
import { aServer, registering, ways } from '../a-server.ts';

/** What an error is answered with. */
interface ErrorBody {
  error_code?: number;
  message?: string;
}

const put = (value: unknown): RequestInit => ({ method: 'PUT', body: JSON.stringify(value) });
const post = (value?: unknown): RequestInit => ({
  method: 'POST',
  ...(value !== undefined && { body: JSON.stringify(value) }),
});

describe.each(ways)('over %s', (way) => {
  test('seeds, shows a snapshot, and goes back to it', async () => {
    const { ask } = await aServer(way, { admin: true });
    const files = { 'shop/Order.avsc': '"int"', 'bad.avsc': '{', 'read.me': 'x' };
    const seeded = await ask('/_srkit/seed', post({ files, options: { context: 'c' } }));
    expect(await seeded.json()).toEqual([
      { file: 'bad.avsc', ok: false, reason: expect.any(String) },
      { file: 'shop/Order.avsc', ok: true, subject: ':.c:shop/Order', version: 1, id: 1 },
    ]);
    const snapshot = (await (await ask('/_srkit/snapshot')).json()) as RegistrySnapshot;
    expect((await ask('/_srkit/reset', post())).status).toBe(204);
    expect(await (await ask('/subjects?subjectPrefix=:*:')).json()).toEqual([]);
    expect((await ask('/_srkit/reset', post(snapshot))).status).toBe(204);
    expect(await (await ask('/subjects?subjectPrefix=:*:')).json()).toEqual([':.c:shop/Order']);
  });

  test('puts, shows and takes away faults, which leave the admin path alone', async () => {
    const { ask } = await aServer(way, { admin: true });
    const fault = { kind: 'error', status: 500 };
    const shown = await ask('/_srkit/faults', put({ seed: 3, faults: [fault] }));
    expect(await shown.json()).toEqual([{ fault, injected: 0 }]);
    expect((await ask('/subjects')).status).toBe(500);
    expect(await (await ask('/_srkit/faults')).json()).toEqual([{ fault, injected: 1 }]);
    expect((await ask('/_srkit/faults', { method: 'DELETE' })).status).toBe(204);
    expect((await ask('/subjects')).status).toBe(200);
  });

  test('counts what was asked and how it was answered', async () => {
    const { ask, registry } = await aServer(way, { admin: true });
    await ask('/subjects/s/versions', registering('"int"'));
    await ask('/contexts/.c/subjects/s/versions', registering('"int"'));
    await ask('/subjects/s/versions', registering('no schema'));
    await ask('/nowhere');
    registry.faults.set([{ kind: 'connection-reset', count: 1 }]);
    await ask('/subjects').catch(() => {});
    await ask('/subjects');
    expect(await (await ask('/_srkit/requests')).json()).toEqual({
      registerSchema: { 200: 2, 422: 1 },
      unknown: { 404: 1 },
      listSubjects: { 0: 1, 200: 1 },
    });
    expect((await ask('/_srkit/requests', { method: 'DELETE' })).status).toBe(204);
    expect(await (await ask('/_srkit/requests')).json()).toEqual({});
  });

  test.each<[string, RequestInit, number, RegExp]>([
    ['/_srkit/reset', post({}), 422, /no snapshot/],
    ['/_srkit/reset', { method: 'POST', body: '{' }, 400, /no JSON/],
    ['/_srkit/reset', {}, 405, /reset takes POST/],
    ['/_srkit/seed', post(), 422, /The body is an object/],
    ['/_srkit/seed', post({}), 422, /needs files/],
    ['/_srkit/seed', post({ files: { a: 1 } }), 422, /files takes an object with the text/],
    ['/_srkit/seed', post({ files: {}, options: { naming: 'x' } }), 422, /naming takes path, file/],
    ['/_srkit/seed', post({ files: {}, options: { context: 'a:b' } }), 422, /context/],
    ['/_srkit/faults', put([{ kind: 'x' }]), 422, /Fault 1 needs a kind/],
    ['/_srkit/faults', put([]), 200, /^$/],
    ['/_srkit/nothing', {}, 404, /no 'nothing'; it has reset, snapshot/],
    ['/_srkit/__proto__', {}, 404, /no '__proto__'/],
    ['/_srkit/', {}, 404, /no ''/],
    ['/_srkit/reset', { ...post(), headers: { origin: 'http://evil.test' } }, 403, /no browser/],
  ])('%s %j is answered with %d', async (path, init, status, sentence) => {
    const { ask } = await aServer(way, { admin: true });
    const answer = await ask(path, init);
    const { error_code = 200, message = '' } = (await answer.json()) as ErrorBody;
    expect([answer.status, error_code]).toEqual([status, status]);
    expect(message).toMatch(sentence);
  });

  test('there is none unless it is asked for', async () => {
    const { ask } = await aServer(way);
    for (const path of ['/_srkit/snapshot', '/_srkit/faults', '/_srkit']) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ error_code: 404, message: 'HTTP 404 Not Found' });
    }
  });
});

test('a nest that is too deep is refused, and nothing is lost', async () => {
  const seen: unknown[] = [];
  const registry = createEmbeddedRegistry({ admin: true, onInternalError: (e) => seen.push(e) });
  await registry.seed([{ path: 's.avsc', text: '"int"' }]);
  const deep = `{"format":1,"changes":[{"kind":"put","record":${'['.repeat(2e5)}${']'.repeat(2e5)}}]}`;
  const answer = await registry.fetch('http://x/_srkit/reset', { method: 'POST', body: deep });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await (await registry.fetch('http://x/subjects')).json()).toEqual(['s']);
});

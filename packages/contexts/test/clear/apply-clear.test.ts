import { listen } from '@srkit/embedded-registry/node';
import type { RegistryClient } from '@srkit/registry-client';
import { expect, onTestFinished, test } from 'vitest';
import {
  applyClear,
  type ClearProgress,
  type ClearResult,
  clearContexts,
  prepareClear,
} from '../../src/index.ts';
import { aGateway, anError, type PassingRequest, withoutContexts } from '../a-gateway.ts';
import { aClient, aRecord, aRegistry, fill, overwrite, versionsOf } from '../a-registry.ts';

const chain = { ':.a:base': [], ':.a:middle': [':.a:base'], ':.a:top': [':.a:middle'] };

/** Outcomes by subject. */
function outcomesOf({ subjects }: ClearResult): Record<string, string> {
  return Object.fromEntries(subjects.map(({ name, outcome }) => [name, outcome]));
}

/** Whether a request deletes something, or one subject of the context `.a`. */
function isDelete({ method, path }: PassingRequest, subject?: string): boolean {
  return method === 'DELETE' && (subject === undefined || path === `/subjects/:.a:${subject}`);
}

async function clear(client: RegistryClient, contexts: string[], permanent = false) {
  return clearContexts(client, contexts, { permanent });
}

/** So many subjects in two contexts, in groups of three that refer to each other. */
async function fillMany(client: RegistryClient, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const context = number % 2 === 0 ? '.a' : '.b';
    const before = `:${number % 2 === 0 ? '.b' : '.a'}:s${number - 1}`;
    await client.versions.register(
      `:${context}:s${number}`,
      number % 3 === 0 ? aRecord() : aRecord(before),
    );
  }
}

test.each([false, true])('contexts are cleared (permanent: %s)', async (permanent) => {
  const { client } = aRegistry();
  await fill(client, { ...chain, ':.b:x': [':.a:top'], ':.c:other': [], orders: [] });
  const plan = await prepareClear(client, ['a', 'b'], { permanent });
  const result = await applyClear(client, plan);
  const none = { alreadyGone: 0, blocked: 0, changed: 0, failed: 0, unknown: 0, notReached: 0 };
  expect(result).toEqual({
    registry: 'registry',
    permanent,
    requests: permanent ? 8 : 4,
    contexts: [
      { name: '.a', total: 3, deleted: 3, ...none, left: [], unplanned: [] },
      { name: '.b', total: 1, deleted: 1, ...none, left: [], unplanned: [] },
    ],
    subjects: ['.b:x', '.a:top', '.a:middle', '.a:base'].map((name) => ({
      name: `:${name}`,
      context: name.slice(0, 2),
      subject: name.slice(3),
      outcome: 'deleted',
      versions: [1],
    })),
  });
  const left = (await versionsOf(client)).filter(({ deleted }) => permanent || !deleted);
  expect(left.map(({ subject }) => subject)).toEqual([':.c:other', 'orders']);
  expect(await client.contexts.list()).toEqual(['.', '.a', '.b', '.c']);
  // Once more, there is nothing to do.
  expect(await clear(client, ['a', 'b'], permanent)).toMatchObject({ requests: 0, subjects: [] });
});

test('300 subjects with references in any direction leave none, in few more requests than a loop', async () => {
  for (const permanent of [false, true]) {
    const { registry, client } = aRegistry();
    const registered: string[] = [];
    for (let number = 0; number < 300; number += 1) {
      // In another order than that of their names, and to and from every context.
      const name = (number * 7919) % 300;
      const subject = `:.c${name % 5}:s${name}`;
      const targets = [1, 17, 60].flatMap((back) => registered[number - back] ?? []);
      await client.versions.register(subject, aRecord(...targets));
      registered.push(subject);
    }
    // Second versions, so that subjects refer to each other both ways.
    for (let number = 0; number < 280; number += 20) {
      const subject = registered[number] ?? '';
      await client.versions.register(subject, aRecord(registered[number + 1] ?? ''));
    }
    const gateway = aGateway(registry);
    const through = aClient(registry, { fetch: gateway.fetch });
    const result = await clear(through, ['c0', 'c1', 'c2', 'c3', 'c4'], permanent);
    expect(result.contexts.map(({ deleted, left }) => [deleted, left])).toEqual(
      Array.from({ length: 5 }, () => [60, []]),
    );
    expect(await client.subjects.list({ deleted: permanent })).toEqual([]);
    // A whole subject is one request; of the pairs one more.
    const deletions = (300 + 14) * (permanent ? 2 : 1);
    expect(result.requests).toBe(deletions);
    expect(gateway.requests.length).toBeLessThanOrEqual(deletions * 1.1);
  }
});

test('at most as many deletions as said are under way', async () => {
  for (const [concurrency, most] of [
    [undefined, 4],
    [1, 1],
    [10, 10],
  ] as const) {
    const { registry, client } = aRegistry();
    await fillMany(client, 40);
    const plan = await prepareClear(client, ['a', 'b']);
    let [open, mostOpen] = [0, 0];
    const gateway = aGateway(registry, async (request) => {
      if (!isDelete(request)) return undefined;
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      const answer = await registry.fetch(`http://registry${encodeURI(request.path)}`, {
        method: 'DELETE',
      });
      await new Promise((resolve) => setTimeout(resolve, 1));
      open -= 1;
      return answer;
    });
    const through = aClient(registry, { fetch: gateway.fetch });
    const result = await applyClear(through, plan, { concurrency });
    expect(result.contexts.map(({ deleted }) => deleted)).toEqual([20, 20]);
    expect(mostOpen).toBe(most);
  }
});

test.each([0, 11, 1.5, Number.NaN])('a concurrency of %s is refused', async (concurrency) => {
  const { client } = aRegistry();
  const plan = await prepareClear(client, ['a']);
  const applying = applyClear(client, plan, { concurrency });
  await expect(applying).rejects.toMatchObject({
    code: 'invalid_argument',
    message: expect.stringContaining('from 1 to 10'),
  });
});

test('what comes to refer to a subject after the plan blocks it, and the rest goes', async () => {
  const { client } = aRegistry();
  await fill(client, { ...chain, ':.a:free': [] });
  const plan = await prepareClear(client, ['a'], { permanent: true });
  await client.versions.register(':.b:new', aRecord(':.a:middle'));
  const result = await applyClear(client, plan);
  expect(outcomesOf(result)).toEqual({
    ':.a:top': 'deleted',
    ':.a:free': 'deleted',
    ':.a:middle': 'blocked',
    ':.a:base': 'blocked',
  });
  expect(result.subjects.find(({ name }) => name === ':.a:base')).toMatchObject({
    code: 'reference_exists',
    reason: ':.a:middle refers to it and was not deleted.',
  });
  expect(await client.subjects.list()).toEqual([':.a:base', ':.a:middle', ':.b:new']);
});

test('what is registered after the plan stays and is told', async () => {
  const { client } = aRegistry();
  await fill(client, chain);
  const plan = await prepareClear(client, ['a']);
  await client.versions.register(':.a:new', aRecord());
  await client.versions.register(':.a:middle', aRecord());
  const result = await applyClear(client, plan);
  expect(outcomesOf(result)).toEqual({
    ':.a:top': 'deleted',
    ':.a:middle': 'changed',
    ':.a:base': 'blocked',
  });
  expect(result.subjects[1]?.reason).toContain('(2)');
  expect(result.contexts).toMatchObject([
    { changed: 1, blocked: 1, left: [':.a:base', ':.a:middle', ':.a:new'], unplanned: [':.a:new'] },
  ]);
});

test('a version that comes while it clears goes with its subject, and is told', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ':.a:x': [] });
  const gateway = aGateway(registry, async (request) => {
    if (isDelete(request)) await client.versions.register(':.a:x', aRecord());
    return undefined;
  });
  const result = await clear(aClient(registry, { fetch: gateway.fetch }), ['a']);
  expect(result.subjects).toMatchObject([
    { outcome: 'deleted', versions: [1, 2], reason: expect.stringContaining('meanwhile: 2') },
  ]);
});

test('what is registered while it clears stays and is told', async () => {
  const { registry, client } = aRegistry();
  await fill(client, chain);
  const gateway = aGateway(registry, async (request) => {
    if (isDelete(request, 'base')) await client.versions.register(':.a:new', aRecord());
    return undefined;
  });
  const result = await clear(aClient(registry, { fetch: gateway.fetch }), ['a']);
  expect(result.contexts).toMatchObject([
    { deleted: 3, left: [':.a:new'], unplanned: [':.a:new'] },
  ]);
});

test('what somebody else deletes meanwhile is gone already', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:soft': [], ':.a:permanent': [], ':.a:kept': [] });
  const plan = await prepareClear(client, ['a']);
  await client.subjects.delete(':.a:soft');
  await client.subjects.delete(':.a:permanent');
  await client.subjects.delete(':.a:permanent', { permanent: true });
  const result = await applyClear(client, plan);
  expect(outcomesOf(result)).toEqual({
    ':.a:soft': 'already_gone',
    ':.a:permanent': 'already_gone',
    ':.a:kept': 'deleted',
  });
});

test('a failure is told with why, and the rest goes on', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ...chain, ':.a:free': [] });
  const gateway = aGateway(registry, (request) =>
    isDelete(request, 'middle') ? anError(403, 40301, 'Not this one') : undefined,
  );
  const result = await clear(aClient(registry, { fetch: gateway.fetch }), ['a'], true);
  expect(result.subjects).toMatchObject([
    { name: ':.a:top', outcome: 'deleted' },
    { name: ':.a:middle', outcome: 'failed', code: 'forbidden', versions: [] },
    { name: ':.a:base', outcome: 'blocked' },
    { name: ':.a:free', outcome: 'deleted' },
  ]);
  expect(result.subjects[1]?.reason).toContain('Not this one');
  expect(result.ended).toBeUndefined();
});

test('what is only soft-deleted of what was to go for good is told', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ':.a:x': [] });
  const gateway = aGateway(registry, (request) =>
    isDelete(request) && request.query.has('permanent') ? anError(403, 40301) : undefined,
  );
  const result = await clear(aClient(registry, { fetch: gateway.fetch }), ['a'], true);
  expect(result.subjects).toMatchObject([{ outcome: 'failed', softDeleted: true, versions: [1] }]);
  expect(result.contexts).toMatchObject([{ failed: 1, left: [':.a:x'] }]);
});

test('a mode that was set after the plan is told for each subject', async () => {
  const { client } = aRegistry();
  await fill(client, chain);
  const plan = await prepareClear(client, ['a']);
  await client.mode.set(':.a:top', 'READONLY');
  const result = await applyClear(client, plan);
  expect(result.subjects[0]).toMatchObject({ outcome: 'failed', code: 'operation_not_permitted' });
  expect(outcomesOf(result)).toMatchObject({ ':.a:middle': 'blocked', ':.a:base': 'blocked' });
});

test('what an overwritten version referred to goes on a second try', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:base': [], ':.a:top': [':.a:base'] });
  await overwrite(client, ':.a:top', 77);
  expect(outcomesOf(await clear(client, ['a']))).toEqual({
    ':.a:base': 'deleted',
    ':.a:top': 'deleted',
  });
});

test('answers that never come, and errors that hide success, leave a true account', async () => {
  const { registry, client } = aRegistry({ faults: { seed: 3, faults: [] } });
  await fillMany(client, 40);
  const plan = await prepareClear(client, ['a', 'b'], { permanent: true });
  registry.faults.set({
    seed: 3,
    faults: [
      { kind: 'error', status: 500, errorCode: 50002, written: true, method: 'DELETE', rate: 0.2 },
      { kind: 'error', status: 503, method: 'DELETE', rate: 0.2 },
      { kind: 'connection-reset', written: true, method: 'DELETE', rate: 0.1 },
    ],
  });
  const result = await applyClear(client, plan);
  registry.faults.clear();
  const left = new Set(await client.subjects.list({ deleted: true }));
  for (const { name, outcome } of result.subjects) {
    expect([name, outcome === 'deleted' || outcome === 'already_gone']).toEqual([
      name,
      !left.has(name),
    ]);
  }
});

test('a registry that is down ends it early', async () => {
  const { registry, client } = aRegistry();
  await fillMany(client, 60);
  const plan = await prepareClear(client, ['a', 'b']);
  let deletions = 0;
  const gateway = aGateway(registry, (request) => {
    if (isDelete(request)) deletions += 1;
    if (deletions > 10) throw new TypeError('fetch failed');
    return undefined;
  });
  const result = await applyClear(aClient(registry, { fetch: gateway.fetch }), plan);
  expect(result.ended).toMatch(/failed \d+ times in a row/);
  const counts = result.contexts.map(({ deleted, notReached, left }) => ({
    deleted,
    notReached,
    left,
  }));
  expect(counts.reduce((sum, { deleted }) => sum + deleted, 0)).toBe(10);
  expect(counts.reduce((sum, { notReached }) => sum + notReached, 0)).toBeGreaterThan(20);
  expect(counts.map(({ left }) => left)).toEqual([undefined, undefined]);
});

test('credentials that are refused end it at once', async () => {
  const { registry, client } = aRegistry();
  await fillMany(client, 40);
  const gateway = aGateway(registry, (request) => (isDelete(request) ? anError(401) : undefined));
  const result = await clear(aClient(registry, { fetch: gateway.fetch }), ['a', 'b']);
  expect(result.requests).toBeLessThanOrEqual(4);
  expect(result.ended).toBeDefined();
  expect(Object.values(outcomesOf(result)).filter((one) => one === 'not_reached').length).toBe(36);
});

test('whoever stops it gets a true account, at once', async () => {
  const { registry, client } = aRegistry();
  await fillMany(client, 60);
  const { url, close } = await listen(registry, { port: 0 });
  onTestFinished(close);
  const through = aClient({ fetch: globalThis.fetch }, { url, name: 'registry' });
  const plan = await prepareClear(through, ['a', 'b']);
  registry.faults.set([{ kind: 'latency', delayMs: 20, method: 'DELETE' }]);
  const controller = new AbortController();
  const signal = controller.signal;
  const onProgress = ({ done }: ClearProgress) => {
    if (done === 10) controller.abort();
  };
  const result = await applyClear(through, plan, { signal, onProgress });
  registry.faults.clear();
  expect(result.ended).toContain('stopped');
  expect(result.requests).toBeLessThanOrEqual(14);
  const left = new Set(await client.subjects.list());
  for (const { name, outcome } of result.subjects) {
    expect([name, outcome]).toEqual([name, left.has(name) ? 'not_reached' : 'deleted']);
  }
});

test('what is under way when it is stopped and does not come to its end is unknown', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ':.a:x': [], ':.a:y': [] });
  const { url, close } = await listen(registry, { port: 0 });
  onTestFinished(close);
  const through = aClient({ fetch: globalThis.fetch }, { url, name: 'registry' });
  const plan = await prepareClear(through, ['a']);
  registry.faults.set([
    { kind: 'no-answer', written: true, route: '/subjects/:.a:x', method: 'DELETE' },
    { kind: 'no-answer', route: '/subjects/:.a:y', method: 'DELETE' },
  ]);
  const began = performance.now();
  const signal = AbortSignal.timeout(100);
  const result = await applyClear(through, plan, { signal });
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(result.ended).toContain('stopped');
  // The one that is not listed any more is known to be gone.
  expect(outcomesOf(result)).toEqual({ ':.a:x': 'deleted', ':.a:y': 'unknown' });
});

test('stopped before it begins, nothing is sent', async () => {
  const { registry, client } = aRegistry();
  await fill(client, chain);
  const plan = await prepareClear(client, ['a']);
  const gateway = aGateway(registry);
  const through = aClient(registry, { fetch: gateway.fetch });
  const result = await applyClear(through, plan, { signal: AbortSignal.abort() });
  expect(result).toMatchObject({ requests: 0, contexts: [{ notReached: 3 }] });
  expect(gateway.requests.filter((request) => isDelete(request))).toEqual([]);
});

test('progress is told for each subject, with its context', async () => {
  const { client } = aRegistry();
  await fill(client, { ...chain, ':.b:x': [], ':.b:held': [], ':.c:user': [':.b:held'] });
  const told: ClearProgress[] = [];
  const plan = await prepareClear(client, ['a', 'b'], { permanent: true });
  await applyClear(client, plan, { onProgress: (progress) => told.push(progress) });
  expect(told.map(({ done, total }) => [done, total])).toEqual(
    [1, 2, 3, 4, 5].map((done) => [done, 5]),
  );
  expect(told.at(-1)).toMatchObject({ unit: 'subjects', errors: 1 });
  const last = new Map(told.map(({ context }) => [context.name, context]));
  expect([...last.values()]).toEqual(
    expect.arrayContaining([
      { name: '.a', done: 3, total: 3 },
      { name: '.b', done: 2, total: 2 },
    ]),
  );
});

test('a listener that throws does not lose the account', async () => {
  const { client } = aRegistry();
  await fill(client, chain);
  const onProgress = () => {
    throw new Error('no');
  };
  const result = await applyClear(client, await prepareClear(client, ['a']), { onProgress });
  expect(result.contexts).toMatchObject([{ deleted: 3 }]);
});

test('of a view-only client nothing reaches the registry', async () => {
  const { registry, client } = aRegistry();
  await fill(client, chain);
  const gateway = aGateway(registry);
  const through = aClient(registry, { fetch: gateway.fetch, viewOnly: true });
  const plan = await prepareClear(through, ['a']);
  await expect(applyClear(through, plan)).rejects.toMatchObject({ code: 'view_only' });
  expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a plan of another registry, or that reaches further than it says, is refused', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ...chain, ':.b:x': [] });
  const plan = await prepareClear(client, ['a']);
  const other = aClient(registry, { name: 'other' });
  const message = expect.stringContaining('Plan again');
  const refusal = { code: 'invalid_argument', message };
  await expect(applyClear(other, plan)).rejects.toMatchObject(refusal);
  const [step] = plan.steps;
  const [subject] = plan.subjects;
  if (!step || !subject) throw new Error('The plan is empty.');
  for (const wrong of [
    { subjects: [...plan.subjects, { ...subject, name: ':.b:x' }] },
    { steps: [...plan.steps, { ...step, subject: ':.b:x' }] },
    { steps: [{ ...step, permanent: true }] },
    { steps: [{ ...step, after: [0] }] },
    { steps: [{ ...step, after: [0.5] }] },
  ]) {
    await expect(applyClear(client, { ...plan, ...wrong })).rejects.toMatchObject(refusal);
  }
  expect(await client.subjects.list()).toHaveLength(4);
});

test('names that paths would fold, and odd ones, go as any other', async () => {
  const { client } = aRegistry();
  const odd = ['.', '..', 'a/b', '%2F', 'ümlaut', 'subjects', 'x'.repeat(300), '*', ' '];
  for (const name of odd) {
    await client.versions.register(`:.a:${name}`, aRecord());
    await client.versions.register(`:.:${name}`, aRecord());
  }
  const result = await clear(client, ['a'], true);
  expect(result.contexts).toMatchObject([{ deleted: odd.length, left: [] }]);
  expect(await client.subjects.list()).toHaveLength(odd.length);
  expect(await clear(client, ['.'], true)).toMatchObject({ contexts: [{ deleted: odd.length }] });
  expect(await client.subjects.list({ deleted: true })).toEqual([]);
});

test.each(Object.entries(withoutContexts))(
  '%s is cleared, and what is left is told',
  async (_, answer) => {
    const { registry, client } = aRegistry();
    await fill(client, { base: [], top: ['base'], held: [] });
    const gateway = aGateway(registry, (request) =>
      request.path === '/subjects/held' && request.method === 'DELETE'
        ? anError(403, 40301)
        : answer(request),
    );
    const through = aClient(registry, { fetch: gateway.fetch });
    expect(await clear(through, ['.'])).toMatchObject({
      contexts: [{ name: '.', deleted: 2, failed: 1, left: ['held'] }],
    });
    expect(await client.subjects.list()).toEqual(['held']);
  },
);

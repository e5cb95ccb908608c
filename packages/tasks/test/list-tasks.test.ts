import { expect, onTestFinished, test } from 'vitest';
import { createMemoryTaskStore, createTasks, isTaskError, type ListOptions } from '../src/index.ts';
import { aTroubledStore } from './a-store.ts';
import { aWork, settled, untilStopped } from './a-work.ts';

async function oneInEachState() {
  const tasks = createTasks({ limits: { running: 2 } });
  onTestFinished(() => tasks.close({ timeoutMs: 5 }));
  const names = new Map<string, string>();
  const named = (name: string, { id }: { id: string }) => names.set(id, name);
  named(
    'succeeded',
    tasks.start('copy', () => 1, { input: { large: true } }),
  );
  const failing = tasks.start('copy', () => Promise.reject(new Error('no')));
  named('failed', failing);
  await tasks.wait(failing.id);
  await settled();
  const cancelled = tasks.start('clear', untilStopped);
  named('cancelled', cancelled);
  named('running', tasks.start('clear', untilStopped));
  await tasks.cancel(cancelled.id);
  await tasks.wait(cancelled.id);
  named('also running', tasks.start('copy', aWork().work));
  named('queued', tasks.start('copy', untilStopped));
  return { tasks, names, nameOf: ({ id }: { id: string }) => names.get(id) };
}

test('the latest comes first, whether it has ended or not, without inputs and results', async () => {
  const { tasks, nameOf } = await oneInEachState();
  const all = await tasks.list();
  expect(all.map(nameOf)).toEqual([
    'queued',
    'also running',
    'running',
    'cancelled',
    'failed',
    'succeeded',
  ]);
  for (const task of all)
    for (const field of ['input', 'result', 'owner', 'revision'])
      expect(task).not.toHaveProperty(field);
});

test('it goes by state, kind, number and page', async () => {
  const { tasks, names, nameOf } = await oneInEachState();
  const listed = async (options: Parameters<typeof tasks.list>[0]) =>
    (await tasks.list(options)).map(nameOf);
  expect(await listed({ state: 'running' })).toEqual(['also running', 'running']);
  expect(await listed({ state: ['queued', 'failed'] })).toEqual(['queued', 'failed']);
  expect(await listed({ kind: 'clear' })).toEqual(['running', 'cancelled']);
  expect(await listed({ kind: 'copy', limit: 2 })).toEqual(['queued', 'also running']);
  const pages: unknown[] = [];
  for (let before: string | undefined; ; ) {
    const page = await tasks.list({ limit: 4, ...(before !== undefined && { before }) });
    pages.push(...page.map(nameOf));
    before = page.at(-1)?.id;
    if (before === undefined) break;
  }
  expect(pages).toEqual([...names.values()].reverse());
});

test('what cannot be is refused', async () => {
  const { tasks } = await oneInEachState();
  const wrong: ListOptions[] = [
    { limit: 0 },
    { limit: 1.5 },
    { state: 'done' as never },
    { state: ['running', null as never] },
    { kind: '' },
    { before: 'a\u0000b' },
  ];
  for (const options of wrong)
    await expect(tasks.list(options)).rejects.toSatisfy((error) =>
      isTaskError(error, 'invalid_argument'),
    );
});

test('the store of another process is listed as it is', async () => {
  const store = createMemoryTaskStore();
  const here = createTasks({ store, owner: 'here', isOwnerAlive: () => true });
  const there = createTasks({ store, owner: 'there', isOwnerAlive: () => true });
  const one = here.start('copy', untilStopped);
  const two = there.start('copy', untilStopped);
  await settled();
  expect((await here.list()).map(({ id }) => id)).toEqual([two.id, one.id].sort().reverse());
  await Promise.all([here.close(), there.close()]);
});

test('what the store does not know yet takes no place in a page', async () => {
  const store = aTroubledStore();
  // Ids go by the clock.
  const earlier = Date.now() - 1_000;
  const there = createTasks({ store, owner: 'there', now: () => earlier });
  const other = there.start('copy', untilStopped);
  const here = createTasks({ store, owner: 'here', isOwnerAlive: () => true });
  const held = aWork();
  const ending = here.start('copy', held.work);
  await held.begun;
  store.writes = 'fail';
  held.finish(1);
  await here.wait(ending.id);
  expect(await store.get(ending.id)).toMatchObject({ state: 'running' });
  expect(await here.list({ state: 'running', limit: 1 })).toMatchObject([{ id: other.id }]);
  store.writes = 'happen';
  await Promise.all([here.close(), there.close()]);
});

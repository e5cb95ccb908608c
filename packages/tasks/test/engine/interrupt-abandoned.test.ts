import { expect, test } from 'vitest';
import { createMemoryTaskStore, createTasks, isTaskError } from '../../src/index.ts';
import { aWork, settled } from '../a-work.ts';

/** Tasks of a process that ends without a word: one has begun, one has not. */
async function aProcessThatIsGone(owner = 'gone') {
  const store = createMemoryTaskStore();
  const tasks = createTasks({ store, owner, limits: { running: 1 }, now: () => 1_000 });
  const held = aWork();
  const begun = tasks.start('copy', held.work, { input: { context: '.staging' } }).id;
  const notBegun = tasks.start('copy', aWork().work).id;
  await settled();
  return { store, tasks, held, begun, notBegun };
}

test('its tasks become interrupted, and say whether they had begun', async () => {
  const { store, begun, notBegun } = await aProcessThatIsGone();
  const later = createTasks({ store, now: () => 5_000 });
  expect(await later.get(begun)).toMatchObject({
    state: 'interrupted',
    startedAt: 1_000,
    endedAt: 5_000,
    input: { context: '.staging' },
    reason: expect.stringContaining('look at what it left'),
  });
  const second = await later.wait(notBegun);
  expect(second).toMatchObject({
    state: 'interrupted',
    reason: expect.stringContaining('never started'),
  });
  expect(second).not.toHaveProperty('startedAt');
  const after = later.start('copy', () => 1, { after: [begun] });
  expect(await later.wait(after.id)).toMatchObject({
    state: 'cancelled',
    reason: expect.stringContaining('which was interrupted: The process that ran it is gone.'),
  });
});

test('its last progress is kept', async () => {
  const { store, held, begun } = await aProcessThatIsGone();
  const { report } = await held.begun;
  report({ done: 3, total: 9, unit: 'subjects', errors: 1 });
  await expect
    .poll(async () => (await store.get(begun))?.progress.done, { timeout: 5_000 })
    .toBe(3);
  const later = createTasks({ store });
  expect(await later.get(begun)).toMatchObject({
    state: 'interrupted',
    progress: { done: 3, total: 9, unit: 'subjects', errors: 1, retries: 0 },
  });
});

test('a process that was only thought to be gone does not bring its tasks back', async () => {
  const { store, held, tasks, begun } = await aProcessThatIsGone();
  const later = createTasks({ store });
  const interrupted = await later.get(begun);
  held.finish('after all');
  await settled();
  expect(await later.get(begun)).toEqual(interrupted);
  expect(await tasks.get(begun)).toEqual(interrupted);
});

test('an owner that lives keeps its tasks; they can be seen, not followed or stopped', async () => {
  const { store, held, begun } = await aProcessThatIsGone('alive');
  const asked: string[] = [];
  const other = createTasks({
    store,
    async isOwnerAlive(owner) {
      asked.push(owner);
      return owner === 'alive';
    },
  });
  expect(await other.get(begun)).toMatchObject({ state: 'running' });
  expect(new Set(asked)).toEqual(new Set(['alive']));
  for (const ask of [
    () => other.cancel(begun),
    () => other.wait(begun),
    () => other.watch(begun).next(),
  ])
    await expect(ask()).rejects.toSatisfy((error) => isTaskError(error, 'task_elsewhere'));
  const after = other.start('copy', () => 1, { after: [begun] });
  expect((await other.wait(after.id)).reason).toContain('runs in another process');
  held.finish(1);
  await settled();
  expect(await other.wait(begun)).toMatchObject({ state: 'succeeded', result: 1 });
});

test('an owner that comes back under its name interrupts what it left, not what it starts', async () => {
  const { store, begun } = await aProcessThatIsGone('replica-1');
  const again = createTasks({ store, owner: 'replica-1', isOwnerAlive: () => true });
  const held = aWork();
  const { id } = again.start('copy', held.work);
  expect(await again.get(begun)).toMatchObject({ state: 'interrupted' });
  await settled();
  expect(await again.get(id)).toMatchObject({ state: 'running' });
  held.finish(1);
  expect(await again.wait(id)).toMatchObject({ state: 'succeeded' });
});

test('a store that cannot be read does not keep tasks from running', async () => {
  const store = createMemoryTaskStore();
  const complaints: unknown[] = [];
  const tasks = createTasks({
    store: { ...store, list: () => Promise.reject(new Error('locked')) },
    onInternalError: (error) => complaints.push(error),
  });
  expect(await tasks.start('copy', () => 1).result).toBe(1);
  expect(complaints).toContainEqual(new Error('locked'));
  await tasks.close();
});

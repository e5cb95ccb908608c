import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTasks, isTaskError, type TaskErrorCode } from '../../src/index.ts';
import { aTroubledStore } from '../a-store.ts';
import { aWork, untilStopped } from '../a-work.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function tasksWithTrouble() {
  const store = aTroubledStore();
  const complaints: (TaskErrorCode | undefined)[] = [];
  const onInternalError = (error: unknown) =>
    complaints.push(isTaskError(error) ? error.code : undefined);
  return { store, complaints, tasks: createTasks({ store, onInternalError }) };
}

test('work is not started when it cannot be written down', async () => {
  const { store, complaints, tasks } = tasksWithTrouble();
  store.writes = 'fail';
  const held = aWork();
  const { result } = tasks.start('copy', held.work);
  const waiting = tasks.start('copy', untilStopped, { keys: ['x'] });
  const after = tasks.start('copy', untilStopped, { after: [waiting.id] });
  for (const each of [result, waiting.result, after.result])
    await expect(each).rejects.toMatchObject({
      code: 'store_failed',
      retryable: true,
      cause: new Error('the disk is full'),
    });
  await settled();
  expect(held.context).toBeUndefined();
  expect(new Set(complaints)).toEqual(new Set(['store_failed']));
  expect(await tasks.list()).toEqual([]);
  store.writes = 'happen';
  expect(await tasks.start('copy', () => 1).result).toBe(1);
});

test('an end that cannot be written is told here, and written when it can be', async () => {
  const { store, complaints, tasks } = tasksWithTrouble();
  const held = aWork();
  const { id } = tasks.start('copy', held.work);
  await held.begun;
  store.writes = 'fail';
  held.finish('done');
  expect(await tasks.wait(id)).toMatchObject({ state: 'succeeded', result: 'done' });
  await vi.advanceTimersByTimeAsync(10_000);
  await settled();
  expect(complaints.length).toBeGreaterThan(2);
  expect(await store.get(id)).toMatchObject({ state: 'running' });
  expect(await tasks.get(id)).toMatchObject({ state: 'succeeded' });
  expect(await tasks.list({ state: 'succeeded' })).toHaveLength(1);
  expect(await tasks.list({ state: 'running' })).toEqual([]);
  store.writes = 'happen';
  await vi.advanceTimersByTimeAsync(60_000);
  await settled();
  expect(await store.get(id)).toMatchObject({ state: 'succeeded', result: 'done' });
  const { attempts } = store;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(store.attempts).toBe(attempts);
});

test('closing tries to write once more, and ends either way', async () => {
  for (const recovers of [true, false]) {
    const { store, tasks } = tasksWithTrouble();
    const held = aWork();
    const { id } = tasks.start('copy', held.work);
    await held.begun;
    store.writes = 'fail';
    held.finish('done');
    await settled();
    if (recovers) store.writes = 'happen';
    await tasks.close();
    expect(await store.get(id)).toMatchObject({ state: recovers ? 'succeeded' : 'running' });
    expect(vi.getTimerCount()).toBe(0);
  }
});

test('a write that seemed to fail is found to have happened', async () => {
  const { store, complaints, tasks } = tasksWithTrouble();
  const held = aWork();
  const { id } = tasks.start('copy', held.work);
  const { report } = await held.begun;
  store.writes = 'happen and fail';
  report({ done: 1 });
  await vi.advanceTimersByTimeAsync(1_000);
  await settled();
  store.writes = 'happen';
  report({ done: 2 });
  await vi.advanceTimersByTimeAsync(1_000);
  await settled();
  expect(await store.get(id)).toMatchObject({ revision: 3, progress: { done: 2 } });
  store.writes = 'happen and fail';
  held.finish('done');
  await settled();
  store.writes = 'happen';
  await vi.advanceTimersByTimeAsync(1_000);
  await settled();
  expect(await store.get(id)).toMatchObject({ revision: 4, state: 'succeeded' });
  expect(complaints).toEqual(['store_failed', 'store_failed']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a record that somebody else has changed or removed is left to them', async () => {
  const { store, complaints, tasks } = tasksWithTrouble();
  const changed = aWork();
  const removed = aWork();
  const ids = [changed, removed].map(({ work }) => tasks.start('copy', work).id);
  const [changedId = '', removedId = ''] = ids;
  await Promise.all([changed.begun, removed.begun]);
  const record = await store.get(changedId);
  if (record === undefined) throw new Error('It was not written.');
  await store.put({ ...record, state: 'interrupted', owner: 'another', revision: 2 });
  await store.delete(removedId);
  changed.finish(1);
  removed.finish(2);
  await settled();
  expect(complaints).toEqual(['store_conflict', 'store_conflict']);
  expect(await tasks.get(changedId)).toMatchObject({ state: 'interrupted' });
  expect(await tasks.get(removedId)).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test('a task that starts at once is written twice: that it runs, and how it ended', async () => {
  const { store, tasks } = tasksWithTrouble();
  await tasks.start('copy', () => 1).result;
  await settled();
  expect(store.attempts).toBe(2);
});

test('a long task is not forgotten the moment it ends', async () => {
  const { store } = tasksWithTrouble();
  let time = 1_000;
  const tasks = createTasks({ store, limits: { ended: 2 }, now: () => time });
  const held = aWork();
  const long = tasks.start('copy', held.work);
  const short: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    time += 1_000;
    const { id, result } = tasks.start('read', () => index);
    await result;
    await settled();
    short.push(id);
  }
  time += 1_000;
  held.finish('done');
  await tasks.wait(long.id);
  await settled();
  const remembered = (await store.list({ limit: 100 })).map(({ id }) => id);
  expect(remembered).toEqual([short.at(-1), long.id]);
});

describe('progress', () => {
  test('is written within a second, many reports at once', async () => {
    const { store, tasks } = tasksWithTrouble();
    const held = aWork();
    const { id } = tasks.start('copy', held.work);
    const { report } = await held.begun;
    const { attempts } = store;
    for (let done = 1; done <= 5_000; done += 1) report({ done });
    await vi.advanceTimersByTimeAsync(999);
    expect(store.attempts).toBe(attempts);
    await vi.advanceTimersByTimeAsync(1);
    await settled();
    expect(store.attempts).toBe(attempts + 1);
    expect(await store.get(id)).toMatchObject({ progress: { done: 5_000 } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.attempts).toBe(attempts + 1);
  });

  test('whoever is told of errors and fails does no harm', async () => {
    const store = aTroubledStore();
    const tasks = createTasks({
      store,
      onInternalError() {
        throw new Error('the log is full');
      },
    });
    const { result } = tasks.start('copy', ({ report }) => {
      report({ done: Number.NaN });
      return 1;
    });
    expect(await result).toBe(1);
    await tasks.close();
  });
});

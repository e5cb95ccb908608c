import { expect, onTestFinished, test } from 'vitest';
import { createTasks, type TaskLimits } from '../src/index.ts';
import { aWork, settled } from './a-work.ts';

/** Tasks of which some kinds have run before, each time for so many seconds. */
async function someHistory(
  history: Record<string, readonly number[]>,
  limits: TaskLimits = { running: 1 },
) {
  const clock = { now: 1_000_000 };
  const tasks = createTasks({ now: () => clock.now, limits });
  onTestFinished(() => tasks.close({ timeoutMs: 5 }));
  for (const [kind, durations] of Object.entries(history))
    for (const seconds of durations) {
      const held = aWork();
      const { id } = tasks.start(kind, held.work);
      await held.begun;
      clock.now += seconds * 1_000;
      held.finish(null);
      await tasks.wait(id);
      await settled();
    }
  const start = (kind: string, options: { after?: string[]; keys?: string[] } = {}) => {
    const held = aWork();
    return { ...tasks.start(kind, held.work, options), held };
  };
  return { tasks, start, clock };
}

test('a maintenance queue takes as long as its parts', async () => {
  const { tasks, start, clock } = await someHistory({ clear: [15, 15], copy: [300, 360, 1_000] });
  const clear = start('clear');
  const copy = start('copy', { after: [clear.id] });
  const again = start('clear', { after: [copy.id] });
  expect(await tasks.estimate()).toEqual({
    tasks: [
      {
        id: clear.id,
        kind: 'clear',
        title: 'clear',
        state: 'running',
        startsInMs: 0,
        takesMs: 15_000,
        endsInMs: 15_000,
      },
      {
        id: copy.id,
        kind: 'copy',
        title: 'copy',
        state: 'queued',
        startsInMs: 15_000,
        takesMs: 360_000,
        endsInMs: 375_000,
      },
      {
        id: again.id,
        kind: 'clear',
        title: 'clear',
        state: 'queued',
        startsInMs: 375_000,
        takesMs: 15_000,
        endsInMs: 390_000,
      },
    ],
    endsInMs: 390_000,
    atLeastMs: 390_000,
  });
  clock.now += 5_000;
  expect(await tasks.estimate()).toMatchObject({ endsInMs: 385_000 });
  clock.now += 100_000;
  expect(await tasks.estimate([clear.id])).toMatchObject({ endsInMs: 0, tasks: [{ takesMs: 0 }] });
});

test('what a task says of itself goes before what others took', async () => {
  const { tasks, start, clock } = await someHistory({ copy: [300] });
  const { held } = start('copy');
  const { report } = await held.begun;
  report({ done: 0, total: 10 });
  clock.now += 1_000;
  report({ done: 1 });
  expect(await tasks.estimate()).toMatchObject({ endsInMs: 9_000 });
});

test('limits and keys are kept', async () => {
  const history = { copy: [10], read: [4] };
  const { tasks, start } = await someHistory(history, { running: 2 });
  const ids = [
    start('copy', { keys: ['x'] }).id,
    start('copy', { keys: ['x'] }).id,
    start('read').id,
    start('read').id,
    start('read').id,
  ];
  const estimate = await tasks.estimate();
  expect(estimate.tasks.map(({ id }) => id)).toEqual(ids);
  expect(estimate.tasks.map(({ startsInMs }) => startsInMs)).toEqual([0, 10_000, 0, 4_000, 8_000]);
  expect(estimate.endsInMs).toBe(20_000);
});

test('of a kind that has never succeeded nobody knows', async () => {
  const { tasks, start } = await someHistory({ copy: [10] });
  const copy = start('copy');
  const unknown = start('unknown', { after: [copy.id] });
  const last = start('copy', { after: [unknown.id] });
  const estimate = await tasks.estimate();
  expect(estimate).not.toHaveProperty('endsInMs');
  expect(estimate.atLeastMs).toBe(10_000);
  expect(estimate.tasks.map(({ startsInMs, takesMs }) => [startsInMs, takesMs])).toEqual([
    [0, 10_000],
    [10_000, undefined],
    [undefined, 10_000],
  ]);
  expect(await tasks.estimate([copy.id])).toMatchObject({ endsInMs: 10_000 });
  expect(await tasks.estimate([last.id])).not.toHaveProperty('endsInMs');
});

test('without tasks there is nothing to wait for', async () => {
  const { tasks } = await someHistory({ copy: [10] });
  expect(await tasks.estimate()).toEqual({ tasks: [], endsInMs: 0, atLeastMs: 0 });
  expect(await tasks.estimate(['unknown'])).toEqual({ tasks: [], endsInMs: 0, atLeastMs: 0 });
});

test('a thousand tasks are played through', async () => {
  const { tasks, start } = await someHistory({ copy: [1] }, { running: 3 });
  for (let index = 0; index < 1_000; index += 1) start('copy', { keys: [`key ${index % 7}`] });
  const { endsInMs } = await tasks.estimate();
  expect(endsInMs).toBe(334_000);
});

import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createMemoryTaskStore,
  createTasks,
  isEnded,
  isTaskError,
  stopped,
  type Task,
  type TaskState,
  type Tasks,
  taskStates,
} from '../src/index.ts';
import { aWork, type HeldWork } from './a-work.ts';

type Action = (tasks: Tasks, id: string, held: HeldWork<unknown>) => unknown;

const actions = {
  'the work returns': (_tasks, _id, { finish }) => finish({ copied: 2 }),
  'the work returns nothing': (_tasks, _id, { finish }) => finish(undefined),
  'the work returns what is no JSON': (_tasks, _id, { finish }) => finish(new Map()),
  'the work says that it stopped': (_tasks, _id, { finish }) => finish(stopped({ copied: 1 })),
  'the work throws': (_tasks, _id, { fail }) =>
    fail(Object.assign(new Error('the registry is down'), { code: 'unavailable' })),
  'it is cancelled': (tasks, id) => tasks.cancel(id, 'Wrong registry.'),
  'it is cancelled, and the work returns': async (tasks, id, { finish }) => {
    await tasks.cancel(id, 'Wrong registry.');
    finish({ copied: 2 });
  },
  'it is cancelled, and the work throws the reason': async (tasks, id, { context, fail }) => {
    await tasks.cancel(id, 'Wrong registry.');
    fail(context?.signal.reason);
  },
  'it is cancelled, and the work wraps the reason': async (tasks, id, { context, fail }) => {
    await tasks.cancel(id, 'Wrong registry.');
    fail(new Error('aborted', { cause: context?.signal.reason }));
  },
  'it is cancelled, and the work throws something else': async (tasks, id, { fail }) => {
    await tasks.cancel(id, 'Wrong registry.');
    fail(new Error('could not restore the mode'));
  },
  'it is cancelled, and the work says that it stopped': async (tasks, id, { finish }) => {
    await tasks.cancel(id, 'Wrong registry.');
    finish(stopped({ copied: 1 }));
  },
  'the tasks are closed, and the work does not stop': (tasks) => tasks.close({ timeoutMs: 5 }),
} as const satisfies Record<string, Action>;

type ActionName = keyof typeof actions;

interface Row {
  from: 'queued' | 'running';
  when: ActionName;
  to: TaskState;
  expected: Partial<Task>;
}

const failure = { message: 'the registry is down', code: 'unavailable' };
const rows: Row[] = [
  {
    from: 'queued',
    when: 'it is cancelled',
    to: 'cancelled',
    expected: { reason: 'Wrong registry.' },
  },
  {
    from: 'queued',
    when: 'the tasks are closed, and the work does not stop',
    to: 'cancelled',
    expected: { reason: expect.stringContaining('closed') },
  },
  {
    from: 'running',
    when: 'the work returns',
    to: 'succeeded',
    expected: { result: { copied: 2 } },
  },
  { from: 'running', when: 'the work returns nothing', to: 'succeeded', expected: {} },
  {
    from: 'running',
    when: 'the work returns what is no JSON',
    to: 'succeeded',
    expected: { resultRefused: 'result is an object of the class Map. Hand over plain JSON.' },
  },
  {
    from: 'running',
    when: 'the work says that it stopped',
    to: 'cancelled',
    expected: { result: { copied: 1 }, reason: 'Its work stopped by itself before its end.' },
  },
  { from: 'running', when: 'the work throws', to: 'failed', expected: { error: failure } },
  {
    from: 'running',
    when: 'it is cancelled',
    to: 'running',
    expected: { reason: 'Wrong registry.' },
  },
  {
    from: 'running',
    when: 'it is cancelled, and the work returns',
    to: 'succeeded',
    expected: { result: { copied: 2 }, reason: expect.stringContaining('came to its end first') },
  },
  {
    from: 'running',
    when: 'it is cancelled, and the work throws the reason',
    to: 'cancelled',
    expected: { reason: 'Wrong registry.' },
  },
  {
    from: 'running',
    when: 'it is cancelled, and the work wraps the reason',
    to: 'cancelled',
    expected: { reason: 'Wrong registry.' },
  },
  {
    from: 'running',
    when: 'it is cancelled, and the work throws something else',
    to: 'cancelled',
    expected: { reason: 'Wrong registry.', error: { message: 'could not restore the mode' } },
  },
  {
    from: 'running',
    when: 'it is cancelled, and the work says that it stopped',
    to: 'cancelled',
    expected: { reason: 'Wrong registry.', result: { copied: 1 } },
  },
  {
    from: 'running',
    when: 'the tasks are closed, and the work does not stop',
    to: 'interrupted',
    expected: { reason: expect.stringContaining('did not stop in time') },
  },
];

/** A task in a state, and what holds it there. */
async function aTaskIn(from: Row['from'], store = createMemoryTaskStore()) {
  const tasks = createTasks({ store, limits: { running: 1 } });
  onTestFinished(() => tasks.close({ timeoutMs: 1 }));
  const before = aWork();
  if (from === 'queued') tasks.start('before', before.work);
  const held = aWork();
  const { id, result } = tasks.start('copy', held.work);
  if (from === 'running') await held.begun;
  expect(await tasks.get(id)).toMatchObject({ state: from });
  return { tasks, id, result, held, before, store };
}

describe('from each state', () => {
  test.for(rows)('$from: $when: $to', async ({ from, when, to, expected }) => {
    const { tasks, id, result, held, store } = await aTaskIn(from);
    await actions[when](tasks, id, held);
    const task = isEnded(to) ? await tasks.wait(id) : await tasks.get(id);
    expect(task).toMatchObject({ id, kind: 'copy', title: 'copy', state: to, ...expected });
    expect(task?.endedAt === undefined).toBe(!isEnded(to));
    expect(task?.cancelRequestedAt !== undefined).toBe(
      when.startsWith('it is cancelled') || when.startsWith('the tasks are closed'),
    );
    for (const field of ['result', 'resultRefused', 'error', 'reason'] as const)
      if (!(field in expected)) expect(task).not.toHaveProperty(field);
    if (!isEnded(to)) return;

    const outcome = await result.then(
      () => 'succeeded',
      (error: unknown) => (isTaskError(error) ? error.code : 'failed'),
    );
    expect(outcome).toBe(to === 'cancelled' || to === 'interrupted' ? `task_${to}` : to);
    await tasks.close({ timeoutMs: 5 });
    expect(await store.get(id)).toMatchObject({ ...task, state: to });
  });

  test('the rows lead to every state, from every state that has not ended', () => {
    const seen = new Set(rows.flatMap(({ from, to }) => [from, to]));
    expect(taskStates.filter((state) => !seen.has(state))).toEqual([]);
  });
});

describe('what has ended stays as it is', () => {
  test.for(rows.filter(({ to }) => isEnded(to)))(
    '$from: $when: $to',
    async ({ from, when, to }) => {
      const { tasks, id, held, store } = await aTaskIn(from);
      await actions[when](tasks, id, held);
      const ended = await tasks.wait(id);
      expect(ended.state).toBe(to);
      for (const action of Object.values(actions)) {
        await action(tasks, id, held);
        held.context?.report({ done: 99 });
        expect(await tasks.get(id)).toEqual(ended);
      }
      const later = createTasks({ store });
      expect(await later.cancel(id)).toEqual(ended);
      expect(await later.wait(id)).toEqual(ended);
      await later.close();
    },
  );
});

test('a queued task that runs passes through every state once, in order', async () => {
  const { tasks, id, held, before } = await aTaskIn('queued');
  const seen: TaskState[] = [];
  const following = (async () => {
    for await (const { state } of tasks.watch(id)) seen.push(state);
  })();
  before.finish(null);
  await held.begun;
  held.finish(1);
  await following;
  expect(seen).toEqual(['queued', 'running', 'succeeded']);
});

import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createMemoryTaskStore,
  createTasks,
  isTaskError,
  type Task,
  type TaskErrorCode,
  type TaskStore,
  type Tasks,
  type TasksOptions,
} from '../src/index.ts';
import { aWork, settled, untilStopped } from './a-work.ts';

function someTasks(options: TasksOptions = {}): Tasks {
  const tasks = createTasks(options);
  onTestFinished(() => tasks.close({ timeoutMs: 5 }));
  return tasks;
}

/** The code of the error that is thrown, at once or later. */
async function codeOf(call: () => unknown): Promise<TaskErrorCode | undefined> {
  try {
    await call();
  } catch (error) {
    return isTaskError(error) ? error.code : undefined;
  }
  return undefined;
}

describe('start', () => {
  test('the handle is there at once, before the work is called', async () => {
    const tasks = someTasks();
    const held = aWork<number>();
    const { id, task, result } = tasks.start('copy', held.work, {
      title: 'Copy orders',
      input: { context: '.staging', dry: undefined },
      keys: ['registry:b', 'registry:a', 'registry:b'],
    });
    expect(held.context).toBeUndefined();
    expect(task).toEqual({
      id,
      kind: 'copy',
      title: 'Copy orders',
      state: 'running',
      after: [],
      keys: ['registry:b', 'registry:a'],
      input: { context: '.staging' },
      createdAt: expect.any(Number),
      startedAt: expect.any(Number),
      progress: { errors: 0, retries: 0 },
    });
    expect((await held.begun).id).toBe(id);
    held.finish(3);
    expect(await result).toBe(3);
  });

  test('a result is given as it was returned, also when it cannot be kept', async () => {
    const complaints: unknown[] = [];
    const tasks = someTasks({ onInternalError: (error) => complaints.push(error) });
    const { id, result } = tasks.start('copy', () => new Map([['a', 1]]));
    expect((await result).get('a')).toBe(1);
    expect(await tasks.wait(id)).toHaveProperty('resultRefused');
    expect(complaints).toEqual([expect.objectContaining({ code: 'invalid_report', id })]);
  });

  test('the result rejects with what the work threw, the same object', async () => {
    const error = new Error('gone');
    const { result } = someTasks().start('copy', () => {
      throw error;
    });
    await expect(result).rejects.toBe(error);
  });

  test('work runs in the asynchronous context of its start', async () => {
    const caller = new AsyncLocalStorage<string>();
    const tasks = someTasks({ limits: { running: 1 } });
    const starts = ['ann', 'bob', 'cy'].map((name) =>
      caller.run(name, () => tasks.start('who', async () => caller.getStore())),
    );
    expect(await Promise.all(starts.map(({ result }) => result))).toEqual(['ann', 'bob', 'cy']);
  });

  test.for<[string, Parameters<Tasks['start']>]>([
    ['an empty kind', ['', untilStopped]],
    ['a kind with a line break', ['a\nb', untilStopped]],
    ['a kind that is too long', ['x'.repeat(201), untilStopped]],
    ['a kind that is no text', [7 as never, untilStopped]],
    ['work that is no function', ['copy', 'work' as never]],
    ['a title that is no text', ['copy', untilStopped, { title: {} as never }]],
    ['a task to come after that is no text', ['copy', untilStopped, { after: [1 as never] }]],
    ['a text instead of a list', ['copy', untilStopped, { after: 'id' as never }]],
    ['an empty key', ['copy', untilStopped, { keys: [''] }]],
    ['a signal that is none', ['copy', untilStopped, { signal: {} as never }]],
    ['input that is no JSON', ['copy', untilStopped, { input: new Date() }]],
  ])('%s is refused, and nothing is started', async ([_what, given]) => {
    const tasks = someTasks();
    expect(await codeOf(() => tasks.start(...given))).toBe('invalid_argument');
    expect(await tasks.list()).toEqual([]);
  });

  test('its signal cancels it, and nothing keeps listening to it', async () => {
    const tasks = someTasks({ limits: { running: 1 } });
    const controller = new AbortController();
    const add = vi.spyOn(controller.signal, 'addEventListener');
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const { signal } = controller;
    await tasks.start('done', () => null, { signal }).result;
    expect(add).toHaveBeenCalledTimes(1);
    expect(remove.mock.calls).toEqual(add.mock.calls);

    const started = [1, 2].map(() => tasks.start('copy', untilStopped, { signal }).id);
    await settled();
    controller.abort();
    started.push(tasks.start('copy', untilStopped, { signal }).id);
    const ended = await Promise.all(started.map((id) => tasks.wait(id)));
    expect(ended.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(ended[0]?.reason).toBe('Whoever started it has given it up.');
  });
});

test('work is not called when it was given up before', async () => {
  const tasks = someTasks();
  const work = vi.fn();
  const { id, task } = tasks.start('copy', work, { signal: AbortSignal.abort() });
  expect(task).toMatchObject({ state: 'running', cancelRequestedAt: expect.any(Number) });
  expect(await tasks.wait(id)).toMatchObject({ state: 'cancelled' });
  expect(work).not.toHaveBeenCalled();
});

describe('sequences', () => {
  test('each starts when those before it have succeeded, however long ago', async () => {
    const tasks = someTasks();
    const [first, second] = [aWork(), aWork()];
    const done = tasks.start('done', () => null);
    await tasks.wait(done.id);
    await settled();
    const one = tasks.start('one', first.work, { after: [done.id] });
    const two = tasks.start('two', second.work);
    const last = tasks.start('last', () => 'last', { after: [one.id, two.id, done.id] });
    await Promise.all([first.begun, second.begun]);
    first.finish(null);
    await tasks.wait(one.id);
    await settled();
    expect(await tasks.get(last.id)).toMatchObject({ state: 'queued' });
    second.finish(null);
    expect(await last.result).toBe('last');
  });

  test('when one fails, the rest is cancelled and says why', async () => {
    const tasks = someTasks();
    const held = aWork();
    const one = tasks.start('clear', held.work, { title: 'Clear tests' });
    const two = tasks.start('copy', untilStopped, { after: [one.id], title: 'Copy' });
    const three = tasks.start('configure', untilStopped, { after: [two.id] });
    const other = tasks.start('other', () => 1);
    await held.begun;
    held.fail(new Error('the registry is down'));
    expect(await tasks.wait(two.id)).toMatchObject({
      state: 'cancelled',
      reason: `It was to start after task ${one.id} (Clear tests), which failed: the registry is down`,
    });
    const third = await tasks.wait(three.id);
    expect(third.state).toBe('cancelled');
    expect(third.reason).toContain(`after task ${two.id} (Copy), which was cancelled: It was to`);
    expect(third.startedAt).toBeUndefined();
    expect(await other.result).toBe(1);
    const late = tasks.start('late', untilStopped, { after: [one.id] });
    expect(await tasks.wait(late.id)).toMatchObject({ state: 'cancelled' });
  });

  test('a chain of a thousand is cancelled with its first task', async () => {
    const tasks = someTasks({ limits: { ended: 2000 } });
    let after: string[] = [];
    const ids = Array.from({ length: 1_000 }, () => {
      const { id } = tasks.start('link', untilStopped, { after });
      after = [id];
      return id;
    });
    await tasks.cancel(ids[0] ?? '', 'Not today.');
    const last = await tasks.wait(ids.at(-1) ?? '');
    expect(last.state).toBe('cancelled');
    expect(last.reason?.length).toBeLessThanOrEqual(1_000);
    expect(await tasks.list({ state: 'cancelled', limit: 1_000 })).toHaveLength(1_000);
  });

  test('what comes after a task that nobody knows is cancelled', async () => {
    const tasks = someTasks();
    const { id } = tasks.start('copy', untilStopped, { after: ['unknown'] });
    const task = await tasks.wait(id);
    expect(task).toMatchObject({
      state: 'cancelled',
      reason: 'It was to start after task unknown, which is not known.',
    });
    expect(task.cancelRequestedAt).toBeUndefined();
  });
});

describe('limits', () => {
  /** Starts tasks, `kind` or `kind:key,key`, and tells which of them have begun. */
  function startAll(tasks: Tasks, names: readonly string[]) {
    const held = names.map((name) => {
      const [kind = '', keys] = name.split(':');
      const work = aWork();
      const { id } = tasks.start(kind, work.work, keys ? { keys: keys.split(',') } : {});
      return { id, name, work };
    });
    return {
      held,
      async begun() {
        await settled();
        return held.filter(({ work }) => work.context).map(({ name }) => name);
      },
      async finish(index: number) {
        held[index]?.work.finish(null);
        await settled();
      },
    };
  }

  test('only so many run at a time, the earliest first', async () => {
    const started = startAll(someTasks({ limits: { running: 2 } }), ['a', 'b', 'c', 'd']);
    expect(await started.begun()).toEqual(['a', 'b']);
    await started.finish(1);
    expect(await started.begun()).toEqual(['a', 'b', 'c']);
  });

  test('only so many of a kind', async () => {
    const limits = { perKind: { copy: 1 } };
    const started = startAll(someTasks({ limits }), ['copy', 'copy', 'read', 'read', 'copy']);
    expect(await started.begun()).toEqual(['copy', 'read', 'read']);
    await started.finish(0);
    expect(await started.begun()).toEqual(['copy', 'copy', 'read', 'read']);
  });

  test('one for each key, unless there is a limit', async () => {
    const names = ['a:x', 'b:x', 'c:y', 'd:y', 'e:y,z'];
    const limits = { running: 9, perKey: { y: 2 } };
    const started = startAll(someTasks({ limits }), names);
    expect(await started.begun()).toEqual(['a:x', 'c:y', 'd:y']);
    await started.finish(2);
    expect(await started.begun()).toEqual(['a:x', 'c:y', 'd:y', 'e:y,z']);
  });

  test('a task that needs two keys is not passed by for good', async () => {
    const started = startAll(someTasks(), ['a:x', 'both:x,y', 'b:y', 'c:x']);
    expect(await started.begun()).toEqual(['a:x']);
    await started.finish(0);
    expect(await started.begun()).toEqual(['a:x', 'both:x,y']);
    await started.finish(1);
    expect(await started.begun()).toEqual(['a:x', 'both:x,y', 'b:y', 'c:x']);
  });

  test('tasks that wait for a key do not hold up others of their kind', async () => {
    const names = ['copy:x', 'copy:x', 'copy:x', 'copy:x', 'copy:x', 'copy:y'];
    expect(await startAll(someTasks(), names).begun()).toEqual(['copy:x', 'copy:y']);
  });

  test('names like those of Object are names like any other', async () => {
    const limits = { perKind: {}, perKey: {} };
    const names = ['constructor:__proto__', '__proto__:toString', 'toString:__proto__'];
    const started = startAll(someTasks({ limits }), names);
    expect(await started.begun()).toEqual(names.slice(0, 2));
  });

  test('a full queue refuses one more, and says so', async () => {
    const tasks = someTasks({ limits: { running: 1, queued: 2 } });
    const [running] = [1, 2, 3].map(() => tasks.start('copy', untilStopped));
    const fourth = () => tasks.start('copy', untilStopped);
    expect(fourth).toThrow('2 tasks wait already');
    await tasks.cancel(running?.id ?? '');
    await tasks.wait(running?.id ?? '');
    expect(fourth).not.toThrow();
  });

  test.for([0, -1, 1.5, Number.NaN, '4' as never])('%s is no limit', (limit) => {
    expect(() => createTasks({ limits: { running: limit } })).toThrow('limits.running');
    expect(() => createTasks({ limits: { perKey: { x: limit } } })).toThrow('limits.perKey.x');
  });
});

describe('get, wait, watch, cancel', () => {
  test('a task that is not there is undefined, or an error that says what to do', async () => {
    const tasks = someTasks();
    const watch = (): Promise<unknown> => tasks.watch('nobody').next();
    expect(await tasks.get('nobody')).toBeUndefined();
    for (const ask of [() => tasks.wait('nobody'), () => tasks.cancel('nobody'), watch])
      expect(await codeOf(ask)).toBe('task_not_found');
    expect(await codeOf(() => tasks.get(''))).toBe('invalid_argument');
  });

  test('waiting ends with the time, and gives the task as it stands', async () => {
    const tasks = someTasks();
    const { id } = tasks.start('copy', (context) => {
      context.report({ done: 1, total: 4 });
      return untilStopped(context);
    });
    const task = await tasks.wait(id, { timeoutMs: 10 });
    expect(task).toMatchObject({ state: 'running', progress: { done: 1, total: 4 } });
    expect(await tasks.wait(id, { timeoutMs: 0 })).toMatchObject({ state: 'running' });
    for (const timeoutMs of [-1, Number.NaN, '5' as never])
      expect(await codeOf(() => tasks.wait(id, { timeoutMs }))).toBe('invalid_argument');
  });

  test('a very long time is no short one', async () => {
    const tasks = someTasks();
    const held = aWork();
    const { id } = tasks.start('copy', held.work);
    const waiting = tasks.wait(id, { timeoutMs: 1e15 });
    setTimeout(() => held.finish(1), 20);
    expect(await waiting).toMatchObject({ state: 'succeeded' });
  });

  test('whoever waits or watches can stop, and the task goes on', async () => {
    const tasks = someTasks();
    const { id } = tasks.start('copy', untilStopped);
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = tasks.wait(id, { signal });
    const watched: Task[] = [];
    const watching = (async () => {
      for await (const task of tasks.watch(id, { signal })) watched.push(task);
    })();
    const both = Promise.allSettled([waiting, watching]);
    await settled();
    const reason = new Error('the client is gone');
    controller.abort(reason);
    expect(await both).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(watched).toHaveLength(1);
    await expect(tasks.wait(id, { signal })).rejects.toBe(reason);
    await expect(tasks.watch(id, { signal }).next()).rejects.toBe(reason);
    expect(await tasks.get(id)).toMatchObject({ state: 'running' });
  });

  test('whoever watches gets each change, or the latest when it is slow', async () => {
    const tasks = someTasks();
    const held = aWork();
    const { id } = tasks.start('copy', held.work);
    const { report } = await held.begun;
    const watching = tasks.watch(id);
    const next = async () => (await watching.next()).value?.progress.done;
    expect(await next()).toBeUndefined();
    for (const done of [1, 2]) {
      const change = next();
      await settled();
      report({ done });
      expect(await change).toBe(done);
    }
    for (let done = 3; done <= 1_000; done += 1) report({ done });
    expect(await next()).toBe(1_000);
    const last = watching.next();
    held.finish('all');
    expect((await last).value).toMatchObject({ state: 'succeeded', progress: { done: 1_000 } });
    expect((await watching.next()).done).toBe(true);
  });

  test('asking again for what was cancelled changes nothing', async () => {
    const tasks = someTasks();
    const held = aWork();
    const { id } = tasks.start('copy', held.work);
    const { signal } = await held.begun;
    const first = await tasks.cancel(id, 'Wrong\nregistry.');
    expect(signal.aborted).toBe(true);
    expect(isTaskError(signal.reason, 'task_cancelled')).toBe(true);
    expect(await tasks.cancel(id, 'Another reason.')).toEqual(first);
    expect(first.reason).toBe('Wrong registry.');
  });

  test('what was asked for cannot be changed by whoever asked', async () => {
    const tasks = someTasks();
    const input = { subjects: ['a'] };
    const { id } = tasks.start('copy', () => ({ copied: ['a'] }), { input });
    input.subjects.push('b');
    const task = await tasks.wait(id);
    expect(task.input).toEqual({ subjects: ['a'] });
    for (const part of [task, task.input, task.result, task.progress, task.after])
      expect(Object.isFrozen(part)).toBe(true);
  });
});

describe('close', () => {
  test('what waits is cancelled, what runs is stopped and waited for', async () => {
    const store = createMemoryTaskStore();
    const tasks = createTasks({ store, limits: { running: 1 } });
    const held = aWork();
    const running = tasks.start('copy', held.work);
    const waiting = tasks.start('copy', untilStopped);
    const { signal } = await held.begun;
    let isClosed = false;
    const closing = tasks.close().then(() => {
      isClosed = true;
    });
    expect(await codeOf(() => tasks.start('late', untilStopped))).toBe('closed');
    await settled();
    expect([signal.aborted, isClosed]).toEqual([true, false]);
    held.fail(signal.reason);
    await closing;
    await tasks.close();
    for (const { id } of [running, waiting]) {
      expect(await store.get(id)).toMatchObject({ state: 'cancelled' });
      expect(await tasks.get(id)).toMatchObject({ reason: expect.stringContaining('closed') });
    }
  });

  test('a store that does not answer does not keep it open, and work that it has not confirmed is not called', async () => {
    const store = createMemoryTaskStore();
    let answer: () => void = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const put: TaskStore['put'] = async (record) => {
      await answered;
      return store.put(record);
    };
    const tasks = createTasks({ store: { ...store, put } });
    const work = vi.fn();
    const { id, result } = tasks.start('copy', work);
    await tasks.close({ timeoutMs: 5 });
    await expect(result).rejects.toMatchObject({ code: 'task_interrupted' });
    answer();
    await settled();
    expect(work).not.toHaveBeenCalled();
    expect(await store.get(id)).toMatchObject({ state: 'interrupted' });
  });

  test('nothing keeps the process alive', async () => {
    const timers = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const tasks = createTasks();
    const held = aWork();
    const { id } = tasks.start('copy', held.work);
    (await held.begun).report({ done: 1 });
    const waiting = tasks.wait(id, { timeoutMs: 1_000 });
    const closing = tasks.close({ timeoutMs: 1_000 });
    await settled();
    // One of somebody else's may have come to its end.
    expect(timers()).toBeLessThanOrEqual(before);
    held.finish(1);
    await Promise.all([waiting, closing]);
  });
});

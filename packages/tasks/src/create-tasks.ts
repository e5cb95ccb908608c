import { createEngine } from './engine/create-engine.ts';
import { cancelled, type Ending, failed, interrupted, reasonText } from './engine/endings.ts';
import { followTask, viewTask, waitForEnd } from './engine/follow-task.ts';
import { interruptAbandoned } from './engine/interrupt-abandoned.ts';
import { type LiveTask, openTask } from './engine/live-task.ts';
import { onAbort } from './engine/on-abort.ts';
import { waitAtMost } from './engine/start-timer.ts';
import { estimateQueue, type QueueEstimate, sumUp } from './estimate-queue.ts';
import { listTasks, withoutStoreFields } from './list-tasks.ts';
import { readName, readNames, readTimeout } from './read-arguments.ts';
import { readStart } from './read-start.ts';
import { createMemoryTaskStore } from './stores/memory-task-store.ts';
import type { Task } from './task.ts';
import { TaskError } from './task-error.ts';
import { createTaskIds } from './task-ids.ts';
import { readLimits } from './task-limits.ts';
import { isEnded } from './task-state.ts';
import type { TaskWork } from './task-work.ts';
import type { StartOptions, TaskHandle, Tasks, TasksOptions } from './tasks.ts';
import { typicalDurations } from './typical-durations.ts';

const givenUp = 'Whoever started it has given it up.';
const closing = 'The tasks were closed: the process that runs them is about to end.';

/**
 * Creates tasks: what runs long work, says how far it is, stops it and remembers how it ended. Tasks that a process which is gone
 * has left in the store become `interrupted`.
 *
 * @throws {TaskError} `invalid_argument`, for a limit that cannot be
 *
 * @example
 * const tasks = createTasks();
 * const { id } = tasks.start(
 *   'clear_context',
 *   ({ signal, report }) => applyClear(plan, { signal, onProgress: report }),
 *   { title: 'Clear .staging', keys: ['registry:production'] },
 * );
 * const task = await tasks.wait(id, { timeoutMs: 2_000 });
 */
export function createTasks(options: TasksOptions = {}): Tasks {
  const { store = createMemoryTaskStore(), now = Date.now } = options;
  const limits = readLimits(options.limits);
  const createId = createTaskIds(now);
  const owner = options.owner ?? createId();
  const engine = createEngine({ store, owner, now, limits, complain });
  let closed: Promise<void> | undefined;

  const opened = interruptAbandoned({
    store,
    owner,
    now,
    async isAbandoned(id, other) {
      // Another of the same name was there before this one.
      if (other === owner) return !engine.live.has(id);
      return !(await (options.isOwnerAlive?.(other) ?? false));
    },
  }).catch(complain);

  function complain(error: unknown): void {
    try {
      options.onInternalError?.(error);
    } catch {
      // Whoever is told of errors must not make more of them.
    }
  }

  function start<Result>(
    kind: string,
    work: TaskWork<Result>,
    startOptions: StartOptions = {},
  ): TaskHandle<Result> {
    if (closed !== undefined)
      throw new TaskError('closed', 'Nothing can be started any more. The tasks were closed.');
    const id = createId();
    const createdAt = now();
    const { inputCharacters } = limits;
    const live = openTask(
      readStart({ id, createdAt, kind, work, options: startOptions, inputCharacters }),
      work,
    );
    if (engine.queued.size >= limits.queued) throw queueFull(limits.queued);
    const unknown = [...live.waitsFor].filter((earlier) => !engine.live.has(earlier));
    engine.add(live);
    for (const earlier of live.waitsFor) {
      const task = engine.live.get(earlier)?.task;
      if (task !== undefined) engine.meet(live, task);
    }
    void meetStored(live, unknown);
    if (!isEnded(live.task.state))
      live.release = onAbort(startOptions.signal, () => engine.cancel(live, givenUp));
    // What it returns is what its work returns.
    const result = live.outcome.promise as Promise<Result>;
    return { id, task: live.task, result };
  }

  /** Finds out about tasks that ended some time ago. */
  async function meetStored(live: LiveTask, ids: readonly string[]): Promise<void> {
    await opened;
    for (const id of ids) {
      try {
        const earlier = await store.get(id);
        if (earlier === undefined) engine.end(live, waitsInVain(live, id, 'is not known'));
        else if (isEnded(earlier.state)) engine.meet(live, earlier);
        else engine.end(live, waitsInVain(live, id, 'runs in another process'));
      } catch (error) {
        const problem = `Task ${id}, which it comes after, could not be read from the store.`;
        engine.end(live, failed(new TaskError('store_failed', problem, { id, cause: error })));
      }
    }
  }

  async function get(id: string): Promise<Task | undefined> {
    const here = engine.live.get(readName('id', id));
    if (here !== undefined) return viewTask(here, now());
    await opened;
    const stored = await store.get(id);
    return stored && withoutStoreFields(stored);
  }

  /** A task of this process, or one that has ended. */
  async function find(id: string): Promise<LiveTask | Task> {
    const here = engine.live.get(readName('id', id));
    if (here !== undefined) return here;
    const stored = await get(id);
    if (stored === undefined) throw notFound(id);
    if (!isEnded(stored.state)) throw elsewhere(id);
    return stored;
  }

  async function estimate(ids?: readonly string[]): Promise<QueueEstimate> {
    const unfinished = [...engine.live.values()]
      .filter(({ task }) => !isEnded(task.state))
      .map((live) => viewTask(live, now()));
    const typical = await typicalDurations(store, new Set(unfinished.map(({ kind }) => kind)));
    const wanted = ids && new Set(readNames('ids', ids));
    const tasks = estimateQueue(unfinished, typical, limits, now());
    return sumUp(wanted === undefined ? tasks : tasks.filter(({ id }) => wanted.has(id)));
  }

  async function closeAll(timeoutMs: number | undefined): Promise<void> {
    const unfinished = [...engine.running, ...engine.queued];
    for (const live of unfinished) engine.cancel(live, closing);
    await Promise.all(unfinished.map((live) => waitForEnd(live, timeoutMs)));
    for (const live of unfinished)
      engine.end(live, interrupted(live.task.id, `${closing} Its work did not stop in time.`));
    await waitAtMost(Promise.all([opened, engine.flush()]), timeoutMs);
  }

  return {
    start,
    get,
    async list(listOptions = {}) {
      await opened;
      return listTasks(engine, store, now, listOptions);
    },
    async cancel(id, reason) {
      const found = await find(id);
      if (!('task' in found)) return found;
      engine.cancel(found, reasonText(reason, 'It was cancelled, nobody said why.'));
      return viewTask(found, now());
    },
    async wait(id, { signal, timeoutMs } = {}) {
      const atMostMs = readTimeout(timeoutMs);
      signal?.throwIfAborted();
      const found = await find(id);
      if (!('task' in found)) return found;
      await waitForEnd(found, atMostMs, signal);
      return viewTask(found, now());
    },
    async *watch(id, { signal } = {}) {
      signal?.throwIfAborted();
      const found = await find(id);
      if ('task' in found) yield* followTask(found, now, signal);
      else yield found;
    },
    estimate,
    async close({ timeoutMs } = {}) {
      const atMostMs = readTimeout(timeoutMs);
      // A moment later: what is stopped must find it closed.
      closed ??= Promise.resolve().then(() => closeAll(atMostMs));
      await closed;
    },
  };
}

function waitsInVain({ task }: LiveTask, id: string, why: string): Ending {
  return cancelled(task.id, `It was to start after task ${id}, which ${why}.`);
}

function queueFull(limit: number): TaskError {
  const message = `${limit} tasks wait already. Wait until some have ended, cancel some, or raise limits.queued.`;
  return new TaskError('queue_full', message);
}

function notFound(id: string): TaskError {
  const message = `There is no task ${id}, or it is no longer remembered. List the tasks to see which there are.`;
  return new TaskError('task_not_found', message, { id });
}

function elsewhere(id: string): TaskError {
  const message = `Task ${id} runs in another process. Only there can it be stopped and followed; get it again to see how it goes.`;
  return new TaskError('task_elsewhere', message, { id });
}

import type { TaskStore } from '../stores/task-store.ts';
import type { Task } from '../task.ts';
import { isTaskError, TaskError } from '../task-error.ts';
import { isEnded } from '../task-state.ts';
import { forgetEnded } from './forget-ended.ts';
import type { LiveTask } from './live-task.ts';

/** Writes tasks to the store. */
export interface TaskSaver {
  /**
   * Writes a task as it stands now.
   *
   * @throws {TaskError} `store_failed`, `store_conflict`
   */
  save(live: LiveTask): Promise<void>;
  /** Writes a task within a second, with what has changed until then. */
  saveSoon(live: LiveTask): void;
  /** Writes how a task ended, again and again if it must, then forgets it here and the oldest of those that ended in the store. */
  saveEnd(live: LiveTask): void;
  /** Tries everything that is not written yet once more. */
  flush(): Promise<void>;
}

interface SaverOptions {
  store: TaskStore;
  owner: string;
  /** How many ended tasks the store keeps. */
  keepEnded: number;
  /** Called when the end of a task is written, or cannot be. */
  onDone(live: LiveTask): void;
  complain(error: unknown): void;
}

const progressDelayMs = 1_000;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

/** Creates what writes tasks to a store: one write at a time for each task, always of the newest state. */
export function createTaskSaver(options: SaverOptions): TaskSaver {
  const { store, owner, keepEnded, onDone, complain } = options;
  const unsavedEnds = new Set<LiveTask>();
  const work = new Set<Promise<void>>();
  let isForgetting = false;
  let mustForgetAgain = false;

  function put(task: Task, revision: number): Promise<boolean> {
    return store.put({ ...task, owner, revision });
  }

  async function write(live: LiveTask): Promise<void> {
    const { task, stored } = live;
    if (task === stored.task) return;
    if (!(await put(task, stored.revision + 1))) {
      // A write that seemed to fail may have happened.
      const present = await store.get(task.id);
      if (present?.owner !== owner) throw conflict(task.id);
      stored.revision = present.revision;
      if (isEnded(present.state)) return;
      if (!(await put(task, present.revision + 1))) throw conflict(task.id);
    }
    stored.revision += 1;
    stored.task = task;
  }

  function save(live: LiveTask): Promise<void> {
    const saved = live.saving
      .then(() => write(live))
      .catch((error: unknown) => {
        throw isTaskError(error) ? error : storeFailed(live.task.id, error);
      });
    live.saving = saved.catch(() => undefined);
    return saved;
  }

  async function tryEnd(live: LiveTask, retryMs: number): Promise<void> {
    clearTimeout(live.timer);
    try {
      await save(live);
    } catch (error) {
      complain(error);
      // What the store never had, or has otherwise, is not worth another try.
      if (live.stored.revision > 0 && !isTaskError(error, 'store_conflict')) {
        const again = (): void => run(tryEnd(live, Math.min(retryMs * 2, longestRetryMs)));
        live.timer = setTimeout(again, retryMs).unref();
        return;
      }
    }
    unsavedEnds.delete(live);
    onDone(live);
    await forget();
  }

  async function forget(): Promise<void> {
    mustForgetAgain = true;
    if (isForgetting) return;
    isForgetting = true;
    try {
      while (mustForgetAgain) {
        mustForgetAgain = false;
        await forgetEnded(store, keepEnded);
      }
    } catch (error) {
      complain(
        new TaskError('store_failed', 'Ended tasks could not be removed from the store.', {
          cause: error,
        }),
      );
    } finally {
      isForgetting = false;
    }
  }

  /** None of these rejects; it is only known that they go on. */
  function run(promise: Promise<void>): void {
    work.add(promise);
    void promise.finally(() => work.delete(promise));
  }

  return {
    save,
    saveSoon(live) {
      live.timer ??= setTimeout(() => {
        live.timer = undefined;
        run(save(live).catch((error: unknown) => complain(error)));
      }, progressDelayMs).unref();
    },
    saveEnd(live) {
      unsavedEnds.add(live);
      run(tryEnd(live, firstRetryMs));
    },
    async flush() {
      while (work.size > 0) await Promise.all(work);
      for (const live of unsavedEnds) run(tryEnd(live, longestRetryMs));
      while (work.size > 0) await Promise.all(work);
      for (const live of unsavedEnds) clearTimeout(live.timer);
    },
  };
}

function conflict(id: string): TaskError {
  const message = `Task ${id} was changed or removed in the store by somebody else. What happens to it from now on is not kept.`;
  return new TaskError('store_conflict', message, { id });
}

function storeFailed(id: string, cause: unknown): TaskError {
  return new TaskError('store_failed', `Task ${id} could not be written to the store.`, {
    id,
    cause,
  });
}

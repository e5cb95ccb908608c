import { setTimeout as pause } from 'node:timers/promises';
import type { Task, Tasks } from '@srkit/tasks';
import { createProgressScale, type ProgressNotice } from './progress-scale.ts';

/** A client is not told more often than this. */
const spacingMs = 200;

/** Tells a client how far the work is that it waits for. */
export type Notify = (notice: ProgressNotice) => Promise<void>;

/** Somebody who is told of a task. */
export interface Following {
  /** Ends it: after this nothing is told any more. What is new in the task as it stands is told first. */
  end(task?: Task): Promise<void>;
}

/** Begins to tell a client how far a task is. A client that cannot be reached changes nothing for the task. */
export function followProgress(tasks: Tasks, id: string, notify: Notify): Following {
  const scale = createProgressScale();
  const enough = new AbortController();

  async function tell({ progress }: Task): Promise<void> {
    const notice = scale(progress);
    if (notice !== undefined) await notify(notice);
  }

  async function follow(): Promise<void> {
    for await (const task of tasks.watch(id, { signal: enough.signal })) {
      await tell(task);
      await pause(spacingMs, undefined, { signal: enough.signal });
    }
  }

  const following = follow().catch(() => {});
  return {
    async end(task) {
      enough.abort();
      await following;
      if (task !== undefined) await tell(task).catch(() => {});
    },
  };
}

import type { Task, Tasks } from '@srkit/tasks';
import { followProgress, type Notify } from './follow-progress.ts';

/** How somebody waits for a task. */
export interface Waiting {
  /** Ends the waiting, not the task. */
  signal: AbortSignal;
  /** For a client that wants to hear how far it is. */
  notify?: Notify | undefined;
  /** How long at most, in milliseconds. */
  waitMs: number;
}

/**
 * Waits until a task has ended, or the time is over, and tells a client that wants it how far it is.
 *
 * @returns the task as it stands then
 * @throws the reason of the signal
 */
export async function awaitTask(
  tasks: Tasks,
  id: string,
  { signal, notify, waitMs }: Waiting,
): Promise<Task> {
  const following = notify && followProgress(tasks, id, notify);
  let task: Task | undefined;
  try {
    task = await tasks.wait(id, { signal, timeoutMs: waitMs });
    return task;
  } finally {
    // Before the answer: a client must not be told of a call that is over.
    await following?.end(task);
  }
}

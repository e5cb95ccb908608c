import { measureProgress } from '../progress/measure-progress.ts';
import type { Task } from '../task.ts';
import { isEnded } from '../task-state.ts';
import type { LiveTask } from './live-task.ts';
import { onAbort } from './on-abort.ts';
import { startTimer } from './start-timer.ts';

/** A task as it stands at a moment: while it runs, with its rate as of then. */
export function viewTask({ task, meter }: LiveTask, at: number): Task {
  if (task.state !== 'running') return task;
  return Object.freeze({ ...task, progress: measureProgress(task.progress, meter, at) });
}

/** Gives a task as it stands and after each change, until it has ended. Whoever is slow misses changes, never the last one. */
export async function* followTask(
  live: LiveTask,
  now: () => number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Task, void> {
  for (;;) {
    signal?.throwIfAborted();
    const { task } = live;
    yield viewTask(live, now());
    if (isEnded(task.state)) return;
    if (live.task === task) await nextChange(live, signal);
  }
}

/**
 * Waits until a task has ended, or a time is over.
 *
 * @throws the reason of the signal
 */
export async function waitForEnd(
  live: LiveTask,
  timeoutMs?: number,
  signal?: AbortSignal,
): Promise<void> {
  const enough = new AbortController();
  const stop = (): void => enough.abort();
  const stopTimer = startTimer(stop, timeoutMs);
  const stopListening = onAbort(signal, stop);
  try {
    while (!isEnded(live.task.state) && !enough.signal.aborted)
      await nextChange(live, enough.signal);
    if (!isEnded(live.task.state)) signal?.throwIfAborted();
  } finally {
    stopTimer();
    stopListening();
  }
}

/** Waits for the next change of a task, or until the signal is aborted, and leaves nothing behind. */
function nextChange(live: LiveTask, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      live.watchers.delete(go);
      stopListening();
      resolve();
    };
    live.watchers.add(go);
    let stopListening = (): void => undefined;
    stopListening = onAbort(signal, go);
  });
}

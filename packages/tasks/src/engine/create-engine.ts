import { endProgress, measureProgress } from '../progress/measure-progress.ts';
import { type ProgressReport, readReport } from '../progress/read-report.ts';
import type { TaskStore } from '../stores/task-store.ts';
import type { Task } from '../task.ts';
import { TaskError } from '../task-error.ts';
import type { TaskLimits } from '../task-limits.ts';
import { canBecome, isEnded } from '../task-state.ts';
import { isStopped, type TaskContext } from '../task-work.ts';
import { chooseRunnable } from './choose-runnable.ts';
import {
  cancelled,
  cancelledByEarlier,
  type Ending,
  failed,
  stoppedByThrowing,
  stoppedWith,
  succeeded,
} from './endings.ts';
import { changeTask, type LiveTask } from './live-task.ts';
import { createTaskSaver } from './task-saver.ts';

interface EngineOptions {
  store: TaskStore;
  owner: string;
  now: () => number;
  limits: Required<TaskLimits>;
  complain(error: unknown): void;
}

/** Runs tasks: what moves them from one state to the next. */
export interface Engine {
  /** The tasks of this process that have not ended, and those whose end is not written yet. */
  readonly live: ReadonlyMap<string, LiveTask>;
  /** Those that wait, the earliest first. */
  readonly queued: ReadonlySet<LiveTask>;
  readonly running: ReadonlySet<LiveTask>;
  /** Takes a task in, to be started when it can be. */
  add(live: LiveTask): void;
  /** Tells a task how one that it comes after stands. */
  meet(live: LiveTask, earlier: Task): void;
  /** Stops a task: one that waits at once, one that runs when its work ends. */
  cancel(live: LiveTask, reason: string): void;
  /** Ends a task, unless it has ended. */
  end(live: LiveTask, ending: Ending): void;
  /** Waits until everything that can be written is written. */
  flush(): Promise<void>;
}

/** Creates what runs tasks. All that changes a task happens here, at once, without waiting for anything. */
export function createEngine({ store, owner, now, limits, complain }: EngineOptions): Engine {
  const byId = new Map<string, LiveTask>();
  const queued = new Set<LiveTask>();
  const running = new Set<LiveTask>();
  /** Of a task that has not ended, those that wait for it. */
  const followers = new Map<string, Set<LiveTask>>();
  const saver = createTaskSaver({
    store,
    owner,
    keepEnded: limits.ended,
    onDone: ({ task }) => byId.delete(task.id),
    complain,
  });

  function startRunnable(): void {
    for (const live of chooseRunnable(queued, running, limits)) {
      queued.delete(live);
      running.add(live);
      changeTask(live, { state: 'running', startedAt: now() });
      live.turn.resolve(undefined);
    }
  }

  async function run(live: LiveTask): Promise<void> {
    try {
      // Work starts when it is written that it starts: whoever finds the record later must know that something was done.
      await saver.save(live);
    } catch (error) {
      complain(error);
      end(live, failed(error));
      return;
    }
    end(live, await perform(live));
  }

  async function perform(live: LiveTask): Promise<Ending> {
    const { signal } = live.controller;
    if (signal.aborted) return stoppedByThrowing(live.task, signal.reason, signal);
    const context: TaskContext = {
      id: live.task.id,
      signal,
      report(progress) {
        try {
          report(live, progress);
        } catch (error) {
          complain(error);
        }
      },
    };
    try {
      const value = await live.work(context);
      return isStopped(value)
        ? stoppedWith(value.result, live.task, limits.resultCharacters)
        : succeeded(value, live.task, limits.resultCharacters);
    } catch (error) {
      return signal.aborted ? stoppedByThrowing(live.task, error, signal) : failed(error);
    }
  }

  function report(live: LiveTask, progress: ProgressReport): void {
    // Work that goes on after its task has ended is not listened to.
    if (live.task.state !== 'running') return;
    const at = now();
    const { said, faults } = readReport(live.task.progress, progress);
    if (said.unit !== live.task.progress.unit) live.meter.restart();
    if (said.done !== undefined) live.meter.take(at, said.done);
    changeTask(live, { progress: measureProgress({ ...said, updatedAt: at }, live.meter, at) });
    saver.saveSoon(live);
    for (const fault of faults) complain(invalidReport(live.task.id, fault));
  }

  /** @returns whether it had not ended yet */
  function close(live: LiveTask, { change, outcome }: Ending): boolean {
    if (!canBecome(live.task.state, change.state)) return false;
    const at = now();
    queued.delete(live);
    running.delete(live);
    live.release();
    for (const earlier of live.waitsFor) followers.get(earlier)?.delete(live);
    const progress = endProgress(live.task.progress, live.meter, at);
    changeTask(live, { ...change, endedAt: at, progress });
    if ('value' in outcome) live.outcome.resolve(outcome.value);
    else live.outcome.reject(outcome.error);
    if (live.task.resultRefused !== undefined)
      complain(invalidReport(live.task.id, live.task.resultRefused));
    saver.saveEnd(live);
    return true;
  }

  function end(first: LiveTask, ending: Ending): void {
    const ended = close(first, ending) ? [first] : [];
    // It grows on the way: what came after a task that was cancelled is cancelled too.
    for (const { task } of ended) {
      for (const follower of followers.get(task.id) ?? [])
        if (!goesOn(follower, task)) ended.push(follower);
      followers.delete(task.id);
    }
    startRunnable();
  }

  /** @returns false when the task is cancelled by how the earlier one ended */
  function goesOn(live: LiveTask, earlier: Task): boolean {
    if (earlier.state === 'succeeded') live.waitsFor.delete(earlier.id);
    return earlier.state === 'succeeded' || !close(live, cancelledByEarlier(live.task.id, earlier));
  }

  return {
    live: byId,
    queued,
    running,
    add(live) {
      byId.set(live.task.id, live);
      queued.add(live);
      for (const earlier of live.waitsFor) {
        if (isEnded(byId.get(earlier)?.task.state ?? 'interrupted')) continue;
        followers.set(earlier, (followers.get(earlier) ?? new Set()).add(live));
      }
      // From here, so that the work runs in the asynchronous context of its caller, not of the task that made room for it.
      void live.turn.promise.then(() => run(live));
      startRunnable();
      // What cannot be written is not started, and not left to wait for nothing either.
      if (queued.has(live))
        saver.save(live).catch((error: unknown) => {
          if (live.task.state !== 'queued') return;
          complain(error);
          end(live, failed(error));
        });
    },
    meet(live, earlier) {
      if (!isEnded(earlier.state)) return;
      if (earlier.state === 'succeeded') {
        live.waitsFor.delete(earlier.id);
        startRunnable();
      } else {
        end(live, cancelledByEarlier(live.task.id, earlier));
      }
    },
    cancel(live, reason) {
      const { id, state, cancelRequestedAt } = live.task;
      if (isEnded(state) || cancelRequestedAt !== undefined) return;
      if (state === 'queued') {
        end(live, cancelled(id, reason, { cancelRequestedAt: now() }));
        return;
      }
      changeTask(live, { cancelRequestedAt: now(), reason });
      saver.saveSoon(live);
      live.controller.abort(
        new TaskError('task_cancelled', `Task ${id} is to stop. ${reason}`, { id }),
      );
    },
    end,
    flush: () => saver.flush(),
  };
}

function invalidReport(id: string, fault: string): TaskError {
  return new TaskError('invalid_report', `Task ${id}: ${fault}.`, { id });
}

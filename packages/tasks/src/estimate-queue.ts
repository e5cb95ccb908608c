import { chooseRunnable, type WaitingClaim } from './engine/choose-runnable.ts';
import type { Task } from './task.ts';
import type { TaskLimits } from './task-limits.ts';

/** When one task is expected to start and end, in milliseconds from now. */
export interface TaskEstimate {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: Task['state'];
  /** Undefined when it depends on a task of which nobody knows how long it takes. 0 for one that runs. */
  readonly startsInMs?: number;
  /** How long it takes, or for one that runs will still take; undefined when nothing of its kind has succeeded yet. */
  readonly takesMs?: number;
  readonly endsInMs?: number;
}

/** How long a queue is expected to take. */
export interface QueueEstimate {
  /** The tasks asked for that have not ended, in the order in which they were started. */
  readonly tasks: readonly TaskEstimate[];
  /** When the last of them ends, in milliseconds from now; undefined when that is not known of all. */
  readonly endsInMs?: number;
  /** When the last of those ends of which it is known: it takes at least so long. */
  readonly atLeastMs: number;
}

interface Waiting extends WaitingClaim {
  readonly task: Task;
  readonly waitsFor: Set<string>;
}

interface Running extends Pick<Task, 'id' | 'kind' | 'keys'> {
  readonly endsInMs: number;
}

/**
 * Plays through how a queue will go: which task starts when, under the limits, if each takes as long as those of its kind did.
 *
 * @param unfinished all tasks that have not ended, in the order in which they were started
 * @param typicalMs how long a task of a kind takes; undefined when nobody knows
 * @param limits how many run at a time
 * @param now in milliseconds since 1970
 */
export function estimateQueue(
  unfinished: readonly Task[],
  typicalMs: (kind: string) => number | undefined,
  limits: Required<TaskLimits>,
  now: number,
): TaskEstimate[] {
  const starts = new Map<string, number>();
  const takes = new Map<string, number | undefined>();
  const unfinishedIds = new Set(unfinished.map(({ id }) => id));
  const queued = new Set<Waiting>();
  let running: Running[] = [];

  function start(task: Task, atMs: number, takesMs: number | undefined): void {
    starts.set(task.id, atMs);
    takes.set(task.id, takesMs);
    running.push({ ...task, endsInMs: atMs + (takesMs ?? Number.POSITIVE_INFINITY) });
  }

  for (const task of unfinished)
    if (task.state === 'running') start(task, 0, timeLeft(task, typicalMs(task.kind), now));
    else queued.add(waiting(task, unfinishedIds));

  for (let time = 0; ; ) {
    for (const next of chooseRunnable(queued, running, limits)) {
      queued.delete(next);
      start(next.task, time, typicalMs(next.kind));
    }
    time = running.reduce((soonest, { endsInMs }) => Math.min(soonest, endsInMs), Infinity);
    if (time === Infinity) break;
    for (const { id } of running.filter(({ endsInMs }) => endsInMs <= time))
      for (const { waitsFor } of queued) waitsFor.delete(id);
    running = running.filter(({ endsInMs }) => endsInMs > time);
  }

  return unfinished.map(({ id, kind, title, state }) => {
    const startsInMs = starts.get(id);
    const takesMs = starts.has(id) ? takes.get(id) : typicalMs(kind);
    return {
      id,
      kind,
      title,
      state,
      ...(startsInMs === undefined ? {} : { startsInMs }),
      ...(takesMs === undefined ? {} : { takesMs }),
      ...(startsInMs === undefined || takesMs === undefined
        ? {}
        : { endsInMs: startsInMs + takesMs }),
    };
  });
}

/** Says when the last of some tasks ends. */
export function sumUp(tasks: readonly TaskEstimate[]): QueueEstimate {
  const ends = tasks.map(({ endsInMs }) => endsInMs).filter((ms) => ms !== undefined);
  const atLeastMs = Math.max(0, ...ends);
  return { tasks, atLeastMs, ...(ends.length === tasks.length ? { endsInMs: atLeastMs } : {}) };
}

function waiting(task: Task, unfinishedIds: ReadonlySet<string>): Waiting {
  const waitsFor = new Set(task.after.filter((id) => unfinishedIds.has(id)));
  return {
    task,
    kind: task.kind,
    keys: task.keys,
    waitsFor,
    get isReady() {
      return waitsFor.size === 0;
    },
  };
}

/** What a running task says itself goes before what others of its kind took. */
function timeLeft(task: Task, typicalMs: number | undefined, now: number): number | undefined {
  const { remainingMs } = task.progress;
  if (remainingMs !== undefined) return remainingMs;
  if (typicalMs === undefined) return undefined;
  return Math.max(0, typicalMs - (now - (task.startedAt ?? now)));
}

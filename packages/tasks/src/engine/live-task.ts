import { noProgress } from '../progress/measure-progress.ts';
import { createProgressMeter, type ProgressMeter } from '../progress/progress-meter.ts';
import type { Task } from '../task.ts';
import type { TaskWork } from '../task-work.ts';
import type { WaitingClaim } from './choose-runnable.ts';

/** A task that this process runs, or will: what is known of it, and what holds it. */
export interface LiveTask extends WaitingClaim {
  /** As it stands. Replaced with every change, never changed itself. */
  task: Task;
  readonly work: TaskWork<unknown>;
  readonly controller: AbortController;
  readonly meter: ProgressMeter;
  /** The tasks that must succeed before it starts. */
  readonly waitsFor: Set<string>;
  /** Called at the next change, once. */
  readonly watchers: Set<() => void>;
  /** Settled when it is chosen to run. */
  readonly turn: Deferred<undefined>;
  /** What the work returned or threw, for the handle. */
  readonly outcome: Deferred<unknown>;
  /** Lets go of the signal that it was started with. */
  release: () => void;
  /** What the store has of it. */
  readonly stored: { task?: Task; revision: number };
  /** The last of the writes to the store, which happen one after the other. Never rejects. */
  saving: Promise<void>;
  /** Saves the progress, or tries to save the end again. */
  timer?: NodeJS.Timeout | undefined;
}

/** A promise, and what settles it. */
interface Deferred<Value> {
  readonly promise: Promise<Value>;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

/** What is known of a task before it starts. */
export type NewTask = Pick<
  Task,
  'id' | 'kind' | 'title' | 'after' | 'keys' | 'createdAt' | 'input'
>;

/** Makes a task that waits. */
export function openTask(described: NewTask, work: TaskWork<unknown>): LiveTask {
  const waitsFor = new Set<string>(described.after);
  const outcome = withResolvers<unknown>();
  // Nobody has to ask for the result: what went wrong is in the task.
  outcome.promise.catch(() => undefined);
  return {
    task: Object.freeze({ ...described, state: 'queued', progress: noProgress } as const),
    kind: described.kind,
    keys: described.keys,
    get isReady() {
      return waitsFor.size === 0;
    },
    work,
    controller: new AbortController(),
    meter: createProgressMeter(),
    waitsFor,
    watchers: new Set(),
    turn: withResolvers(),
    outcome,
    release: () => undefined,
    stored: { revision: 0 },
    saving: Promise.resolve(),
  };
}

/** Replaces what is known of a task, and tells who watches it. */
export function changeTask(live: LiveTask, change: Partial<Task>): void {
  live.task = Object.freeze({ ...live.task, ...change });
  const watchers = [...live.watchers];
  live.watchers.clear();
  for (const wake of watchers) wake();
}

// Promise.withResolvers is not in Node 20.
function withResolvers<Value>(): Deferred<Value> {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}

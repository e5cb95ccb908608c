import type { TaskState } from './task-state.ts';

/** A value that JSON carries as it is. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object that JSON carries as it is. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** How far the work of a task has come. What the work has not said is not there. */
export interface TaskProgress {
  /** How much is done, in `unit`. */
  readonly done?: number;
  /** How much there is to do, in `unit`. */
  readonly total?: number;
  /** What is counted: `subjects`. */
  readonly unit?: string;
  /** What the work does now, in a few words. */
  readonly message?: string;
  /** How many errors there were so far. */
  readonly errors: number;
  /** How many times something was tried again so far. */
  readonly retries: number;
  /** How fast it goes, from what was reported last; undefined while that is not known. */
  readonly ratePerSecond?: number;
  /** How long it will still take, in milliseconds; undefined while that is not known. */
  readonly remainingMs?: number;
  /** When the work reported last, in milliseconds since 1970. */
  readonly updatedAt?: number;
}

/** Why a task failed. No stack, and nothing but what the error said of itself. */
export interface TaskFailure {
  readonly message: string;
  /** The `code` of the error, when it had one that is a word. */
  readonly code?: string;
  /** The `facts` of the error, when it had some that are plain JSON of at most 8,192 characters: what may be shown beside. */
  readonly facts?: JsonObject;
}

/** A task, as it stood when it was asked for. Plain data; nothing in it changes afterwards. */
export interface Task {
  /** Ids of later tasks sort behind those of earlier ones. */
  readonly id: string;
  /** What sort of work it is: `migrate_context`. Limits and estimates go by it. */
  readonly kind: string;
  /** What it does, for people. */
  readonly title: string;
  readonly state: TaskState;
  /** The tasks that must have succeeded before it starts. */
  readonly after: readonly string[];
  /** What it needs for itself while it runs, `registry:production`. */
  readonly keys: readonly string[];
  /** In milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  /** When its work was started. A task without it has done nothing. */
  readonly startedAt?: number;
  /** When it ended; of an interrupted one, when that was noticed. */
  readonly endedAt?: number;
  /** When it was asked to stop. A running task ends when its work does. */
  readonly cancelRequestedAt?: number;
  readonly progress: TaskProgress;
  /** What the work was started with, as it was handed in. */
  readonly input?: Json;
  /** What the work returned; of a cancelled task, what it had done before it stopped. */
  readonly result?: Json;
  /** Why there is no result although the work returned one: it is not JSON, or too large. */
  readonly resultRefused?: string;
  /** Why it failed; of a cancelled task, what its work said when it was stopped, beyond that. */
  readonly error?: TaskFailure;
  /** Why it was cancelled or interrupted, in words; or that it succeeded although it was asked to stop. */
  readonly reason?: string;
}

/** What a list says of a task: everything but its input and its result, which can be large. */
export type TaskSummary = Omit<Task, 'input' | 'result'>;

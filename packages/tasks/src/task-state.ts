/** The states of a task, in the order in which it can pass through them. */
export const taskStates = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'interrupted',
] as const;

/**
 * Where a task stands.
 *
 * - `queued`: it waits for a place, or for the tasks it comes after.
 * - `running`: its work was started and has not ended.
 * - `succeeded`: its work came to its end.
 * - `failed`: its work threw, or it could not be written down and so was not started.
 * - `cancelled`: somebody stopped it, or a task it came after did not succeed.
 * - `interrupted`: its process ended, or stopped waiting for it; what it has done is not known.
 */
export type TaskState = (typeof taskStates)[number];

const following = {
  queued: ['running', 'failed', 'cancelled', 'interrupted'],
  running: ['succeeded', 'failed', 'cancelled', 'interrupted'],
  succeeded: [],
  failed: [],
  cancelled: [],
  interrupted: [],
} as const satisfies Record<TaskState, readonly TaskState[]>;

/** The states that end a task. */
export const endedStates: readonly TaskState[] = taskStates.filter(isEnded);

/** The states of a task that has not ended. */
export const unfinishedStates: readonly TaskState[] = taskStates.filter((state) => !isEnded(state));

/** Tells whether a task in this state stays as it is for good. */
export function isEnded(state: TaskState): boolean {
  return following[state].length === 0;
}

/** Tells whether a task may go from one state to another. */
export function canBecome(from: TaskState, to: TaskState): boolean {
  const next: readonly TaskState[] = following[from];
  return next.includes(to);
}

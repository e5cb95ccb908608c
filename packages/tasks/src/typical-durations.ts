import type { TaskStore } from './stores/task-store.ts';

const sampleSize = 20;

/**
 * Finds out how long tasks of some kinds take: the middle one of the last that succeeded.
 *
 * @returns how long one of a kind takes, in milliseconds; undefined when none has succeeded
 */
export async function typicalDurations(
  store: TaskStore,
  kinds: ReadonlySet<string>,
): Promise<(kind: string) => number | undefined> {
  const typical = new Map<string, number>();
  for (const kind of kinds) {
    const tasks = await store.list({ states: ['succeeded'], kind, limit: sampleSize });
    const durations = tasks
      .map(({ startedAt, endedAt }) => Math.max(0, (endedAt ?? 0) - (startedAt ?? 0)))
      .sort((one, other) => one - other);
    const middle = durations[Math.floor(durations.length / 2)];
    if (middle !== undefined) typical.set(kind, middle);
  }
  return (kind) => typical.get(kind);
}

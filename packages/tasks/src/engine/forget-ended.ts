import { listAll } from '../stores/list-all.ts';
import type { TaskStore } from '../stores/task-store.ts';
import { endedStates } from '../task-state.ts';

/** Removes the tasks that ended first, until so many ended ones are left. */
export async function forgetEnded(store: TaskStore, keep: number): Promise<void> {
  if (keep === Number.POSITIVE_INFINITY) return;
  const ended: { id: string; endedAt: number }[] = [];
  for await (const { id, endedAt } of listAll(store, endedStates))
    ended.push({ id, endedAt: endedAt ?? 0 });
  if (ended.length <= keep) return;
  // By when they ended, not began: a long task must not be forgotten the moment it ends.
  ended.sort((one, other) => other.endedAt - one.endedAt || (one.id < other.id ? 1 : -1));
  for (const { id } of ended.slice(keep)) await store.delete(id);
}

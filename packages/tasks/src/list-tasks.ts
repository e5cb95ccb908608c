import type { Engine } from './engine/create-engine.ts';
import { viewTask } from './engine/follow-task.ts';
import { readCount, readName, readStates } from './read-arguments.ts';
import type { TaskRecordSummary, TaskStore } from './stores/task-store.ts';
import type { Task, TaskSummary } from './task.ts';
import type { ListOptions } from './tasks.ts';

const longestPage = 1_000;

/**
 * Lists the tasks that a store has and those that are not written yet, the latest first. What this process runs is told as it stands
 * here: the store may be a moment behind.
 */
export async function listTasks(
  engine: Engine,
  store: TaskStore,
  now: () => number,
  options: ListOptions,
): Promise<TaskSummary[]> {
  const limit = readCount('limit', options.limit ?? 100, longestPage);
  const query = {
    ...(options.state === undefined ? {} : { states: readStates(options.state) }),
    ...(options.kind === undefined ? {} : { kind: readName('kind', options.kind) }),
    ...(options.before === undefined ? {} : { before: readName('before', options.before) }),
  };
  const here = [...engine.live.values()].map((live) => summaryOf(viewTask(live, now())));
  const hereIds = new Set(here.map(({ id }) => id));
  // So many more, because each of those may be in the store in a state of before.
  const stored = await store.list({ ...query, limit: limit + here.length });
  const matching = here.filter(
    ({ id, state, kind }) =>
      (query.states?.includes(state) ?? true) &&
      (query.kind === undefined || query.kind === kind) &&
      (query.before === undefined || id < query.before),
  );
  return [...matching, ...stored.filter(({ id }) => !hereIds.has(id)).map(withoutStoreFields)]
    .sort((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, limit);
}

function summaryOf({ input: _input, result: _result, ...summary }: Task): TaskSummary {
  return summary;
}

/** A task without what only a store has to know. */
export function withoutStoreFields<Stored extends TaskRecordSummary>({
  owner: _owner,
  revision: _revision,
  ...task
}: Stored): Omit<Stored, 'owner' | 'revision'> {
  return task;
}

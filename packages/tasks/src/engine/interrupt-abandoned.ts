import { listAll } from '../stores/list-all.ts';
import type { TaskStore } from '../stores/task-store.ts';
import { isEnded, unfinishedStates } from '../task-state.ts';

const begun =
  'The process that ran it is gone. What it had done by then is its last progress; look at what it left before you start it again.';
const notBegun = 'The process that was to run it is gone. Its work was never started.';

interface InterruptOptions {
  store: TaskStore;
  owner: string;
  now: () => number;
  /** Whether nobody runs the task with this id, of this owner. */
  isAbandoned(id: string, owner: string): boolean | Promise<boolean>;
}

/** Marks the tasks in a store that their processes have left as interrupted, with their last progress. */
export async function interruptAbandoned(options: InterruptOptions): Promise<void> {
  const { store, owner, now, isAbandoned } = options;
  for await (const { id, owner: before } of listAll(store, unfinishedStates)) {
    if (!(await isAbandoned(id, before))) continue;
    const record = await store.get(id);
    if (record === undefined || isEnded(record.state)) continue;
    // When it is not written, somebody else was first: the owner lives, or another process has found it too.
    await store.put({
      ...record,
      state: 'interrupted',
      endedAt: now(),
      reason: record.startedAt === undefined ? notBegun : begun,
      owner,
      revision: record.revision + 1,
    });
  }
}

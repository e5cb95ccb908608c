import type { TaskState } from '../task-state.ts';
import type { TaskRecordSummary, TaskStore } from './task-store.ts';

const pageSize = 500;

/** Goes through all records in some states, the newest first, in pages. */
export async function* listAll(
  store: TaskStore,
  states: readonly TaskState[],
): AsyncGenerator<TaskRecordSummary, void> {
  let before: string | undefined;
  for (;;) {
    const page = await store.list({
      states,
      limit: pageSize,
      ...(before === undefined ? {} : { before }),
    });
    yield* page;
    before = page.at(-1)?.id;
    if (before === undefined || page.length < pageSize) return;
  }
}

import type { TaskQuery, TaskRecord, TaskRecordSummary, TaskStore } from './task-store.ts';

/** Creates a store that remembers as long as the process lives. */
export function createMemoryTaskStore(): TaskStore {
  const records = new Map<string, TaskRecord>();
  /** The smallest first. */
  const ids: string[] = [];

  return {
    async put(record) {
      const present = records.get(record.id);
      if (record.revision !== (present?.revision ?? 0) + 1) return false;
      if (present === undefined) ids.splice(placeOf(ids, record.id), 0, record.id);
      records.set(record.id, record);
      return true;
    },
    async get(id) {
      return records.get(id);
    },
    async list(query) {
      const found: TaskRecordSummary[] = [];
      let place = query.before === undefined ? ids.length : placeOf(ids, query.before);
      while (place > 0 && found.length < query.limit) {
        place -= 1;
        const record = records.get(ids[place] ?? '');
        if (record !== undefined && matches(record, query)) found.push(summaryOf(record));
      }
      return found;
    },
    async delete(id) {
      if (records.delete(id)) ids.splice(placeOf(ids, id), 1);
    },
  };
}

function summaryOf({ input: _input, result: _result, ...summary }: TaskRecord): TaskRecordSummary {
  return summary;
}

function matches(record: TaskRecord, { states, kind }: TaskQuery): boolean {
  return (
    (states === undefined || states.includes(record.state)) &&
    (kind === undefined || record.kind === kind)
  );
}

/** Where an id is, or belongs, in a sorted list. */
function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { WrittenAnswers } from '../registry.ts';
import type { SchemaRecord } from './records.ts';
import { createSlots } from './slots.ts';

/** How many answers about versions are remembered, how long one may be, and how many lists. */
const mostVersions = 2048;
const mostCharacters = 8000;
const mostLists = 16;

interface Written {
  record: SchemaRecord;
  text: string;
}

/**
 * Creates an empty memory of answers.
 *
 * @param revision tells what the state is: lists are forgotten when it has changed
 */
export function createWrittenAnswers(revision: () => number): WrittenAnswers {
  const byKind = {
    'by id': createSlots<Written>(mostVersions),
    registered: createSlots<Written>(mostVersions),
  };
  const lists = new Map<string, unknown>();
  let revisionOfLists = -1;

  return {
    ofVersion(record, kind, write) {
      const known = byKind[kind].get(record.id);
      if (known?.record === record) return known.text;
      const text = write();
      if (text.length <= mostCharacters) byKind[kind].set(record.id, { record, text });
      return text;
    },
    list<List>(key: string, make: () => List): List {
      if (revisionOfLists !== revision()) lists.clear();
      revisionOfLists = revision();
      // A key always comes with the same kind of list.
      if (lists.has(key)) return lists.get(key) as List;
      const list = make();
      if (lists.size >= mostLists) lists.clear();
      lists.set(key, list);
      return list;
    },
  };
}

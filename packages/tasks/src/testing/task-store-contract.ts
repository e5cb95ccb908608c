import { describe, expect, test } from 'vitest';
import { createTasks } from '../create-tasks.ts';
import type { TaskRecord, TaskStore } from '../stores/task-store.ts';
import type { Json } from '../task.ts';
import { taskStates } from '../task-state.ts';

/**
 * Declares the tests that every store of tasks must pass. Call it in a test file of Vitest.
 *
 * @param makeStore gives an empty store. It is called once in each test; what must be cleaned up goes into Vitest's `onTestFinished`
 *
 * @example
 * taskStoreContract(() => {
 *   const store = createMyStore(':memory:');
 *   onTestFinished(() => store.close());
 *   return store;
 * });
 */
export function taskStoreContract(makeStore: () => TaskStore | Promise<TaskStore>): void {
  describe('put and get', () => {
    test('a record comes back as it was put', async () => {
      const store = await makeStore();
      for (const record of [aRecord({ id: 'plain' }), everyField]) {
        expect(await store.put(record)).toBe(true);
        expect(await store.get(record.id)).toStrictEqual(record);
      }
    });

    test.for(Object.entries(awkwardValues))('it keeps %s', async ([_what, value]) => {
      const store = await makeStore();
      const record = aRecord({ input: value, result: value });
      await store.put(record);
      const kept = await store.get(record.id);
      // Compared as text too: a field named __proto__ is not seen otherwise.
      expect(JSON.stringify(kept?.input)).toBe(JSON.stringify(value));
      expect(kept?.result).toStrictEqual(value);
    });

    test('a record that nobody has put is undefined', async () => {
      const store = await makeStore();
      await store.put(aRecord({ id: 'one' }));
      for (const id of ['on', 'one ', 'One', '', '__proto__', 'constructor', "' or ''='"])
        expect(await store.get(id)).toBeUndefined();
    });

    test('a record with the revision that follows replaces the one before', async () => {
      const store = await makeStore();
      const first = aRecord({ result: { large: 'x'.repeat(100) } });
      const { result: _result, ...rest } = first;
      const second: TaskRecord = { ...rest, revision: 2, state: 'running' };
      await store.put(first);
      expect(await store.put(second)).toBe(true);
      expect(await store.get(first.id)).toStrictEqual(second);
    });

    test.for([
      ['the first revision again', [1], 1],
      ['the same revision again', [1, 2], 2],
      ['a revision of before', [1, 2, 3], 2],
      ['a revision that leaves one out', [1], 3],
      ['a revision other than 1 of what is not there', [], 2],
    ] as const)('it refuses %s', async ([_what, before, revision]) => {
      const store = await makeStore();
      for (const each of before) expect(await store.put(aRecord({ revision: each }))).toBe(true);
      const kept = await store.get('id');
      expect(await store.put(aRecord({ revision, title: 'refused' }))).toBe(false);
      expect(await store.get('id')).toStrictEqual(kept);
    });

    test('of many that put the same revision at once, one succeeds', async () => {
      const store = await makeStore();
      for (const revision of [1, 2]) {
        const owners = Array.from({ length: 20 }, (_, index) => `owner ${index}`);
        const written = await Promise.all(
          owners.map((owner) => store.put(aRecord({ owner, revision }))),
        );
        expect(written.filter(Boolean)).toHaveLength(1);
        expect((await store.get('id'))?.owner).toBe(owners[written.indexOf(true)]);
      }
    });
  });

  describe('delete', () => {
    test('a record is gone, the others are not', async () => {
      const store = await makeStore();
      for (const id of ['a', 'b', 'c']) await store.put(aRecord({ id }));
      await store.delete('b');
      expect(await store.get('b')).toBeUndefined();
      expect(await idsOf(store, { limit: 9 })).toEqual(['c', 'a']);
    });

    test('what is not there is deleted without complaint', async () => {
      const store = await makeStore();
      await store.delete('never there');
      expect(await idsOf(store, { limit: 9 })).toEqual([]);
    });

    test('an id can be used again, from revision 1 on', async () => {
      const store = await makeStore();
      await store.put(aRecord({}));
      await store.delete('id');
      expect(await store.put(aRecord({ revision: 2 }))).toBe(false);
      expect(await store.put(aRecord({ revision: 1, title: 'again' }))).toBe(true);
      expect((await store.get('id'))?.title).toBe('again');
    });
  });

  describe('list', () => {
    test('the greatest id comes first, whatever was put first', async () => {
      const store = await makeStore();
      // By code unit: a collation of a database would put `B` between `a` and `b`.
      for (const id of ['b', 'a', 'B', '0a', '10', '9']) await store.put(aRecord({ id }));
      expect(await idsOf(store, { limit: 9 })).toEqual(['b', 'a', 'B', '9', '10', '0a']);
    });

    test('it leaves out the input and the result, and nothing else', async () => {
      const store = await makeStore();
      await store.put(everyField);
      const { input: _input, result: _result, ...rest } = everyField;
      expect(await store.list({ limit: 1 })).toStrictEqual([rest]);
    });

    test('it goes by states, kind, id and limit, one by one and together', async () => {
      const store = await makeStore();
      const kinds = ['copy', 'clear', "o'clear%_"];
      const records = taskStates.flatMap((state, first) =>
        kinds.map((kind, second) => aRecord({ id: `${first}${second}`, state, kind })),
      );
      for (const record of records) await store.put(record);
      const latestFirst = records.toReversed();
      for (const states of [undefined, [], ['running'], ['failed', 'queued']] as const)
        for (const kind of [undefined, ...kinds, 'other'])
          for (const before of [undefined, '22', '21x', '00', 'zz'])
            for (const limit of [1, 2, 100]) {
              const expected = latestFirst
                .filter((record) => !states || states.some((state) => state === record.state))
                .filter((record) => kind === undefined || record.kind === kind)
                .filter((record) => before === undefined || record.id < before)
                .slice(0, limit);
              const query = {
                ...(states && { states }),
                ...(kind !== undefined && { kind }),
                ...(before !== undefined && { before }),
                limit,
              };
              expect(await idsOf(store, query), JSON.stringify(query)).toEqual(
                expected.map(({ id }) => id),
              );
            }
    });

    test('pages do not overlap when something is put in between', async () => {
      const store = await makeStore();
      for (const id of ['a', 'b', 'c', 'd']) await store.put(aRecord({ id }));
      expect(await idsOf(store, { limit: 2 })).toEqual(['d', 'c']);
      await store.put(aRecord({ id: 'e' }));
      expect(await idsOf(store, { limit: 2, before: 'c' })).toEqual(['b', 'a']);
    });

    test('a change of state is seen', async () => {
      const store = await makeStore();
      await store.put(aRecord({}));
      await store.put(aRecord({ revision: 2, state: 'running' }));
      expect(await idsOf(store, { states: ['queued'], limit: 9 })).toEqual([]);
      expect(await idsOf(store, { states: ['running'], limit: 9 })).toEqual(['id']);
    });
  });

  describe('with tasks', () => {
    test('a task and how it ended outlive those who ran it', async () => {
      const store = await makeStore();
      const first = createTasks({ store });
      const { id } = first.start(
        'copy',
        ({ report }) => {
          report({ done: 2, total: 3, unit: 'subjects', message: 'half way', errors: 1 });
          return { copied: ['orders-value'] };
        },
        { title: 'Copy orders', input: { from: 'staging' }, keys: ['registry:production'] },
      );
      const ended = await first.wait(id);
      await first.close();
      const second = createTasks({ store });
      expect(await second.get(id)).toStrictEqual(ended);
      expect(ended).toMatchObject({ state: 'succeeded', result: { copied: ['orders-value'] } });
      expect(await second.list()).toHaveLength(1);
      await second.close();
    });

    test('tasks that were left behind are interrupted, once', async () => {
      const store = await makeStore();
      const progress = { done: 5, total: 9, errors: 1, retries: 2 };
      const left = aRecord({ id: 'left', state: 'running', startedAt: 20, progress });
      const waiting = aRecord({ id: 'waiting', state: 'queued', after: ['left'] });
      const ended = aRecord({ id: 'ended', state: 'failed', endedAt: 30 });
      for (const record of [left, waiting, ended]) await store.put(record);
      const all = [createTasks({ store, now: () => 40 }), createTasks({ store, now: () => 41 })];
      for (const tasks of all) {
        expect(await tasks.get('left')).toMatchObject({ state: 'interrupted', progress });
        expect(await tasks.get('waiting')).toMatchObject({ state: 'interrupted' });
        expect(await tasks.get('ended')).toMatchObject({ state: 'failed', endedAt: 30 });
        await tasks.close();
      }
      expect((await store.get('left'))?.revision).toBe(2);
    });

    test('of many tasks, those that ended last are remembered', async () => {
      const store = await makeStore();
      const tasks = createTasks({ store, limits: { ended: 5, running: 3 } });
      const started = Array.from({ length: 40 }, (_, index) => tasks.start('count', () => index));
      const results = await Promise.all(started.map(({ result }) => result));
      expect(results).toEqual(Array.from({ length: 40 }, (_, index) => index));
      await tasks.close();
      const last = started.slice(-5).map(({ id }) => id);
      expect(await idsOf(store, { limit: 100 })).toEqual(last.reverse());
    });
  });
}

/** A record for tests: say only what the test is about. */
function aRecord(overrides: Partial<TaskRecord>): TaskRecord {
  return {
    id: 'id',
    kind: 'copy',
    title: 'Copy',
    state: 'queued',
    after: [],
    keys: [],
    createdAt: 1_700_000_000_000,
    progress: { errors: 0, retries: 0 },
    owner: 'somebody',
    revision: 1,
    ...overrides,
  };
}

const everyField: TaskRecord = aRecord({
  id: 'every field',
  state: 'cancelled',
  after: ['other', 'another'],
  keys: ['registry:production', 'registry:düsseldorf'],
  startedAt: 1_700_000_000_001,
  endedAt: 1_700_000_000_002.5,
  cancelRequestedAt: 1_700_000_000_002,
  progress: {
    done: 1.5,
    total: 3,
    unit: 'subjects',
    message: 'orders-value “quoted” \\ 100 %',
    errors: 1,
    retries: 2,
    ratePerSecond: 0.1234567890123,
    remainingMs: 15,
    updatedAt: 1_700_000_000_001,
  },
  input: { context: '.staging', limit: null },
  result: ['deleted'],
  resultRefused: 'result is too large',
  error: { message: 'it went wrong', code: 'subject_not_found' },
  reason: 'Somebody did not want it any more.',
});

const awkwardValues: Record<string, Json> = {
  null: null,
  false: false,
  zero: 0,
  'an empty text': '',
  'an empty list': [],
  'an empty object': {},
  'a very large number': 1e308,
  'the largest safe number': Number.MAX_SAFE_INTEGER,
  'all digits of a number': 0.1 + 0.2,
  'marks that mean something in SQL': 'quotes \' " ` and \\ and $1 and ? and %',
  'control characters': 'nothing \u0000 and \u2028 between',
  'half of a pair': '\ud800',
  'a character of two units': '🙂',
  'lists in lists': [[[[]]]],
  'null in a list': [null, 'null', 'undefined'],
  'odd names of fields': { '': 1, 'a.b': 2, constructor: 3, $ref: '#' },
  'a field named __proto__': JSON.parse('{"__proto__":{"polluted":true}}') as Json,
  'a million characters': 'x'.repeat(1_000_000),
};

async function idsOf(store: TaskStore, query: Parameters<TaskStore['list']>[0]): Promise<string[]> {
  return (await store.list(query)).map(({ id }) => id);
}

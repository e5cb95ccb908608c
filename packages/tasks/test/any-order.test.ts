import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createMemoryTaskStore,
  createTasks,
  isEnded,
  stopped,
  type Task,
  type TaskStore,
  type Tasks,
} from '../src/index.ts';
import { aWork, type HeldWork, settled } from './a-work.ts';

const limits = {
  running: 3,
  perKind: { copy: 2, clear: 1 },
  perKey: { x: 1, y: 2 },
  queued: 25,
  ended: 10_000,
};

interface Started {
  id: string;
  kind: string;
  keys: string[];
  after: string[];
  held: HeldWork<unknown>;
  caller: AbortController;
  /** Whether the work was called and has not settled. */
  isBusy(): boolean;
  settle(how: 'finish' | 'fail' | 'stop' | 'obey'): void;
}

const commands = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('start' as const),
        kind: fc.constantFrom('copy', 'clear', 'read'),
        keys: fc.uniqueArray(fc.constantFrom('x', 'y')),
        after: fc.array(fc.nat({ max: 30 }), { maxLength: 2 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom(
          ...(['finish', 'finish', 'fail', 'stop', 'obey', 'report', 'cancel', 'give up'] as const),
        ),
        which: fc.nat({ max: 30 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('write one' as const, 'write all' as const) }),
    },
  ),
  { minLength: 1, maxLength: 100, size: 'max' },
);

/** A store whose writes happen in the order that the scheduler chooses. */
function aSlowStore(scheduler: fc.Scheduler): TaskStore {
  const store = createMemoryTaskStore();
  return { ...store, put: scheduler.scheduleFunction(store.put) };
}

function start(tasks: Tasks, all: Started[], kind: string, keys: string[], after: string[]): void {
  const held = aWork();
  const caller = new AbortController();
  let hasSettled = false;
  const { id } = tasks.start(kind, held.work, { keys, after, signal: caller.signal });
  all.push({
    id,
    kind,
    keys,
    after,
    held,
    caller,
    isBusy: () => held.context !== undefined && !hasSettled,
    settle(how) {
      const { context, fail, finish } = held;
      if (context === undefined || hasSettled) return;
      if (how === 'obey' && !context.signal.aborted) return;
      hasSettled = true;
      if (how === 'finish') finish(id);
      if (how === 'fail') fail(new Error('it went wrong'));
      if (how === 'stop') finish(stopped('half'));
      if (how === 'obey') fail(context.signal.reason);
    },
  });
}

/** What must hold at any moment. */
async function check(tasks: Tasks, all: Started[], ended: Map<string, Task>): Promise<void> {
  await settled();
  const now = new Map<string, Task>();
  const asked = await Promise.all(all.map(({ id }) => tasks.get(id)));
  for (const [index, { id }] of all.entries()) {
    const task = asked[index];
    if (task === undefined) throw new Error(`Task ${id} is lost.`);
    now.set(id, task);
  }
  const busy = all.filter((each) => each.isBusy());
  const running = [...now.values()].filter(({ state }) => state === 'running');
  for (const group of [busy, running]) {
    expect(group.length).toBeLessThanOrEqual(limits.running);
    for (const [kind, limit] of Object.entries(limits.perKind))
      expect(group.filter((each) => each.kind === kind).length).toBeLessThanOrEqual(limit);
    for (const [key, limit] of Object.entries(limits.perKey))
      expect(group.filter(({ keys }) => keys.includes(key)).length).toBeLessThanOrEqual(limit);
  }
  // Work that is called belongs to a task that runs, after all that it waits for.
  for (const { id } of busy) expect(now.get(id)?.state).toBe('running');
  for (const { after, held } of all)
    if (held.context !== undefined)
      for (const earlier of after) expect(now.get(earlier)?.state).toBe('succeeded');
  for (const [id, task] of now) {
    const before = ended.get(id);
    if (before !== undefined) expect(task).toEqual(before);
    if (isEnded(task.state)) ended.set(id, task);
  }
}

test('whatever happens in whatever order: nothing is lost, too early, too much, or undone', async () => {
  let [mostRunning, chained] = [0, 0];
  await fc.assert(
    fc.asyncProperty(commands, fc.scheduler(), async (script, scheduler) => {
      const complaints: unknown[] = [];
      const store = aSlowStore(scheduler);
      const tasks = createTasks({
        store,
        limits,
        onInternalError: (error) => complaints.push(error),
      });
      const all: Started[] = [];
      const ended = new Map<string, Task>();

      for (const command of script) {
        if (command.do === 'start') {
          const after = command.after.flatMap((index) => all[index]?.id ?? []);
          try {
            start(tasks, all, command.kind, command.keys, after);
          } catch (error) {
            expect(error).toMatchObject({ code: 'queue_full' });
          }
        } else if (command.do === 'write one') {
          if (scheduler.count() > 0) await scheduler.waitOne();
        } else if (command.do === 'write all') {
          while (scheduler.count() > 0) await scheduler.waitOne();
        } else {
          const chosen = 'which' in command ? all[command.which] : undefined;
          if (chosen === undefined) continue;
          if (command.do === 'report') chosen.held.context?.report({ done: 1, total: 2 });
          else if (command.do === 'cancel') void tasks.cancel(chosen.id).catch(() => {});
          else if (command.do === 'give up') chosen.caller.abort();
          else chosen.settle(command.do);
        }
        await check(tasks, all, ended);
        mostRunning = Math.max(mostRunning, all.filter((each) => each.isBusy()).length);
      }

      // In the end everything that is allowed to run gets to run.
      for (let round = 0; all.some(({ id }) => !ended.has(id)); round += 1) {
        expect(round).toBeLessThan(1_000);
        for (const each of all) each.settle('finish');
        if (scheduler.count() > 0) await scheduler.waitOne();
        await check(tasks, all, ended);
      }
      chained += all.filter(({ after, held }) => after.length > 0 && held.context).length;
      await scheduler.waitFor(tasks.close());
      expect(complaints).toEqual([]);
      for (const { id } of all) {
        const stored = await store.get(id);
        expect(stored).toMatchObject({ ...ended.get(id) });
      }
    }),
    { numRuns: 120 },
  );
  // Otherwise it would have shown nothing.
  expect(mostRunning).toBe(limits.running);
  expect(chained).toBeGreaterThan(10);
}, 120_000);

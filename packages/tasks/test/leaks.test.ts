import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { createMemoryTaskStore, createTasks, type Tasks } from '../src/index.ts';
import { aWork, settled } from './a-work.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Starts tasks that succeed, fail, are cancelled, come after each other, are watched and waited for; each holds 8 kB. */
async function runMany(tasks: Tasks, signal: AbortSignal, count: number): Promise<void> {
  let after: string[] = [];
  for (let batch = 0; batch < count; batch += 100) {
    const ids: string[] = [];
    for (let index = 0; index < 100; index += 1) {
      const held = new Array<number>(1_000).fill(index);
      const { id } = tasks.start(
        `kind ${index % 5}`,
        async ({ report }) => {
          report({ done: index, total: held.length });
          await Promise.resolve();
          if (index % 10 === 7) throw new Error(`Not ${held[0]}.`);
          return held.length;
        },
        { signal, keys: [`key ${batch + index}`], after: index % 10 === 3 ? after : [] },
      );
      ids.push(id);
      after = [id];
      if (index % 10 === 5) void tasks.cancel(id);
      if (index % 10 === 1) void tasks.watch(id).next();
    }
    await Promise.all(ids.map((id) => tasks.wait(id, { signal, timeoutMs: 60_000 })));
  }
  await settled();
}

const used = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
};

test('10,000 tasks leave nothing behind but those that are remembered', async () => {
  const warn = vi.spyOn(process, 'emitWarning');
  const store = createMemoryTaskStore();
  const tasks = createTasks({ store, limits: { ended: 50 } });
  const { signal } = new AbortController();
  await runMany(tasks, signal, 2_000);
  const before = used();
  await runMany(tasks, signal, 10_000);
  // All of it would be more than 80 MB.
  expect(used() - before).toBeLessThan(8);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(await store.list({ limit: 1_000 })).toHaveLength(50);
  await tasks.close();
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Immediate')).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
}, 60_000);

test('whoever waits for a long task in vain, or gives up to come after it, leaves nothing behind', async () => {
  const tasks = createTasks({ limits: { ended: 50 } });
  const { id } = tasks.start('copy', aWork().work);
  const inVain = async (count: number): Promise<void> => {
    for (let batch = 0; batch < count; batch += 500) {
      await Promise.all(
        Array.from({ length: 500 }, async () => {
          const held = new Array<number>(1_000).fill(1);
          const { signal } = new AbortController();
          const follower = tasks.start('read', () => held.length, { after: [id] });
          await tasks.cancel(follower.id);
          await tasks.wait(id, { timeoutMs: 0, signal });
        }),
      );
      await settled();
    }
  };
  await inVain(2_000);
  const before = used();
  await inVain(10_000);
  expect(used() - before).toBeLessThan(5);
  expect(await tasks.get(id)).toMatchObject({ state: 'running' });
  await tasks.close({ timeoutMs: 1 });
}, 60_000);

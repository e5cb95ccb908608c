import { setTimeout as pause } from 'node:timers/promises';
import { createTasks, stopped } from '@srkit/tasks';

const tasks = createTasks({ limits: { running: 4, perKind: { clear_context: 1 } } });

const subjects = ['orders-value', 'payments-value', 'users-value'];
const clear = tasks.start(
  'clear_context',
  async ({ signal, report }) => {
    const deleted: string[] = [];
    for (const subject of subjects) {
      if (signal.aborted) return stopped(deleted);
      await pause(5); // a call to a registry, with the signal
      deleted.push(subject);
      report({ done: deleted.length, total: subjects.length, unit: 'subjects', message: subject });
    }
    return deleted;
  },
  { title: 'Clear .staging', input: { context: '.staging' }, keys: ['registry:production'] },
);
// Starts when the first has succeeded.
const copy = tasks.start('copy_context', async () => 'copied', { after: [clear.id] });

// Whoever cannot wait gets the task as it stands.
const first = await tasks.wait(clear.id, { timeoutMs: 0 });
console.log(first.state, (await tasks.estimate()).tasks.length);

for await (const { state, progress } of tasks.watch(clear.id))
  if (progress.done === subjects.length) console.log(state, `${progress.done}/${progress.total}`);

console.log(await clear.result, await copy.result);
console.log(await tasks.list({ state: ['queued', 'running'] }));
await tasks.close();

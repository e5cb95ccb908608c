import { createTasks } from '@srkit/tasks';
import { expect, it, onTestFinished } from 'vitest';
import { CallFailed } from '../../src/call-failed.ts';
import { openQueue } from '../../src/tasks/queue-calls.ts';
import { aCall } from './a-call.ts';

it('checks a call again when its turn comes', async () => {
  const tasks = createTasks();
  onTestFinished(() => tasks.close());
  let isAllowed = true;
  let ran = 0;
  const prepared = aCall({
    run: async () => {
      ran += 1;
      isAllowed = false;
      return {};
    },
  });
  const queue = openQueue({
    tasks,
    caller: 'ann',
    prepare() {
      if (isAllowed) return prepared;
      throw new Error('view-only since then');
    },
    fail: (error) => new CallFailed({ code: 'view_only', message: String(error) }, error),
  });
  const call = { tool: 'delete_subject', arguments: { subject: 'a' } };
  const { tasks: queued } = await queue([call, call], { dryRun: false });
  const [first, second] = queued.map(({ task_id }) => task_id ?? '');
  expect(await tasks.wait(first ?? '')).toMatchObject({ state: 'succeeded' });
  expect(await tasks.wait(second ?? '')).toMatchObject({
    state: 'failed',
    error: { code: 'view_only' },
  });
  expect(ran).toBe(1);
});

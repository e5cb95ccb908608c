import { createTasks } from '@srkit/tasks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CallFailed } from '../../src/call-failed.ts';
import type { PreparedCall } from '../../src/prepare-call.ts';
import { optionsOfCall, workOfCall } from '../../src/tasks/work-of-call.ts';
import { aCall } from './a-call.ts';

function someTasks() {
  const tasks = createTasks();
  onTestFinished(() => tasks.close());
  return tasks;
}

function fail(error: unknown): CallFailed {
  return new CallFailed({ code: 'internal_error', message: 'A fault.', registry: 'prod' }, error);
}

function start(tasks: ReturnType<typeof someTasks>, call: PreparedCall): string {
  const work = workOfCall(() => call, fail);
  return tasks.start(call.tool.name, work, optionsOfCall(call, 'ann')).id;
}

/** Starts two calls that only end when both run; says how they end. */
async function together(parts: [Partial<PreparedCall>, Partial<PreparedCall>]) {
  const tasks = someTasks();
  const ids = parts.map((part) =>
    start(tasks, aCall({ ...part, run: ({ signal }) => untilAborted(signal) })),
  );
  const states = await Promise.all(ids.map(async (id) => (await tasks.get(id))?.state));
  return states;
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

describe('the task of a call', () => {
  it('waits for others that change the same registry', async () => {
    expect(await together([{}, {}])).toEqual(['running', 'queued']);
    expect(await together([{}, { registry: 'dev' }])).toEqual(['running', 'running']);
    expect(await together([{}, { writes: false }])).toEqual(['running', 'running']);
  });

  it('keeps what was done when it was asked to stop', async () => {
    const tasks = someTasks();
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const id = start(
      tasks,
      aCall({
        async run({ signal }) {
          begin();
          await untilAborted(signal).catch(() => {});
          return { deleted: 3 };
        },
      }),
    );
    await begun;
    await tasks.cancel(id, 'Enough.');
    expect(await tasks.wait(id)).toMatchObject({ state: 'cancelled', result: { deleted: 3 } });
  });

  it('keeps of what went wrong only what a caller may be told', async () => {
    const tasks = someTasks();
    const run = async () => Promise.reject(new Error('password=1'));
    const id = start(tasks, aCall({ run }));
    const { state, error } = await tasks.wait(id);
    expect({ state, error }).toEqual({
      state: 'failed',
      error: { code: 'internal_error', message: 'A fault.', facts: { registry: 'prod' } },
    });
  });

  it('keeps whose it is and what was asked for, long texts cut', async () => {
    const tasks = someTasks();
    const schema = 'x'.repeat(1_000_000);
    const id = start(tasks, aCall({ written: { subject: 'a', references: [{ schema }], schema } }));
    const { input } = await tasks.wait(id);
    expect(input).toMatchObject({ caller: 'ann', arguments: { subject: 'a' } });
    expect(JSON.stringify(input).length).toBeLessThan(1_000);
  });
});

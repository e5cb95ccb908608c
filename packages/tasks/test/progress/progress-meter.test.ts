import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTasks, type ProgressReport, type TaskProgress } from '../../src/index.ts';
import { aWork } from '../a-work.ts';

/** A running task, and a clock that stands still until it is told to go on. */
async function aRunningTask() {
  const complaints: unknown[] = [];
  const clock = { seconds: 1_000 };
  const tasks = createTasks({
    now: () => clock.seconds * 1_000,
    onInternalError: (error) => complaints.push(error),
  });
  const held = aWork();
  const { id } = tasks.start('copy', held.work);
  const { report } = await held.begun;
  return {
    complaints,
    async progress(): Promise<TaskProgress> {
      return (await tasks.get(id))?.progress ?? { errors: 0, retries: 0 };
    },
    /** Lets time pass, then reports. */
    reportAfter(seconds: number, progress: ProgressReport = {}) {
      clock.seconds += seconds;
      report(progress);
    },
    async ended() {
      held.finish(null);
      return (await tasks.wait(id)).progress;
    },
  };
}

describe('rate and time left', () => {
  test('are unknown until two reports are half a second apart', async () => {
    const { reportAfter, progress } = await aRunningTask();
    expect(await progress()).toEqual({ errors: 0, retries: 0 });
    reportAfter(5, { done: 10, total: 100 });
    expect(await progress()).not.toHaveProperty('ratePerSecond');
    reportAfter(0.4, { done: 20 });
    expect(await progress()).not.toHaveProperty('remainingMs');
    reportAfter(0.1, { done: 25 });
    expect(await progress()).toMatchObject({ done: 25, ratePerSecond: 30, remainingMs: 2_500 });
  });

  test('come from the last half minute', async () => {
    const { reportAfter, progress } = await aRunningTask();
    reportAfter(0, { done: 0, total: 10_000 });
    for (let second = 1; second <= 10; second += 1) reportAfter(1, { done: second * 100 });
    expect(await progress()).toMatchObject({ ratePerSecond: 100, remainingMs: 90_000 });
    for (let second = 1; second <= 60; second += 1) reportAfter(1, { done: 1_000 + second });
    expect(await progress()).toMatchObject({ ratePerSecond: 1, remainingMs: 8_940_000 });
  });

  test('of slow work come from its last reports', async () => {
    const { reportAfter, progress } = await aRunningTask();
    reportAfter(0, { done: 0, total: 10 });
    for (let done = 1; done <= 5; done += 1) reportAfter(60, { done });
    expect((await progress()).remainingMs).toBeCloseTo(300_000, -1);
  });

  test('get worse while nothing is reported', async () => {
    const { reportAfter, progress } = await aRunningTask();
    reportAfter(0, { done: 0, total: 100 });
    reportAfter(10, { done: 50 });
    expect(await progress()).toMatchObject({ ratePerSecond: 5, remainingMs: 10_000 });
    reportAfter(90, {});
    expect(await progress()).toMatchObject({ ratePerSecond: 0.5, remainingMs: 100_000 });
  });

  test('do not count the time before there is something to count', async () => {
    const { reportAfter, progress } = await aRunningTask();
    reportAfter(0, { message: 'Reads the registry', done: 0 });
    reportAfter(100, { message: 'Deletes', done: 0, total: 10 });
    reportAfter(1, { done: 1 });
    expect(await progress()).toMatchObject({ ratePerSecond: 1, remainingMs: 9_000 });
  });

  test('begin anew with another unit, and when the count goes back', async () => {
    const { reportAfter, progress } = await aRunningTask();
    reportAfter(0, { done: 0, total: 1_000, unit: 'versions' });
    reportAfter(1, { done: 1_000 });
    reportAfter(0, { unit: 'subjects', message: 'Deletes subjects' });
    expect(await progress()).toEqual({
      unit: 'subjects',
      message: 'Deletes subjects',
      errors: 0,
      retries: 0,
      updatedAt: expect.any(Number),
    });
    reportAfter(0, { done: 10, total: 40 });
    reportAfter(10, { done: 20 });
    expect(await progress()).toMatchObject({ ratePerSecond: 1, remainingMs: 20_000 });
    reportAfter(0, { done: 0 });
    reportAfter(1, { done: 5 });
    expect(await progress()).toMatchObject({ ratePerSecond: 5, remainingMs: 7_000 });
  });

  test('need a total that is not passed', async () => {
    const { reportAfter, progress } = await aRunningTask();
    reportAfter(0, { done: 0 });
    reportAfter(1, { done: 5 });
    expect(await progress()).not.toHaveProperty('remainingMs');
    reportAfter(0, { total: 5 });
    expect((await progress()).remainingMs).toBe(0);
    reportAfter(1, { done: 6 });
    expect(await progress()).not.toHaveProperty('remainingMs');
  });

  test('what has ended has no time left', async () => {
    const { reportAfter, ended } = await aRunningTask();
    reportAfter(0, { done: 0, total: 100, unit: 'subjects' });
    reportAfter(4, { done: 20 });
    expect(await ended()).toEqual({
      done: 20,
      total: 100,
      unit: 'subjects',
      errors: 0,
      retries: 0,
      ratePerSecond: 5,
      updatedAt: 1_004_000,
    });
  });

  test('of any steady work are right', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          perSecond: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
          every: fc.double({ min: 0.001, max: 100, noNaN: true }),
          steps: fc.integer({ min: 2, max: 300 }),
        }),
        async ({ perSecond, every, steps }) => {
          const { reportAfter, progress } = await aRunningTask();
          const total = perSecond * every * steps * 2;
          reportAfter(0, { done: 0, total });
          for (let step = 1; step <= steps; step += 1)
            reportAfter(every, { done: perSecond * every * step });
          const { ratePerSecond, remainingMs } = await progress();
          if (every * steps < 0.6) return;
          // The clock counts milliseconds with fractions; what is left is rounded to whole ones.
          expect((ratePerSecond ?? 0) / perSecond).toBeCloseTo(1, 3);
          expect(Math.abs((remainingMs ?? 0) - every * steps * 1_000)).toBeLessThan(
            2 + every * steps,
          );
        },
      ),
    );
  });

  test('of any reports are numbers that can be', async () => {
    const reports = fc.array(
      fc.tuple(
        fc.double({ min: -10, max: 1e6 }),
        fc.record(
          {
            done: fc.oneof(fc.double(), fc.nat()),
            total: fc.oneof(fc.double(), fc.nat()),
            errors: fc.double(),
            unit: fc.constantFrom('subjects', 'versions'),
          },
          { requiredKeys: [] },
        ),
      ),
      { maxLength: 50 },
    );
    await fc.assert(
      fc.asyncProperty(reports, async (steps) => {
        const { reportAfter, progress } = await aRunningTask();
        for (const [seconds, report] of steps) {
          reportAfter(Number.isNaN(seconds) ? 0 : seconds, report);
          const { ratePerSecond, remainingMs, done, total, errors } = await progress();
          for (const number of [ratePerSecond, remainingMs, done, total, errors]) {
            if (number === undefined) continue;
            expect(number).toBeGreaterThanOrEqual(0);
            expect(Number.isNaN(number)).toBe(false);
          }
        }
      }),
    );
  });
});

describe('reports', () => {
  test('what is not said stays as it was said', async () => {
    const { reportAfter, progress } = await aRunningTask();
    reportAfter(0, { done: 1, total: 5, unit: 'subjects', message: 'one', errors: 2, retries: 3 });
    reportAfter(0, { done: 2, total: undefined, message: undefined });
    expect(await progress()).toMatchObject({
      done: 2,
      total: 5,
      unit: 'subjects',
      message: 'one',
      errors: 2,
      retries: 3,
    });
  });

  test.for<[unknown, string]>([
    [{ done: Number.NaN }, 'done is NaN'],
    [{ done: -1 }, 'done is -1'],
    [{ total: Number.POSITIVE_INFINITY }, 'total is Infinity'],
    [{ errors: '3' }, 'errors is of type string'],
    [{ retries: null }, 'retries is null'],
    [{ message: 5 }, 'message is 5'],
    [null, 'the report is null'],
    ['half', 'the report is of type string'],
    [
      {
        get done() {
          throw new Error('no count');
        },
      },
      'no count',
    ],
  ])(
    '%#: what cannot be is left out and complained of, and the work goes on',
    async ([report, message]) => {
      const { reportAfter, progress, complaints, ended } = await aRunningTask();
      reportAfter(0, { done: 1, total: 2 });
      reportAfter(0, report as ProgressReport);
      expect(complaints).toEqual([
        expect.objectContaining({ message: expect.stringContaining(message) }),
      ]);
      expect(await progress()).toMatchObject({ done: 1, total: 2, errors: 0, retries: 0 });
      expect(await ended()).toMatchObject({ done: 1 });
    },
  );
});

import { expect, expectTypeOf, test } from 'vitest';
import { createTasks, stopped } from '../src/index.ts';

test('the handle knows what its work returns, whether or not it can stop before its end', async () => {
  const tasks = createTasks();
  const plain = tasks.start('count', () => 3);
  const nothing = tasks.start('nothing', async () => {});
  const either = tasks.start('copy', async ({ signal }) => {
    const copied = ['a'];
    return signal.aborted ? stopped(copied) : copied;
  });
  expectTypeOf(plain.result).toEqualTypeOf<Promise<number>>();
  expectTypeOf(nothing.result).toEqualTypeOf<Promise<void>>();
  expectTypeOf(either.result).toEqualTypeOf<Promise<string[]>>();
  expect(await Promise.all([plain.result, nothing.result, either.result])).toEqual([
    3,
    undefined,
    ['a'],
  ]);
});

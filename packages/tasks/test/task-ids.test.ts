import { expect, test } from 'vitest';
import { createTaskIds } from '../src/task-ids.ts';

test('ids sort in the order of their making, when the clock stands still or goes back too', () => {
  let time = 1_700_000_000_000;
  const createId = createTaskIds(() => time);
  const ids = Array.from({ length: 100_000 }, (_, index) => {
    if (index === 1_000) time -= 60_000;
    if (index === 90_000) time += 120_000;
    return createId();
  });
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of [ids[0], ids[50_000], ids[99_999]]) expect(id).toMatch(/^[0-9a-z]{26}$/);
});

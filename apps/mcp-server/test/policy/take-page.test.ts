import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takePage } from '../../src/policy/take-page.ts';

it('hands every item out once, in order, within the budget where more than one is given', () => {
  const items = fc.array(fc.string({ maxLength: 200 }));
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 20 }),
      (list, budget, limit) => {
        const read: unknown[] = [];
        let offset: unknown = 0;
        while (typeof offset === 'number') {
          const page = takePage({ list }, ['list'], { offset, limit }, budget);
          const part = page['list'];
          if (!Array.isArray(part)) throw new Error('no list');
          expect(page['total']).toBe(list.length);
          expect(part.length).toBeLessThanOrEqual(limit);
          if (part.length > 1) expect(JSON.stringify(part).length).toBeLessThanOrEqual(budget + 2);
          read.push(...part);
          offset = page['next_offset'];
        }
        expect(read).toEqual(list);
      },
    ),
  );
});

it('answers an empty page beyond the end', () => {
  expect(takePage({ list: [1] }, ['list'], { offset: 9 }, 100)).toEqual({ list: [], total: 1 });
});

it('hands several lists out together, the shorter one in the first parts', () => {
  const answer = { long: ['a', 'b', 'c'], short: ['x'], total_short: 1 };
  const lists = ['long', 'short', 'absent'] as const;
  const first = takePage(answer, lists, { limit: 2 }, 1000);
  expect(first).toMatchObject({ long: ['a', 'b'], short: ['x'], total: 3, next_offset: 2 });
  expect(takePage(answer, lists, { offset: 2 }, 1000)).toEqual({
    long: ['c'],
    short: [],
    total: 3,
    total_short: 1,
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSortedNames } from '../../src/state/sorted-names.ts';

const name = fc.string({ maxLength: 3 });

test('behaves like a sorted set', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), name)), name, (steps, prefix) => {
      const names = createSortedNames();
      const model = new Set<string>();
      for (const [isAdded, each] of steps) {
        if (isAdded) names.add(each);
        else names.delete(each);
        if (isAdded) model.add(each);
        else model.delete(each);
      }
      for (const [, each] of steps) expect(names.has(each)).toBe(model.has(each));
      expect(names.withPrefix(prefix)).toEqual(
        [...model].filter((each) => each.startsWith(prefix)).sort(),
      );
    }),
  );
});

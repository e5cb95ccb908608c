import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderByReference } from '../src/index.ts';

interface Item {
  key: string;
  references: string[];
}

const order = (items: readonly Item[]) =>
  orderByReference(
    items,
    (item) => item.key,
    (item) => item.references,
  );

/** Items without a circle: each refers only to some before it. */
const acyclic = fc.array(fc.array(fc.nat()), { maxLength: 40 }).map((lists) =>
  lists.map((list, index) => ({
    key: `k${index}`,
    references: index === 0 ? [] : list.map((number) => `k${number % index}`),
  })),
);

describe('orderByReference', () => {
  test('puts what is referred to first, whatever the order that it came in', () => {
    const shuffled = acyclic.chain((items) =>
      fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length }),
    );
    fc.assert(
      fc.property(shuffled, (items) => {
        const { ordered, missing, cycles } = order(items);
        expect(missing).toEqual([]);
        expect(cycles).toEqual([]);
        expect([...ordered].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
          [...items].sort((a, b) => (a.key < b.key ? -1 : 1)),
        );
        const places = new Map(ordered.map((item, index) => [item.key, index]));
        for (const item of ordered)
          for (const reference of item.references)
            expect(places.get(reference)).toBeLessThan(places.get(item.key) ?? -1);
      }),
    );
  });

  test('keeps the order where nothing refers to anything', () => {
    const items = ['c', 'a', 'b'].map((key) => ({ key, references: [] }));
    expect(order(items).ordered).toEqual(items);
  });

  test('names what is missing and what goes round in a circle, and still gives every item once', () => {
    const a = { key: 'a', references: ['b', 'nowhere'] };
    const b = { key: 'b', references: ['a'] };
    const self = { key: 'self', references: ['self'] };
    const { ordered, missing, cycles } = order([a, b, self]);
    expect(missing).toEqual([{ item: a, reference: 'nowhere' }]);
    expect(cycles).toEqual([[a, b]]);
    expect(new Set(ordered)).toEqual(new Set([a, b, self]));
    expect(ordered).toHaveLength(3);
  });

  test('takes a chain of 100,000', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => ({
      key: `${index}`,
      references: index === 99_999 ? [] : [`${index + 1}`],
    }));
    expect(order(items).ordered[0]?.key).toBe('99999');
  });
});

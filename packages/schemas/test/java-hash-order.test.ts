import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { javaHashOrder } from '../src/java-hash-order.ts';

const names = fc.uniqueArray(fc.string({ maxLength: 8 }), { maxLength: 60 });
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// What is expected was printed by Java 17: new HashSet<>(first), then addAll(second).
/** The order of a set that was made from the first ones and then given the second ones. */
function inHashOrder<Key extends string | number>(first: Key[], second: Key[]): readonly Key[] {
  return javaHashOrder(new Set([...first, ...second]), { reserved: first.length });
}

describe('javaHashOrder', () => {
  it.for([
    {
      description: 'names in a table of 16',
      first: ['Volvo', 'BMW', 'Ford', 'Mazda'],
      second: [],
      order: ['Volvo', 'Mazda', 'Ford', 'BMW'],
    },
    {
      description: 'a second list adds what it alone has',
      first: ['BMW', 'Ford'],
      second: ['Ford', 'Mazda', 'Volvo'],
      order: ['Volvo', 'Mazda', 'Ford', 'BMW'],
    },
    {
      description: 'names of one slot stay as they are written, the first list before the second',
      first: ['BB', 'x'],
      second: ['Aa', 'y'],
      order: ['BB', 'Aa', 'x', 'y'],
    },
    {
      description: 'a first list of 12 takes a table of 32',
      first: months,
      second: [],
      order: 'Jul Oct Feb Apr Jun Dec May Aug Nov Jan Mar Sep'.split(' '),
    },
    {
      description: 'the same 12 stay in a table of 16 where the first list has none',
      first: [],
      second: months,
      order: 'Jul Oct Feb Apr Jun Aug Dec May Nov Jan Mar Sep'.split(' '),
    },
    {
      description: 'numbers by their remainder',
      first: [100, 26, 1, 2, 17, 16],
      second: [33, 5],
      order: [16, 1, 17, 33, 2, 100, 5, 26],
    },
    {
      description: 'negative numbers and great ones',
      first: [-1, 0, 536_870_911, 65_536, 7],
      second: [],
      order: [-1, 0, 536_870_911, 65_536, 7],
    },
  ])('$description', ({ first, second, order }) => {
    expect(inHashOrder<string | number>(first, second)).toEqual(order);
  });

  it('gives every key of both lists once', () => {
    fc.assert(
      fc.property(names, names, (first, second) => {
        const order = inHashOrder(first, second);
        expect(new Set(order)).toEqual(new Set([...first, ...second]));
        expect(order).toHaveLength(new Set(order).size);
      }),
    );
  });
});

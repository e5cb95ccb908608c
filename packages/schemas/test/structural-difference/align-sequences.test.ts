import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSequences } from '../../src/structural-difference/align-sequences.ts';

const align = (before: string, after: string): string =>
  alignSequences(
    before.length,
    [...after].map((letter) => (before.includes(letter) ? before.indexOf(letter) : undefined)),
  )
    .map(({ before: old, after: next, moved }) => {
      if (next === undefined) return `-${before.charAt(old ?? 0)}`;
      return `${old === undefined ? '+' : moved ? '~' : '='}${after.charAt(next)}`;
    })
    .join(' ');

describe('alignSequences', () => {
  it.for([
    ['abc', 'abc', '=a =b =c'],
    ['abc', 'axbc', '=a +x =b =c'],
    ['abc', 'ac', '=a -b =c'],
    ['abc', 'bc', '-a =b =c'],
    ['abcd', 'dabc', '~d =a =b =c'],
    ['abxc', 'cab', '~c =a =b -x'],
    ['', 'a', '+a'],
    ['ab', '', '-a -b'],
  ] as const)('lays %s and %s over each other', ([before, after, aligned]) => {
    expect(align(before, after)).toBe(aligned);
  });

  it('has every element once, and leaves in place what rises', () => {
    const sequence = fc.uniqueArray(fc.nat(9), { maxLength: 10 });
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const matches = after.map((item) =>
          before.includes(item) ? before.indexOf(item) : undefined,
        );
        const aligned = alignSequences(before.length, matches);
        const newer = aligned.flatMap((element) => element.after ?? []);
        expect(newer).toEqual([...after.keys()]);
        const older = aligned.flatMap((element) => element.before ?? []);
        expect(older.sort((a, b) => a - b)).toEqual([...before.keys()]);
        const still = aligned.filter(({ after: next, moved }) => next !== undefined && !moved);
        const places = still.flatMap((element) => element.before ?? []);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

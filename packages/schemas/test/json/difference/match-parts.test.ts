import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMatches } from '../../../src/json/difference/match-parts.ts';

/** Tries everything. */
function mostMatches(fits: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [first, ...others] = fits;
  if (first === undefined) return 0;
  const free = first.filter((partner) => !taken.includes(partner));
  return Math.max(
    mostMatches(others, taken),
    ...free.map((partner) => 1 + mostMatches(others, [...taken, partner])),
  );
}

describe('countMatches', () => {
  it('finds as many matches as there can be', () => {
    const partners = fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(partners, { maxLength: 6 }), (fits) => {
        expect(countMatches(fits, () => undefined)).toBe(mostMatches(fits));
      }),
    );
  });

  it('tells of its steps', () => {
    let steps = 0;
    const everyone = Array.from({ length: 20 }, () =>
      Array.from({ length: 20 }, (_, index) => index),
    );
    expect(
      countMatches(everyone, (more) => {
        steps += more;
      }),
    ).toBe(20);
    expect(steps).toBeGreaterThanOrEqual(20);
  });
});

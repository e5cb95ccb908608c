import fc from 'fast-check';
import { expect, it } from 'vitest';
import { schemaPart } from '../../src/reading/schema-part.ts';

/** Follows the parts from the beginning. */
function parts(text: string, budget: number): string[] {
  const found: string[] = [];
  let offset: number | undefined = 0;
  while (offset !== undefined) {
    const part = schemaPart(text, offset, budget);
    expect(part.offset).toBe(offset);
    found.push(part.schema);
    if (part.nextOffset !== undefined) expect(part.nextOffset).toBeGreaterThan(offset);
    offset = part.nextOffset;
  }
  return found;
}

it('makes parts that join to the text, fit the budget and cut no character in two', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(text, fc.integer({ min: 16, max: 300 }), (text, budget) => {
      const found = parts(text, budget);
      expect(found.join('')).toBe(text);
      for (const part of found) {
        expect(JSON.stringify(part).length).toBeLessThanOrEqual(budget);
        expect(() => encodeURIComponent(part)).not.toThrow();
      }
    }),
  );
});

it('gives any text back, half characters too', () => {
  const units = fc.array(fc.constantFrom('\ud83d', '\ude00', '"', 'a', '\u0000'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(units, fc.integer({ min: 16, max: 60 }), (units, budget) => {
      const text = units.join('');
      expect(parts(text, budget).join('')).toBe(text);
    }),
  );
});

it('begins before a character that an offset would cut in two, and ends beyond the end', () => {
  expect(schemaPart('a😀b', 2, 100)).toEqual({ schema: '😀b', offset: 1 });
  expect(schemaPart('abc', 99, 100)).toEqual({ schema: '', offset: 3 });
});

import { expect, test } from 'vitest';
import { errorCodes, errorMeaning } from '../src/index.ts';

test('every number has a word, a text and advice', () => {
  for (const { code, text, advice } of Object.values(errorCodes)) {
    expect(code).toMatch(/^[a-z][a-z_]+$/);
    expect(text).not.toBe('');
    expect(advice).toMatch(/\.$/);
  }
});

test('both numbers for an incompatible schema mean the same', () => {
  expect(errorMeaning(409)).toEqual(errorMeaning(40901));
});

test('an unknown number means nothing', () => {
  expect(errorMeaning(49999)).toBeUndefined();
  expect(errorMeaning(Number.NaN)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { printable } from '../../src/errors/printable.ts';

test('control and direction-changing characters become a space', () => {
  expect(printable('a\u0000\u0007b\r\nc\u0085d\u202ee\u2066f', 100)).toBe('a b c d e f');
});

test('a text is cut at the limit, never through a character', () => {
  expect(printable('abcdef', 6)).toBe('abcdef');
  expect(printable('abcdefg', 6)).toBe('abcde…');
  expect(printable('abcd😀fg', 6)).toBe('abcd…');
});

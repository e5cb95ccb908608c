import { expect, test } from 'vitest';
import { isProtocolError, mode, modes } from '../src/index.ts';

test('reads a mode in any case', () => {
  for (const each of modes) expect(mode(each.toLowerCase())).toBe(each);
});

test('refuses what is no mode', () => {
  expect(() => mode('WRITE')).toThrow(/READWRITE, READONLY/);
  try {
    mode('');
  } catch (error) {
    expect(isProtocolError(error, 'invalid_mode')).toBe(true);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from '../../../src/http/jackson/stringify.ts';

test('escapes have capital letters, and what only looks like one stays', () => {
  expect(stringify('\ud8ab \u001f \\ud8ab \\\ud8ab é\n')).toBe(
    String.raw`"\uD8AB \u001F \\ud8ab \\\uD8AB é\n"`,
  );
});

test('it means what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(JSON.parse(stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

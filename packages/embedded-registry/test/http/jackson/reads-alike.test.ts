import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readsAlike } from '../../../src/http/jackson/reads-alike.ts';

const isAlike = (json: string) => readsAlike(json, JSON.parse(json));

test.each(['1.0', '-0', '[1e2]', '{"a":1e400}', '[1,{"b":12345678901234567890}]', '["\\\\",1.0]'])(
  '%s holds a number that Jackson reads otherwise',
  (json) => expect(isAlike(json)).toBe(false),
);

test('more than 1,000 levels are too many for Jackson', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(isAlike(nested(1000))).toBe(true);
  expect(isAlike(nested(1001))).toBe(false);
  expect(isAlike(nested(5000))).toBe(false);
});

test('a number in a string is none', () => {
  expect(isAlike('{"schema":"{\\"default\\":1.0}","1.0":"\\\\\\"1e3","id":-1}')).toBe(true);
});

test('what JavaScript writes is read alike', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isAlike(JSON.stringify(value))).toBe(true);
    }),
  );
});

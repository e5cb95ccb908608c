import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxVersion, parseVersion } from '../src/index.ts';

test.each(['latest', 'LATEST', ' latest ', '-1'])('reads %j as the latest', (written) =>
  expect(parseVersion(written)).toBe('latest'),
);

test.each([
  ['1', 1],
  ['01', 1],
  ['+1', 1],
  [' 1 ', 1],
  ['2147483647', maxVersion],
])('reads %j as a number', (written, version) => expect(parseVersion(written)).toBe(version));

test.each(['0', '-2', 'abc', '1.0', '2147483648', '99999999999', '', '1e3', '0x1'])(
  'refuses %j',
  (written) => expect(parseVersion(written)).toBeUndefined(),
);

test('reads back every version', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: maxVersion }), (version) => {
      expect(parseVersion(String(version))).toBe(version);
    }),
  );
});

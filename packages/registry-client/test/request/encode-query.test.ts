import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeQuery } from '../../src/request/encode-query.ts';

test('a query comes back from a URL parser as it went in', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text.filter(Boolean), text), { maxLength: 5 }), (pairs) => {
      const query = Object.fromEntries(pairs);
      const url = new URL(`http://host/?${encodeQuery(query)}`);
      expect(Object.fromEntries(url.searchParams)).toEqual(query);
    }),
  );
});

test('what is undefined is not sent, and a list is sent one by one', () => {
  expect(encodeQuery({ deleted: undefined, limit: 5, normalize: false, key: ['a', 'b'] })).toBe(
    'limit=5&normalize=false&key=a&key=b',
  );
});

test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('the number %d is refused', (limit) => {
  expect(() => encodeQuery({ limit })).toThrow(
    expect.objectContaining({ code: 'invalid_argument' }),
  );
});

test('half a character is refused', () => {
  expect(() => encodeQuery({ subject: '\ud800' })).toThrow(
    expect.objectContaining({ code: 'invalid_argument' }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeQualifiedName, parseQualifiedName, qualifiedName } from '../src/index.ts';
import { anyContext, anySubject } from './names.ts';

describe('qualified names', () => {
  test.each([
    ['orders', { context: '.', subject: 'orders' }],
    [':.staging:orders', { context: '.staging', subject: 'orders' }],
    [':.staging:a:b', { context: '.staging', subject: 'a:b' }],
    [':.staging:', { context: '.staging', subject: '' }],
    [':.staging', { context: '.staging', subject: '' }],
    [':*:', { context: '*', subject: '' }],
    [':*:ord', { context: '*', subject: 'ord' }],
    [':.:orders', { context: '.', subject: 'orders' }],
    [':.__GLOBAL:', { context: '.__GLOBAL', subject: '' }],
    ['.', { context: '.', subject: '.' }],
    [':orders', { context: '.', subject: ':orders' }],
  ])('reads %s', (name, expected) => expect(parseQualifiedName(name)).toEqual(expected));

  test('gives back exactly what was joined', () => {
    fc.assert(
      fc.property(anyContext, anySubject, (context, subject) => {
        expect(parseQualifiedName(qualifiedName(context, subject))).toEqual({ context, subject });
      }),
    );
  });

  test('writes no default context and closes a context that stands alone', () => {
    expect(normalizeQualifiedName(':.:orders')).toBe('orders');
    expect(normalizeQualifiedName(':.staging')).toBe(':.staging:');
    expect(normalizeQualifiedName('orders')).toBe('orders');
  });
});

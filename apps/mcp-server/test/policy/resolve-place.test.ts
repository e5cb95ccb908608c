import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameInside, readContext, resolveSubject } from '../../src/policy/resolve-place.ts';

describe('readContext', () => {
  it.each(['staging', '.staging', ':.staging:', ':staging:'])('reads %s', (written) => {
    expect(readContext(written)).toBe('.staging');
  });

  it.each(['*', ':*:'])('reads %s as every one', (written) => {
    expect(readContext(written)).toBe('*');
  });
});

describe('resolveSubject', () => {
  it.each([
    ['orders', undefined, { context: '.fallback', subject: 'orders' }],
    ['orders', 'staging', { context: '.staging', subject: 'orders' }],
    [':.staging:orders', undefined, { context: '.staging', subject: 'orders' }],
    [':.staging:orders', 'staging', { context: '.staging', subject: 'orders' }],
    [':.:orders', undefined, { context: '.', subject: 'orders' }],
    ['.', undefined, { context: '.fallback', subject: '.' }],
    ['..', '.', { context: '.', subject: '..' }],
    ['a/b %ü:c', 'x', { context: '.x', subject: 'a/b %ü:c' }],
  ])('finds %s with context %s', (subject, context, expected) => {
    expect(resolveSubject(subject, context, '.fallback')).toEqual(expected);
  });

  it.each([
    [':.staging:orders', 'prod'],
    ['', undefined],
    [':.staging:', undefined],
    [':*:orders', undefined],
    ['orders', '*'],
  ])('refuses %j with context %s', (subject, context) => {
    expect(() => resolveSubject(subject, context, '.')).toThrow();
  });

  it('gives back every name that a registry lists', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !text.startsWith(':'));
    fc.assert(
      fc.property(name, (subject) => {
        const listed = `:.staging:${subject}`;
        expect(resolveSubject(listed, undefined, '.')).toEqual({ context: '.staging', subject });
        expect(nameInside('.staging', listed)).toBe(subject);
        expect(nameInside('*', listed)).toBe(listed);
      }),
    );
  });
});

import { isQualified, parseQualifiedName } from '@srkit/registry-protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextPrefix } from '../../src/request/context-prefix.ts';
import { encodeContext, encodePath, isExactPath } from '../../src/request/encode-path.ts';

const wellFormed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('.', '/', '%', ':', '2', 'e', 'E', '\\', '?', '#', ' ', '\t', 'ü', '*'),
  }),
  fc.constantFrom(
    '.',
    '..',
    '...',
    '%2e',
    '%2E%2E',
    '.%2e',
    ':.',
    ':..',
    ':.:',
    ':.:.',
    ':*:',
    'a/b %ü:c',
  ),
);

const contextNames = fc.oneof(
  fc.constantFrom('.', '..', '...', '.staging', '.a b', '.ü', '.%2e', '.a/b', '.a?b#c'),
  fc.string({ maxLength: 20 }).map((text) => `.${text.replaceAll(/[:\p{Cc}]/gu, '_')}`),
);

describe('a subject in a path', () => {
  test('comes out of a URL parser as it went in, whatever it is called and in any context', () => {
    fc.assert(
      fc.property(wellFormed, contextNames, (subject, context) => {
        const path = encodePath('/subjects/{subject}/versions', { subject }, context);
        const url = new URL(`http://host:8081/base${path}`);
        expect(url.pathname).toBe(`/base${path}`);
        expect(url.search + url.hash).toBe('');
        const segments = url.pathname.split('/');
        expect(segments).toHaveLength(5);
        const received = decodeURIComponent(segments[3] ?? '');
        const meant = isQualified(subject) ? parseQualifiedName(subject) : { context, subject };
        const arrived = isQualified(received)
          ? parseQualifiedName(received)
          : { context, subject: received };
        expect(arrived).toEqual(meant);
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps its context behind a context prefix', () => {
    fc.assert(
      fc.property(wellFormed, contextNames, (subject, context) => {
        const path = contextPrefix(
          context,
          encodePath('/subjects/{subject}', { subject }, context),
        );
        expect(isExactPath(path)).toBe(true);
        expect(path.split('/')).toHaveLength(context === '.' ? 3 : 5);
      }),
      { numRuns: 1_000 },
    );
  });

  test('that is a dot segment is written with its context', () => {
    expect(encodePath('/subjects/{subject}', { subject: '.' }, '.')).toBe('/subjects/%3A.%3A.');
    expect(encodePath('/subjects/{subject}', { subject: '..' }, '.')).toBe('/subjects/%3A.%3A..');
    expect(encodePath('/subjects/{subject}', { subject: '..' }, '.staging')).toBe(
      '/subjects/%3A.staging%3A..',
    );
  });

  test('that is empty is written with its context, since servers refuse empty segments', () => {
    expect(encodePath('/subjects/{subject}', { subject: '' }, '.')).toBe('/subjects/%3A.%3A');
  });

  test('is encoded once', () => {
    expect(encodePath('/subjects/{subject}', { subject: 'a/b %ü:c' }, '.')).toBe(
      '/subjects/a%2Fb%20%25%C3%BC%3Ac',
    );
    expect(encodePath('/subjects/{subject}', { subject: '%2E' }, '.')).toBe('/subjects/%252E');
  });

  test('that holds half a character, or is no text, is refused', () => {
    expect(() => encodePath('/subjects/{subject}', { subject: 'a\ud800' }, '.')).toThrow(
      expect.objectContaining({ code: 'invalid_argument' }),
    );
    const parameters = JSON.parse('{"subject": null}');
    expect(() => encodePath('/subjects/{subject}', parameters, '.')).toThrow(
      expect.objectContaining({ code: 'invalid_argument' }),
    );
  });
});

describe('another part of a path', () => {
  test.each(['', '.', '..', 'a\udc00'])('is refused when it is %j', (guid) => {
    expect(() => encodePath('/schemas/guids/{guid}', { guid }, '.')).toThrow(
      expect.objectContaining({ code: 'invalid_argument' }),
    );
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    'is refused when it is the number %d',
    (id) => {
      expect(() => encodePath('/schemas/ids/{id}', { id }, '.')).toThrow(
        expect.objectContaining({ code: 'invalid_argument' }),
      );
    },
  );
});

describe('a context in a path', () => {
  test('is written with its colons when a URL parser would fold it', () => {
    expect(encodeContext('.staging')).toBe('.staging');
    expect(encodeContext('..')).toBe(':..:');
    expect(encodeContext('.')).toBe(':.:');
  });
});

describe('an exact path', () => {
  test.each([
    '/',
    '/subjects',
    '/subjects/a:b',
    "/subjects/a'(b)",
    '/subjects/%3A..',
    '/a%2e',
    '/a/',
  ])('is %j', (path) => {
    expect(isExactPath(path)).toBe(true);
  });

  test.each([
    '',
    'subjects',
    '@host/',
    '/subjects/..',
    '/subjects/%2E%2e/x',
    '/subjects/x\\versions',
    '/subjects/a b',
    '/subjects/ü',
    '/subjects/a\tb',
    '/subjects?x',
    '/subjects#x',
  ])('is not %j', (path) => {
    expect(isExactPath(path)).toBe(false);
  });
});

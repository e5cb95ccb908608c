import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextName, isProtocolError, parseQualifiedName } from '../src/index.ts';
import { anyContext } from './names.ts';

describe('contextName', () => {
  test.each(['staging', '.staging', ':.staging:', ':.staging', 'staging:'])(
    'reads %s as .staging',
    (written) => expect(contextName(written)).toBe('.staging'),
  );

  test.each(['.', ':.:', ':.'])('reads %s as the default context', (written) =>
    expect(contextName(written)).toBe('.'),
  );

  test.each(['', ':', '::', 'a:b', ':*:', '*', 'a\nb'])(
    'refuses %j and says what to write',
    (written) => {
      expect(() => contextName(written)).toThrow(/Write it like 'staging'/);
      try {
        contextName(written);
      } catch (error) {
        expect(isProtocolError(error, 'invalid_context_name')).toBe(true);
      }
    },
  );

  test('keeps every name that it has made', () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        expect(contextName(context)).toBe(context);
        expect(contextName(`:${context}:`)).toBe(context);
        expect(parseQualifiedName(`:${context}:x`).context).toBe(context);
      }),
    );
  });
});

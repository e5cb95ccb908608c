import { inspect } from 'node:util';
import { expect, expectTypeOf, test } from 'vitest';
import { isRegistryError, RegistryError, type RegistryErrorCode } from '../../src/index.ts';

const error = new RegistryError({
  code: 'subject_not_found',
  message: 'No such subject.',
  status: 404,
  errorNumber: 40401,
  cause: new Error('why'),
});

test('an error is recognised by its name, also from another copy of the package', () => {
  const foreign = Object.assign(new Error('elsewhere'), {
    name: 'RegistryError',
    code: 'subject_not_found',
  });
  expect(isRegistryError(error)).toBe(true);
  expect(isRegistryError(foreign)).toBe(true);
  expect(isRegistryError(foreign, 'subject_not_found')).toBe(true);
  expect(isRegistryError(error, 'version_not_found')).toBe(false);
  expect(isRegistryError(new Error('other'))).toBe(false);
  expect(isRegistryError({ name: 'RegistryError', code: 'timeout' })).toBe(false);
});

test('recognising a code narrows to it', () => {
  const caught: unknown = error;
  if (isRegistryError(caught, 'subject_not_found')) {
    expectTypeOf(caught.code).toEqualTypeOf<'subject_not_found'>();
  }
  if (isRegistryError(caught)) expectTypeOf(caught.code).toEqualTypeOf<RegistryErrorCode>();
  expectTypeOf<'view_only' | 'incompatible_schema'>().toExtend<RegistryErrorCode>();
});

test('an error says everything as JSON and when it is printed', () => {
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'RegistryError',
    message: 'No such subject.',
    code: 'subject_not_found',
    status: 404,
    errorNumber: 40401,
    retryable: false,
    outcomeUnknown: false,
  });
  expect(inspect(error)).toContain('why');
});

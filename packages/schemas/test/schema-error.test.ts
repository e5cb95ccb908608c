import { describe, expect, it } from 'vitest';
import { isSchemaError, SchemaError } from '../src/index.ts';

describe('isSchemaError', () => {
  const error = new SchemaError('Too much.', { code: 'too_large', details: 'Too much' });

  it('recognises one by its name, also of another copy of the package', () => {
    const foreign = Object.assign(new Error('x'), { name: 'SchemaError', code: 'too_large' });
    expect(isSchemaError(error)).toBe(true);
    expect(isSchemaError(foreign, 'too_large')).toBe(true);
  });

  it('narrows to a code', () => {
    expect(isSchemaError(error, 'too_large')).toBe(true);
    expect(isSchemaError(error, 'invalid_schema')).toBe(false);
  });

  it.for([new Error('x'), 'SchemaError', null, undefined, {}])(
    'does not take %j for one',
    (other) => {
      expect(isSchemaError(other)).toBe(false);
    },
  );
});

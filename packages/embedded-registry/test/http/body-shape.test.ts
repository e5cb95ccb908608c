import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bind } from '../../src/http/body-shape.ts';
import { Rejection } from '../../src/http/rejection.ts';
import { configUpdateRequest, registerSchemaRequest } from '../../src/http/request-shapes.ts';

const complaint = (value: unknown, shape = registerSchemaRequest) => {
  try {
    bind(shape, value);
    return undefined;
  } catch (error) {
    return error instanceof Rejection ? `${error.number} ${error.message}` : String(error);
  }
};

describe('bind', () => {
  test('converts what can be converted', () => {
    expect(
      bind(registerSchemaRequest, { schema: 1, id: '42', version: 1.5, unknown: true }),
    ).toEqual({
      schema: '1',
      id: 42,
      version: 1,
    });
    expect(bind(configUpdateRequest, { normalize: 'true', alias: 7, validateRules: 0 })).toEqual({
      normalize: true,
      alias: '7',
      validateRules: false,
    });
  });

  test('keeps null apart from what is absent', () => {
    expect(bind(configUpdateRequest, { alias: null })).toEqual({ alias: null });
    expect(bind(configUpdateRequest, {})).toEqual({});
  });

  test.each([
    [
      [],
      'Cannot deserialize value of type `RegisterSchemaRequest` from Array value (token `JsonToken.START_ARRAY`)',
    ],
    [
      'x',
      "Cannot construct instance of `RegisterSchemaRequest` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('x')",
    ],
    [
      { schema: {} },
      'Cannot deserialize value of type `String` from Object value (token `JsonToken.START_OBJECT`)',
    ],
    [
      { id: 'x' },
      'Cannot deserialize value of type `Integer` from String "x": not a valid `java.lang.Integer` value',
    ],
    [
      { id: 99999999999 },
      'Numeric value (99999999999) out of range of int (-2147483648 - 2147483647)',
    ],
    [
      { references: 'x' },
      'Cannot deserialize value of type `SchemaReference>` from String value (token `JsonToken.VALUE_STRING`)',
    ],
    [
      { metadata: { tags: [] } },
      'Cannot deserialize value of type `String>>` from Array value (token `JsonToken.START_ARRAY`)',
    ],
    [
      { metadata: { sensitive: 'x' } },
      "Cannot construct instance of `HashSet` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('x')",
    ],
    [
      { ruleSet: { enableAt: 'NOPE' } },
      'Cannot deserialize value of type `ExecutionEnvironment` from String "NOPE": not one of the values accepted for Enum class: [NONE, ALL, SERVER, GATEWAY, CLIENT]',
    ],
  ])('complains about %j as the real registry does', (value, message) =>
    expect(complaint(value)).toBe(`400 ${message}`),
  );

  test('takes or refuses any JSON, and never fails otherwise', () => {
    const fields = ['schema', 'schemaType', 'references', 'metadata', 'ruleSet', 'id', 'version'];
    const request = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(request, fc.jsonValue()), (value) => {
        expect(complaint(value) ?? '400 ').toMatch(/^400 /);
      }),
      { numRuns: 2000 },
    );
  });
});

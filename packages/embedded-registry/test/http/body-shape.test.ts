import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bind } from '../../src/http/body-shape.ts';
import { spelledNumber } from '../../src/http/jackson/spelled-number.ts';
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

/** A request with one rule. */
function aRule(fields: object) {
  return { ruleSet: { domainRules: [fields] } };
}

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

  test.each([
    { metadata: { tags: { a: null } } },
    { metadata: { tags: { a: ['x', null] } } },
    { metadata: { properties: { a: null } } },
    { metadata: { sensitive: [null] } },
    aRule({ tags: [null] }),
    aRule({ params: { a: null } }),
  ])('fails on null in %j, as the real registry does', (value) => {
    expect(complaint(value)).toBe('500 Internal Server Error');
  });

  test('takes the number of an enum for one of its words', () => {
    for (const kind of [1, '1', ' TRANSFORM '])
      expect(bind(registerSchemaRequest, aRule({ kind }))).toEqual(aRule({ kind: 'TRANSFORM' }));
  });

  test('takes numbers for texts as they are written', () => {
    const metadata = { properties: { a: spelledNumber('1.0'), b: spelledNumber('NaN') } };
    expect(bind(registerSchemaRequest, { metadata, id: spelledNumber('NaN') })).toEqual({
      metadata: { properties: { a: '1.0', b: 'NaN' } },
      id: 0,
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
    [
      { metadata: '' },
      'Cannot coerce empty String ("") to `Metadata` value (but could if coercion was enabled using `CoercionConfig`)',
    ],
    [
      { metadata: { sensitive: ' ' } },
      'Cannot coerce empty String ("") to element of `HashSet` (but could if coercion was enabled using `CoercionConfig`)',
    ],
    [
      { metadata: { properties: 'x' } },
      "Cannot construct instance of `LinkedHashMap` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('x')",
    ],
    [
      aRule({ kind: 9 }),
      'Cannot deserialize value of type `RuleKind` from number 9: index value outside legal index range [0..1]',
    ],
    [
      aRule({ kind: -1 }),
      'Cannot deserialize value of type `RuleKind` from number -1: index value outside legal index range [0..1]',
    ],
    [
      aRule({ kind: 1.5 }),
      'Cannot deserialize value of type `RuleKind` from Floating-point value (token `JsonToken.VALUE_NUMBER_FLOAT`)',
    ],
    [
      aRule({ kind: '' }),
      'Cannot coerce empty String ("") to `RuleKind` value (but could if coercion was enabled using `CoercionConfig`)',
    ],
    [
      { id: '2147483648' },
      'Cannot deserialize value of type `Integer` from String "2147483648": Overflow: numeric value (2147483648) out of range of `java.lang.Integer` (-2147483648 -2147483647)',
    ],
    [
      { id: '9223372036854775808' },
      'Cannot deserialize value of type `Integer` from String "9223372036854775808": not a valid `java.lang.Integer` value',
    ],
    [
      { id: ' x ' },
      'Cannot deserialize value of type `Integer` from String "x": not a valid `java.lang.Integer` value',
    ],
    [
      { id: spelledNumber('1e400') },
      'Numeric value (1e400) out of range of int (-2147483648 - 2147483647)',
    ],
    [
      spelledNumber('1e10'),
      'Cannot construct instance of `RegisterSchemaRequest` (although at least one Creator exists): no double/Double-argument constructor/factory method to deserialize from Number value (1.0E10)',
    ],
    [
      99999999999,
      'Cannot construct instance of `RegisterSchemaRequest` (although at least one Creator exists): no long/Long-argument constructor/factory method to deserialize from Number value (99999999999)',
    ],
    [
      { metadata: 1, schema: [] },
      'Cannot construct instance of `Metadata` (although at least one Creator exists): no int/Int-argument constructor/factory method to deserialize from Number value (1)',
    ],
  ])('complains about %j as the real registry does', (value, message) =>
    expect(complaint(value)).toBe(`400 ${message}`),
  );

  test('takes or refuses any JSON, and never fails otherwise', () => {
    const fields = ['schema', 'schemaType', 'references', 'metadata', 'ruleSet', 'id', 'version'];
    const request = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(request, fc.jsonValue()), (value) => {
        expect(complaint(value) ?? '400 ').toMatch(/^(?:400|500) /);
      }),
      { numRuns: 2000 },
    );
  });
});

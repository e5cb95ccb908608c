import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError, parseSchema } from '../../../src/index.ts';
import type { ReferencedSchema } from '../../../src/parsed-schema.ts';
import { checkValue, decodeValue, encodeValue, exampleValue } from '../../../src/values/index.ts';
import { needsSharedData, sharedRows, sharedText } from '../../recorded/shared-data.ts';
import { arbitraryJson, arbitraryJsonSchema } from './arbitrary-json-schema.ts';

const read = (schema: unknown) =>
  parseSchema('JSON', typeof schema === 'string' ? schema : JSON.stringify(schema), {
    validation: 'stored',
  });
/** One of thirty words, and for each of them another property. */
const manyConditions = JSON.stringify({
  properties: { k: { enum: Array.from({ length: 30 }, (_, index) => index) } },
  required: ['k'],
  allOf: Array.from({ length: 30 }, (_, index) =>
    Object.fromEntries([
      ['if', { properties: { k: { const: index } } }],
      ['then', { required: [`p${index}`] }],
    ]),
  ),
});
const in2020 = { $schema: 'https://json-schema.org/draft/2020-12/schema' };

describe('exampleValue of a JSON Schema', { timeout: 60_000 }, () => {
  it.for(['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'] as const)(
    'fits, and comes back from its bytes, whatever the schema of %s',
    (draft) => {
      let [found, missed] = [0, 0];
      fc.assert(
        fc.property(
          arbitraryJsonSchema(draft),
          fc.integer(),
          fc.nat(5),
          arbitraryJson,
          (text, seed, maxDepth, other) => {
            const schema = read(text);
            try {
              const example = exampleValue(schema, { seed, maxDepth });
              expect(checkValue(schema, example)).toEqual({ valid: true });
              expect(decodeValue(schema, encodeValue(schema, example))).toEqual(example);
              found += 1;
            } catch (error) {
              // Where there is said to be no message, no other one fits either.
              if (isSchemaError(error, 'invalid_schema')) {
                expect(checkValue(schema, other).valid).toBe(false);
              } else if (isSchemaError(error, 'not_supported')) missed += 1;
              else throw error;
            }
          },
        ),
        { numRuns: 400 },
      );
      // Some of the schemas have no message, but that cannot be told in general.
      expect(missed / (found + missed)).toBeLessThan(0.1);
    },
  );

  it('is plain where a part contradicts itself within itself', () => {
    const one = {
      items: { $ref: '#/definitions/one' },
      contains: { maxLength: 0 },
      minContains: 2,
      maxContains: 0,
      uniqueItems: true,
    };
    const properties = { ab: { $ref: '#/definitions/one' } };
    const schema = read({ ...in2020, properties, definitions: { one } });
    for (let seed = 0; seed < 20; seed += 1) {
      const example = exampleValue(schema, { seed, maxDepth: 1 });
      expect(checkValue(schema, example)).toEqual({ valid: true });
    }
  });

  it('is found for every schema of real use', (context) => {
    needsSharedData(context);
    type Row = { file: string; references?: ReferencedSchema[] };
    const rows = sharedRows<Row>('recorded/texts-json.jsonl');
    expect(rows.length).toBeGreaterThan(100);
    for (const { file, references = [] } of rows) {
      const schema = parseSchema('JSON', sharedText(file), { references, validation: 'stored' });
      for (const seed of [1, 2]) {
        expect([file, checkValue(schema, exampleValue(schema, { seed }))]).toEqual([
          file,
          { valid: true },
        ]);
      }
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const schema = read({ properties: { id: { type: 'string' }, n: { type: 'integer' } } });
    expect(exampleValue(schema)).toEqual(exampleValue(schema, { seed: 1 }));
    const examples = [1, 2, 3, 4].map((seed) => JSON.stringify(exampleValue(schema, { seed })));
    expect(new Set(examples).size).toBe(4);
  });

  it.for([
    ['email', { type: 'string' }, /^[a-z]+@example\.com$/],
    ['contact', { type: 'string', format: 'email' }, /^[a-z]+@example\.com$/],
    ['countryCode', { type: ['string', 'null'] }, /^[A-Z]{2}$/],
    ['created_at', { type: 'string', format: 'date-time' }, /^202[4-6]-\d\d-\d\dT/],
    ['created_at', { type: 'integer' }, /^1[78]\d{11}$/],
    ['day', { type: 'string', format: 'date' }, /^202[4-6]-\d\d-\d\d$/],
    ['totalAmount', { type: 'number' }, /^\d{1,3}(\.\d{1,2})?$/],
    ['price', { type: 'number', multipleOf: 0.01, maximum: 0.05 }, /^0(\.0[1-5])?$|^-/],
    ['quantity', { type: 'integer', minimum: 100, maximum: 102 }, /^10[0-2]$/],
    ['sku', { type: 'string', pattern: '^SKU-[0-9]{5}$' }, /^SKU-\d{5}$/],
    [
      'password',
      { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d).{8,12}$' },
      /^(?=.*[A-Z])(?=.*\d).{8,12}$/,
    ],
    ['code', { type: 'string', minLength: 4, maxLength: 4 }, /^....$/],
    ['status', { enum: ['UNKNOWN', 'OK'] }, /^OK$/],
    ['level', { const: 7 }, /^7$/],
    ['colour', { type: 'string', examples: ['teal'], pattern: '^(teal|navy)$' }, /^(teal|navy)$/],
    ['key', { type: 'string', format: 'uuid' }, /^[0-9a-f]{8}-/],
    ['host', { type: 'string', format: 'ipv6' }, /^2001:db8::/],
  ] as const)('fills %s of %j with what belongs there', ([name, type, looks]) => {
    const schema = read({ type: 'object', properties: { [name]: type }, required: [name] });
    const values = Array.from(
      { length: 40 },
      (_, seed) => Object.values(Object(exampleValue(schema, { seed })))[0],
    ).filter((value) => value !== null);
    expect(values.length).toBeGreaterThan(20);
    for (const value of values) expect(String(value)).toMatch(looks);
  });

  it('keeps all digits of integers beyond 2^53', () => {
    const schema = read(
      '{"type":"integer","minimum":9007199254740993,"maximum":9007199254740999,"multipleOf":3}',
    );
    for (let seed = 0; seed < 20; seed += 1) {
      expect([9007199254740993n, 9007199254740996n, 9007199254740999n]).toContain(
        exampleValue(schema, { seed }),
      );
    }
  });

  it.for([
    ['dependencies', { dependencies: { a: ['b'], b: { required: ['c'] } }, required: ['a'] }],
    [
      'a condition',
      '{"properties":{"k":{"enum":["x","y"]},"v":{}},"required":["k","v"],"if":{"properties":{"k":{"const":"x"}}},"then":{"properties":{"v":{"type":"integer"}}},"else":{"properties":{"v":{"type":"null"}}}}',
    ],
    ['many conditions', manyConditions],
    [
      'what must not be',
      { properties: { a: { not: { type: 'string' } } }, required: ['a'], not: { required: ['b'] } },
    ],
    [
      'one of two properties',
      { oneOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: {}, b: {} } },
    ],
    [
      'names',
      {
        minProperties: 3,
        propertyNames: { pattern: '^[A-Z]{3}$' },
        additionalProperties: { type: 'number' },
      },
    ],
    [
      'names by pattern',
      {
        minProperties: 2,
        patternProperties: { '^x-[a-z]+$': { type: 'integer' } },
        additionalProperties: false,
      },
    ],
    [
      'a list',
      {
        type: 'array',
        items: { type: 'integer' },
        contains: { minimum: 5000 },
        minItems: 3,
        uniqueItems: true,
      },
    ],
    [
      'a tuple',
      {
        ...in2020,
        type: 'array',
        prefixItems: [{ type: 'string' }, { type: 'integer' }],
        items: false,
        minItems: 2,
      },
    ],
    [
      'a closed combination',
      {
        ...in2020,
        allOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }],
        unevaluatedProperties: false,
      },
    ],
    [
      'the one form of many that fits',
      {
        anyOf: Array.from({ length: 25 }, (_, i) => ({
          multipleOf: i === 17 ? 5 : 1,
          minimum: i === 17 ? 0 : 10,
        })),
        type: 'number',
        maximum: 9,
      },
    ],
  ] as const)('knows %s', ([, schema]) => {
    const parsed = read(schema);
    for (let seed = 0; seed < 20; seed += 1) {
      expect(checkValue(parsed, exampleValue(parsed, { seed }))).toEqual({ valid: true });
    }
  });

  it('ends on recursive schemas, as deep as it is asked to go', () => {
    const tree = read({
      type: 'object',
      required: ['children', 'next'],
      properties: {
        children: { type: 'array', items: { $ref: '#' } },
        next: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
      },
    });
    expect(exampleValue(tree, { maxDepth: 0 })).toEqual({ children: [], next: null });
    const deep = exampleValue(tree, { maxDepth: 1_000_000 });
    expect(checkValue(tree, deep)).toEqual({ valid: true });
    expect(JSON.stringify(deep).length).toBeLessThan(500_000);
  });

  it.for([
    ['false', 'invalid_schema', 'nothing to choose from'],
    [
      '{"type":"object","required":["a"],"properties":{"a":{"$ref":"#"}}}',
      'invalid_schema',
      'need itself',
    ],
    ['{"enum":[]}', 'invalid_schema', 'nothing to choose from'],
    ['{"allOf":[{"type":"string"},{"type":"integer"}]}', 'invalid_schema', 'no type is left'],
    ['{"type":"integer","minimum":1.2,"maximum":1.8}', 'invalid_schema', 'no number is within'],
    [
      '{"type":"object","required":["a"],"properties":{"a":{"type":"string","minLength":2,"maxLength":1}}}',
      'invalid_schema',
      'at /properties/a, a text would have to be longer',
    ],
    [
      '{"type":"string","pattern":"^(?=a)b"}',
      'not_supported',
      'no text was found that fits ^(?=a)b',
    ],
    ['{"type":"string","minLength":5000000}', 'too_large', 'a text of 5000000 characters'],
    ['{"type":"array","minItems":2000000000}', 'too_large', 'a list of 2000000000'],
  ] as const)('says that there is no example of %s', ([schema, code, words]) => {
    expect(() => exampleValue(read(schema))).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, code) && error.message.includes(words)),
    );
  });

  it('takes the form that is small enough', () => {
    const schema = read({ anyOf: [{ type: 'string', minLength: 5_000_000 }, { type: 'integer' }] });
    for (let seed = 0; seed < 5; seed += 1)
      expect(exampleValue(schema, { seed })).toBeTypeOf('number');
  });

  it('says so where the smallest message is too large', () => {
    const definitions: Record<string, unknown> = { d40: { type: 'string' } };
    for (let level = 0; level < 40; level += 1) {
      const next = { $ref: `#/definitions/d${level + 1}` };
      definitions[`d${level}`] = {
        type: 'object',
        required: ['a', 'b'],
        properties: { a: next, b: next },
      };
    }
    expect(() => exampleValue(read({ $ref: '#/definitions/d0', definitions }))).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'too_large')),
    );
  });
});

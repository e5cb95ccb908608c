import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError, parseAvro } from '../../src/index.ts';
import { checkValue, decodeValue, encodeValue, exampleValue } from '../../src/values/index.ts';
import { arbitraryMessageSchema } from './arbitrary-message-schema.ts';

const encodings = fc.constantFrom('plain' as const, 'avro-json' as const);

/** An example, or undefined where the schema has no message. */
function tryExample(text: string, options: Parameters<typeof exampleValue>[1]): unknown {
  try {
    return exampleValue(parseAvro(text), options);
  } catch (error) {
    if (isSchemaError(error, 'invalid_schema')) return undefined;
    throw error;
  }
}

describe('exampleValue', () => {
  it('passes its own check and decodes to itself', () => {
    fc.assert(
      fc.property(
        arbitraryMessageSchema,
        fc.integer(),
        fc.nat(5),
        encodings,
        (text, seed, maxDepth, encoding) => {
          const example = tryExample(text, { seed, maxDepth, encoding });
          fc.pre(example !== undefined);
          const schema = parseAvro(text);
          expect(checkValue(schema, example, { encoding })).toEqual({ valid: true });
          const bytes = encodeValue(schema, example, { encoding });
          expect(checkValue(schema, bytes, { wirePrefix: 'none' })).toEqual({ valid: true });
          expect(decodeValue(schema, bytes, { encoding, wirePrefix: 'none' })).toEqual(example);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const schema = parseAvro(
      '{"type":"record","name":"R","fields":[{"name":"id","type":"string"},{"name":"n","type":"int"}]}',
    );
    expect(exampleValue(schema)).toEqual(exampleValue(schema, { seed: 1 }));
    const examples = [1, 2, 3, 4].map((seed) => JSON.stringify(exampleValue(schema, { seed })));
    expect(new Set(examples).size).toBe(4);
  });

  it.for([
    ['email', '"string"', /^[a-z]+@example\.com$/],
    ['customerEmail', '["null","string"]', /^[a-z]+@example\.com$/],
    [
      'user_uuid',
      '"string"',
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ],
    ['key', '{"type":"string","logicalType":"uuid"}', /^[0-9a-f]{8}-/],
    ['countryCode', '"string"', /^[A-Z]{2}$/],
    ['homepageURL', '"string"', /^https:\/\/example\.com\//],
    ['created_at', '"string"', /^202[4-6]-\d\d-\d\dT/],
    ['created_at', '"long"', /^1[78]\d{11}$/],
    ['timestamp', '{"type":"long","logicalType":"timestamp-micros"}', /^1[78]\d{14}$/],
    ['timestamp', '{"type":"long","logicalType":"timestamp-nanos"}', /^1[78]\d{17}$/],
    ['day', '{"type":"int","logicalType":"date"}', /^20\d{3}$|^19[7-9]\d\d$/],
    ['totalAmount', '"double"', /^\d{1,3}(\.\d{1,2})?$/],
    ['order_id', '"string"', /^order-\d{6}$/],
    ['quantity', '"int"', /^([1-9]|1\d|20)$/],
    ['latitude', '"float"', /^-?\d{1,2}(\.\d+)?$/],
    ['firstName', '"string"', /^[A-Z][a-z]+$/],
    ['status', '{"type":"enum","name":"S","symbols":["UNKNOWN","OK"]}', /^OK$/],
  ] as const)('fills %s of type %s with what belongs there', ([name, type, looks]) => {
    const schema = parseAvro(
      `{"type":"record","name":"R","fields":[{"name":"${name}","type":${type}}]}`,
    );
    const values = Array.from(
      { length: 40 },
      (_, seed) => Object.values(Object(exampleValue(schema, { seed })))[0],
    ).filter((value) => value !== null);
    expect(values.length).toBeGreaterThan(20);
    for (const value of values) expect(String(value)).toMatch(looks);
  });

  it('keeps decimals within their precision', () => {
    for (const [type, digits] of [
      ['{"type":"bytes","logicalType":"decimal","precision":4,"scale":2}', 4],
      ['{"type":"fixed","name":"F","size":1,"logicalType":"decimal","precision":2}', 2],
    ] as const) {
      for (let seed = 0; seed < 50; seed += 1) {
        const bytes = Buffer.from(String(exampleValue(parseAvro(type), { seed })), 'latin1');
        const unscaled = BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString('hex')}`));
        expect(unscaled).toBeGreaterThan(0n);
        expect(unscaled).toBeLessThan(10n ** BigInt(digits));
      }
    }
  });

  it('ends on recursive schemas, as deep as it is asked to go', () => {
    const tree = parseAvro(
      '{"type":"record","name":"T","fields":[{"name":"children","type":{"type":"array","items":"T"}},{"name":"next","type":["T","null"]}]}',
    );
    const flat = exampleValue(tree, { maxDepth: 0 });
    expect(flat).toEqual({ children: [], next: null });
    const deep = exampleValue(tree, { maxDepth: 30 });
    expect(checkValue(tree, deep)).toEqual({ valid: true });
    expect(JSON.stringify(deep).length).toBeLessThan(500_000);
  });

  it.for([
    ['{"type":"record","name":"R","fields":[{"name":"r","type":"R"}]}', 'invalid_schema'],
    ['{"type":"enum","name":"E","symbols":[]}', 'invalid_schema'],
    ['[]', 'invalid_schema'],
    ['{"type":"fixed","name":"F","size":2000000000}', 'too_large'],
  ] as const)('says that there is no example of %s', ([schema, code]) => {
    expect(() => exampleValue(parseAvro(schema))).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, code)),
    );
  });

  it('says so where the smallest message is too large', () => {
    let type: unknown = { type: 'record', name: 'D0', fields: [{ name: 'x', type: 'int' }] };
    for (let level = 1; level < 40; level += 1) {
      const fields = [
        { name: 'a', type },
        { name: 'b', type: `D${level - 1}` },
      ];
      type = { type: 'record', name: `D${level}`, fields };
    }
    expect(() => exampleValue(parseAvro(JSON.stringify(type)))).toThrow('too much for an example');
  });
});

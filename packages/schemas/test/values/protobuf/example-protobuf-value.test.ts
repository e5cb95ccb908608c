import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError } from '../../../src/index.ts';
import { checkValue, decodeValue, encodeValue, exampleValue } from '../../../src/values/index.ts';
import { arbitraryProtoFile } from './arbitrary-proto-file.ts';
import { proto, proto2, proto3, shop } from './shop-schema.ts';

describe('exampleValue of Protobuf', () => {
  it('passes its own check and decodes to itself', () => {
    fc.assert(
      fc.property(arbitraryProtoFile, fc.integer(), fc.nat(6), (text, seed, maxDepth) => {
        const schema = proto(text);
        let example: unknown;
        try {
          example = exampleValue(schema, { seed, maxDepth });
        } catch (error) {
          if (isSchemaError(error, 'invalid_schema')) return;
          throw error;
        }
        expect(checkValue(schema, example)).toEqual({ valid: true });
        const bytes = encodeValue(schema, example);
        expect(decodeValue(schema, bytes, { wirePrefix: 'none' })).toEqual(example);
        expect(JSON.stringify(decodeValue(schema, bytes))).toBe(JSON.stringify(example));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for the same seed, and another for another', () => {
    expect(exampleValue(shop)).toEqual(exampleValue(shop, { seed: 1 }));
    const examples = [1, 2, 3, 4].map((seed) => JSON.stringify(exampleValue(shop, { seed })));
    expect(new Set(examples).size).toBe(4);
  });

  it('makes the message that is asked for', () => {
    expect(exampleValue(shop, { messageType: 'shop.Refund' })).toEqual({
      orderId: expect.any(Number),
    });
  });

  it.for([
    ['customer_email', 'string', /^[a-z]+@example\.com$/],
    ['country_code', 'string', /^[A-Z]{2}$/],
    ['created_at', 'google.protobuf.Timestamp', /^202[4-6]-\d\d-\d\dT[\d:.]+Z$/],
    ['timeout', 'google.protobuf.Duration', /^\d+s$/],
    ['email', 'google.protobuf.StringValue', /^[a-z]+@example\.com$/],
    ['quantity', 'uint32', /^([1-9]|1\d|20)$/],
    ['latitude', 'double', /^-?\d{1,2}(\.\d+)?$/],
    ['color', 'Color', /^(NO_COLOR|RED|BLUE)$/],
    ['payload', 'bytes', /^[A-Za-z0-9+/]+=*$/],
  ] as const)('fills %s of type %s with what belongs there', ([name, type, looks]) => {
    const schema = proto3(`${type} ${name} = 1;`);
    const values = Array.from({ length: 40 }, (_, seed) => exampleValue(schema, { seed })).flatMap(
      (message) => Object.values(Object(message)),
    );
    expect(values.length).toBeGreaterThan(20);
    for (const value of values) expect(String(value)).toMatch(looks);
  });

  it('shows every kind of field, and one member of a oneof', () => {
    const schema = proto3(
      'repeated string a = 1; map<int32, Line> b = 2; oneof c { int32 d = 3; string e = 4; Line f = 5; } google.protobuf.Struct g = 6; google.protobuf.Any h = 7; google.protobuf.FieldMask i = 8;',
    );
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const keys = Object.keys(Object(exampleValue(schema, { seed })));
      expect(keys.filter((key) => 'def'.includes(key))).toHaveLength(1);
      for (const key of keys) seen.add(key);
    }
    expect([...seen].sort().join('')).toBe('abdefghi');
  });

  it('ends on recursive messages, as deep as it is asked to go', () => {
    const schema = proto3(
      'M next = 1; repeated M children = 2; map<string, M> named = 3; google.protobuf.Any any = 4;',
    );
    expect(exampleValue(schema, { maxDepth: 0 })).toEqual({});
    for (const maxDepth of [30, 1000]) {
      const deep = exampleValue(schema, { maxDepth });
      expect(checkValue(schema, deep)).toEqual({ valid: true });
      expect(JSON.stringify(deep).length).toBeLessThan(1_000_000);
    }
    const chain = proto3('M next = 1;');
    expect(checkValue(chain, exampleValue(chain, { maxDepth: 1000, seed: 5 }))).toEqual({
      valid: true,
    });
  });

  it.for([
    ['required M m = 1;', 'invalid_schema'],
    ['required A a = 1;', 'invalid_schema'],
    ['required Deep0 d = 1;', 'too_large'],
    ['required Wide0 w = 1;', 'too_large'],
  ] as const)('says that there is no example of %s', ([fields, code]) => {
    const more = [
      'message A { required B b = 1; } message B { optional M m = 1; required A a = 2; }',
      ...Array.from(
        { length: 120 },
        (_, at) => `message Deep${at} { required Deep${at + 1} d = 1; }`,
      ),
      'message Deep120 {}',
      ...Array.from(
        { length: 40 },
        (_, at) =>
          `message Wide${at} { required Wide${at + 1} a = 1; required Wide${at + 1} b = 2; }`,
      ),
      'message Wide40 {}',
    ];
    expect(() => exampleValue(proto2(fields, more.join('\n')))).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, code)),
    );
  });
});

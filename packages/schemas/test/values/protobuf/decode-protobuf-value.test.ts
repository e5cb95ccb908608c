import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError } from '../../../src/index.ts';
import { decodeValue, encodeValue, exampleValue, printValue } from '../../../src/values/index.ts';
import { arbitraryProtoFile } from './arbitrary-proto-file.ts';
import { proto, proto2, proto3, shop } from './shop-schema.ts';

const decode = (fields: string, bytes: readonly number[]) =>
  decodeValue(proto3(fields), Uint8Array.from(bytes), { wirePrefix: 'none' });

describe('decodeValue of Protobuf', () => {
  it('gives ProtoJSON: names of JSON, great integers as bigints, what is missing stays missing', () => {
    const schema = proto3(
      'int64 first_id = 1; uint64 other_id = 2; bytes raw_bytes = 3; Color color = 4; map<int32, bool> m = 5; string x = 6 [json_name = "the X"]; google.protobuf.Timestamp at = 7;',
    );
    const value = {
      firstId: 5,
      otherId: 2n ** 60n,
      rawBytes: '/w==',
      color: 'RED',
      m: { '-1': true, 7: false },
      'the X': 'y',
      at: '2025-01-31T09:30:00.500Z',
    };
    const bytes = encodeValue(schema, {
      ...value,
      color: 'CRIMSON',
      at: '2025-01-31T10:30:00.5+01:00',
    });
    expect(decodeValue(schema, bytes)).toStrictEqual(value);
    expect(printValue(decodeValue(schema, bytes))).toContain('"otherId":1152921504606846976');
    expect(decodeValue(schema, new Uint8Array(0))).toStrictEqual({});
  });

  it.for([
    ['int32 f = 1;', [8, 1, 8, 2], { f: 2 }],
    ['int32 f = 1;', [8, 1, 8, 0], {}],
    ['int32 f = 1;', [8, 255, 255, 255, 255, 127], { f: -1 }],
    ['uint32 f = 1;', [8, 255, 255, 255, 255, 127], { f: 2 ** 32 - 1 }],
    ['sint64 f = 1;', [8, ...Array(9).fill(255), 1], { f: -(2n ** 63n) }],
    ['bool f = 1;', [8, 128, 2], { f: true }],
    ['Color f = 1;', [8, 77], { f: 77 }],
    ['repeated int32 f = 1;', [8, 1, 10, 2, 2, 3, 8, 4], { f: [1, 2, 3, 4] }],
    ['repeated int32 f = 1;', [10, 0], {}],
    ['repeated Line f = 1;', [10, 0, 10, 0], { f: [{}, {}] }],
    ['Line f = 1;', [10, 3, 10, 1, 97, 10, 2, 18, 0], { f: { sku: 'a', next: {} } }],
    ['oneof o { int32 f = 1; string g = 2; Line h = 3; }', [8, 1, 18, 1, 97], { g: 'a' }],
    ['oneof o { int32 f = 1; string g = 2; Line h = 3; }', [26, 0, 8, 0], { f: 0 }],
    ['map<string, int32> f = 1;', [10, 0, 10, 2, 16, 5], { f: { '': 5 } }],
    ['map<string, Line> f = 1;', [10, 3, 10, 1, 97], { f: { a: {} } }],
    ['map<string, Line> f = 1;', [10, 5, 18, 0, 10, 1, 97], { f: { a: {} } }],
    [
      'google.protobuf.Any f = 1;',
      [10, 7, 10, 2, 47, 63, 18, 1, 255],
      { f: { '@type': '/?', value: '/w==' } },
    ],
    [
      'google.protobuf.Any f = 1;',
      [10, 12, 10, 5, 47, 76, 105, 110, 101, 18, 3, 10, 1, 97],
      { f: { '@type': '/Line', sku: 'a' } },
    ],
    ['google.protobuf.Value f = 1;', [10, 0], { f: null }],
    ['google.protobuf.StringValue f = 1;', [10, 0], { f: '' }],
    ['google.protobuf.Struct f = 1;', [10, 0], { f: {} }],
    [
      'google.protobuf.Duration f = 1;',
      [10, 11, 16, ...Array(9).fill(255), 1],
      { f: '-0.000000001s' },
    ],
    ['string f = 1;', [16, 1, 10, 1, 97, 26, 2, 1, 2, 35, 8, 1, 36], { f: 'a' }],
  ] as const)('reads for %s the bytes %j as Protobuf does', ([fields, bytes, value]) => {
    expect(decode(fields, bytes)).toStrictEqual(value);
  });

  it('leaves out what a closed enum does not know', () => {
    const schema = proto2('optional Size s = 1; repeated Size r = 2; map<string, Size> m = 3;');
    const bytes = Uint8Array.of(
      8,
      9,
      16,
      1,
      16,
      9,
      26,
      5,
      10,
      1,
      97,
      16,
      9,
      26,
      5,
      10,
      1,
      98,
      16,
      2,
    );
    expect(decodeValue(schema, bytes)).toStrictEqual({ r: ['SMALL'], m: { b: 'LARGE' } });
  });

  it('keeps apart fields that share a name in ProtoJSON', () => {
    const schema = proto2('optional int32 foo_bar = 1; optional int32 fooBar = 2;');
    const value = { foo_bar: 1, fooBar: 2 };
    expect(decodeValue(schema, encodeValue(schema, value))).toStrictEqual(value);
  });

  it('takes names that mean something to JavaScript', () => {
    const schema = proto3(
      'int32 constructor = 1; int32 p = 2 [json_name = "__proto__"]; map<string, int32> m = 3; int32 hasOwnProperty = 4;',
    );
    const value = JSON.parse(
      '{"constructor":1,"__proto__":2,"m":{"__proto__":3,"toString":4},"hasOwnProperty":5}',
    );
    expect(decodeValue(schema, encodeValue(schema, value))).toStrictEqual(value);
  });

  it('takes the message that is asked for, and else what the bytes say', () => {
    const bytes = encodeValue(shop, { orderId: 5 }, { schemaId: 1, messageType: 'shop.Refund' });
    expect(decodeValue(shop, bytes)).toEqual({ orderId: 5 });
    expect(decodeValue(shop, bytes, { messageType: 'shop.Order' })).toEqual({ id: 5 });
  });

  it('refuses bytes that do not fit, with the place', () => {
    try {
      decodeValue(shop, Uint8Array.of(18, 1, 255));
      expect.unreachable();
    } catch (error) {
      if (!isSchemaError(error, 'invalid_value')) throw error;
      expect(error.problems).toMatchObject([{ path: '/customerEmail', offset: 2 }]);
    }
  });

  it('decodes what it encoded, of any schema and seed', () => {
    fc.assert(
      fc.property(
        arbitraryProtoFile,
        fc.integer(),
        fc.constantFrom(1, 7),
        (text, seed, schemaId) => {
          const schema = proto(text);
          for (const name of ['M0', 'M1', 'M2', 'M2.Inner']) {
            const messageType = `${/package (.*);/.exec(text)?.[1]?.concat('.') ?? ''}${name}`;
            let example: unknown;
            try {
              example = exampleValue(schema, { seed, messageType });
            } catch (error) {
              if (isSchemaError(error, 'invalid_schema')) continue;
              throw error;
            }
            const bytes = encodeValue(schema, example, { schemaId, messageType });
            expect(decodeValue(schema, bytes, { wirePrefix: 'required' })).toEqual(example);
            expect(decodeValue(schema, bytes, { readerSchema: schema })).toEqual(example);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('decodeValue of Protobuf with a reader', () => {
  const reread = (writer: string, value: unknown, reader: string) => {
    const schema = proto(writer);
    return decodeValue(schema, encodeValue(schema, value, { schemaId: 1 }), {
      readerSchema: proto(reader),
    });
  };
  const file = (fields: string, packageName = 'a') =>
    `syntax = "proto3"; package ${packageName}; message M { ${fields} } enum E { A = 0; B = 1; }`;

  it.for([
    ['by number', 'int32 old = 1;', { old: 1 }, 'int32 renamed = 1;', { renamed: 1 }],
    [
      'without what it does not know',
      'int32 a = 1; int32 b = 2;',
      { a: 1, b: 2 },
      'int32 b = 2;',
      { b: 2 },
    ],
    [
      'without what was not written',
      'int32 a = 1;',
      { a: 1 },
      'int32 a = 1; string b = 2;',
      { a: 1 },
    ],
    ['wider integers', 'int32 a = 1;', { a: -5 }, 'int64 a = 1;', { a: -5 }],
    ['narrower integers', 'int64 a = 1;', { a: 2 ** 32 + 5 }, 'int32 a = 1;', { a: 5 }],
    ['an enum as a number', 'E a = 1;', { a: 'B' }, 'int32 a = 1;', { a: 1 }],
    ['a text as bytes', 'string a = 1;', { a: 'hi' }, 'bytes a = 1;', { a: 'aGk=' }],
    ['a value as a list', 'int32 a = 1;', { a: 5 }, 'repeated int32 a = 1;', { a: [5] }],
    [
      'a map as a list',
      'map<string, int32> a = 1;',
      { a: { k: 5 } },
      'repeated P a = 1; message P { int32 n = 2; }',
      { a: [{ n: 5 }] },
    ],
    ['nothing of another layout', 'string a = 1;', { a: 'hi' }, 'int32 a = 1;', {}],
  ] as const)('reads %s', ([, writer, value, reader, read]) => {
    expect(reread(file(writer), value, file(reader))).toEqual(read);
  });

  it('finds the message of the same name in another package', () => {
    expect(reread(file('int32 a = 1;', 'v1'), { a: 1 }, file('int32 b = 1;', 'v2'))).toEqual({
      b: 1,
    });
  });

  it('refuses in words where the reader has no such message, or requires more', () => {
    const text = 'syntax = "proto3"; package a; message Other {}';
    expect(() => reread(file(''), {}, text)).toThrow('The schema has no message "a.M".');
    const strict = 'syntax = "proto2"; package a; message M { required int32 n = 5; }';
    expect(() => reread(file(''), {}, strict)).toThrow('needs its field n: it is required');
  });

  it('refuses a text that is none', () => {
    expect(() => reread(file('bytes a = 1;'), { a: '/w==' }, file('string a = 1;'))).toThrow(
      'is not UTF-8',
    );
  });
});

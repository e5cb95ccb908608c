import { describe, expect, it } from 'vitest';
import { isSchemaError } from '../../../src/index.ts';
import { decodeValue, encodeValue } from '../../../src/values/index.ts';
import { proto2, proto3, shop } from './shop-schema.ts';

describe('encodeValue of Protobuf', () => {
  it.for([
    ['int32 f = 1;', 150, [8, 150, 1]],
    ['int32 f = 1;', -1, [8, ...Array(9).fill(255), 1]],
    ['uint64 f = 1;', 2n ** 64n - 1n, [8, ...Array(9).fill(255), 1]],
    ['sint32 f = 1;', -1, [8, 1]],
    ['sint64 f = 1;', -(2n ** 63n), [8, ...Array(9).fill(255), 1]],
    ['fixed32 f = 1;', 2 ** 32 - 1, [13, 255, 255, 255, 255]],
    ['sfixed64 f = 1;', -2, [9, 254, ...Array(7).fill(255)]],
    ['float f = 1;', 1, [13, 0, 0, 128, 63]],
    ['double f = 1;', 1, [9, 0, 0, 0, 0, 0, 0, 240, 63]],
    ['bool f = 1;', true, [8, 1]],
    ['string f = 2;', 'testing', [18, 7, 116, 101, 115, 116, 105, 110, 103]],
    ['string f = 100000;', 'é', [130, 234, 48, 2, 195, 169]],
    ['bytes f = 1;', '/w==', [10, 1, 255]],
    ['Color f = 1;', 'BLUE', [8, 254, ...Array(8).fill(255), 1]],
    ['repeated int32 f = 6;', [3, 270, 86942], [50, 6, 3, 142, 2, 158, 167, 5]],
    ['repeated int32 f = 6 [packed = false];', [3, 4], [48, 3, 48, 4]],
    ['repeated string f = 1;', ['', 'a'], [10, 0, 10, 1, 97]],
    ['map<string, int32> f = 1;', { a: 0 }, [10, 5, 10, 1, 97, 16, 0]],
    ['map<int32, Line> f = 1;', { 5: {} }, [10, 4, 8, 5, 18, 0]],
    ['Line f = 1;', { next: { sku: 'a' } }, [10, 5, 18, 3, 10, 1, 97]],
    [
      'google.protobuf.Timestamp f = 1;',
      '1970-01-01T00:00:01.5Z',
      [10, 8, 8, 1, 16, 128, 202, 181, 238, 1],
    ],
    ['google.protobuf.Duration f = 1;', '-1s', [10, 11, 8, ...Array(9).fill(255), 1]],
    ['google.protobuf.FieldMask f = 1;', 'aB,c', [10, 8, 10, 3, 97, 95, 98, 10, 1, 99]],
    ['google.protobuf.Value f = 1;', null, [10, 2, 8, 0]],
    ['google.protobuf.Int32Value f = 1;', 0, [10, 0]],
    [
      'google.protobuf.Any f = 1;',
      { '@type': 'x/Line' },
      [10, 8, 10, 6, 120, 47, 76, 105, 110, 101],
    ],
  ] as const)('writes for %s the value %s as protoc does', ([field, value, bytes]) => {
    expect([...encodeValue(proto3(field), { f: value })]).toEqual(bytes);
  });

  it.for([
    [
      'proto3 without presence',
      proto3('int32 a = 1; string b = 2; bool c = 3; Color d = 4; double e = 5;'),
      [],
    ],
    [
      'proto3 with presence',
      proto3('optional int32 a = 1; oneof x { string b = 2; } bool c = 3;'),
      [8, 0, 18, 0],
    ],
    ['proto2', proto2('optional int32 a = 1; optional bool c = 3;'), [8, 0, 24, 0]],
  ] as const)('writes zeros in %s where they say something', ([, schema, bytes]) => {
    const zeros = { a: 0, b: '', c: false, d: 'NO_COLOR', e: 0 };
    const known = schema.text.includes('e = 5') ? zeros : { a: 0, c: false };
    const value = schema.text.includes('oneof') ? { ...known, b: '' } : known;
    expect([...encodeValue(schema, value)]).toEqual(bytes);
  });

  it('tells apart a zero and its negative', () => {
    const schema = proto3('double f = 1;');
    expect(decodeValue(schema, encodeValue(schema, { f: -0 }))).toStrictEqual({ f: -0 });
  });

  it('writes groups, extensions and packed lists of proto2', () => {
    const schema = proto2(
      'optional group Part = 1 { optional int32 n = 1; } repeated int32 p = 2 [packed = true]; repeated Size s = 3; extensions 100 to 200;',
      'extend M { optional string note = 100; }',
    );
    const value = { part: { n: 5 }, p: [1, 2], s: ['SMALL', 'LARGE'], '[note]': 'x' };
    const bytes = encodeValue(schema, value);
    expect([...bytes]).toEqual([11, 8, 5, 12, 18, 2, 1, 2, 24, 1, 24, 2, 162, 6, 1, 120]);
    expect(decodeValue(schema, bytes)).toEqual(value);
  });

  it('sorts by number, whatever the order of the members', () => {
    const schema = proto3('int32 late = 9; int32 early = 2;');
    expect([...encodeValue(schema, { late: 1, early: 2 })]).toEqual([16, 2, 72, 1]);
  });

  it.for([
    ['shop.Order', { id: 1 }, [0, 8, 1]],
    ['shop.Refund', { orderId: 1 }, [2, 2, 8, 1]],
    ['shop.Order.Line', { sku: 'a' }, [4, 0, 0, 10, 1, 97]],
    ['shop.Order.Line.Note', {}, [6, 0, 0, 0]],
  ] as const)(
    'puts the prefix of a registry and the indexes of %s first',
    ([messageType, value, rest]) => {
      const bytes = encodeValue(shop, value, { schemaId: 258, messageType });
      expect([...bytes]).toEqual([0, 0, 0, 1, 2, ...rest]);
      expect(decodeValue(shop, bytes)).toEqual(value);
    },
  );

  it('counts messages only for the indexes, in the order of the text', () => {
    const schema = proto2(
      'enum E { A = 0; } message First {} optional group Part = 1 {} message Second { optional int32 n = 1; }',
    );
    const bytes = encodeValue(schema, { n: 1 }, { schemaId: 1, messageType: 'M.Second' });
    expect([...bytes.subarray(5)]).toEqual([4, 0, 2, 8, 1]);
  });

  it('writes what is long, inside of what is long', () => {
    const schema = proto3('repeated Line f = 1;');
    const sku = 'x'.repeat(20_000);
    const value = {
      f: [{ next: { next: { sku } } }, { sku: 'y'.repeat(127) }, { sku: 'z'.repeat(128) }],
    };
    expect(decodeValue(schema, encodeValue(schema, value))).toEqual(value);
  });

  it('refuses with every problem what checkValue refuses', () => {
    try {
      encodeValue(shop, { id: 'x', tags: [] });
      expect.unreachable();
    } catch (error) {
      if (!isSchemaError(error, 'invalid_value')) throw error;
      expect(error.problems.map(({ path }) => path)).toEqual(['/id', '/tags']);
    }
  });
});

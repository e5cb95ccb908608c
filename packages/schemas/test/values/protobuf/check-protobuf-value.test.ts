import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedSchema } from '../../../src/index.ts';
import { isSchemaError, parseSchema } from '../../../src/index.ts';
import type { CheckValueOptions, ValueProblem } from '../../../src/values/index.ts';
import { checkValue, decodeValue, encodeValue } from '../../../src/values/index.ts';
import { arbitraryProtoFile } from './arbitrary-proto-file.ts';
import { proto, proto2, proto3, shop } from './shop-schema.ts';

function problems(
  schema: ParsedSchema,
  value: unknown,
  options?: CheckValueOptions,
): ValueProblem[] {
  const check = checkValue(schema, value, options);
  return check.valid ? [] : check.problems;
}

const good = {
  id: 1,
  customerEmail: 'a@b',
  status: 'NEW',
  lines: [{ sku: 'a', price: 1 }],
  tags: { x: 1 },
  card: '4111',
  createdAt: '2025-01-31T09:30:00Z',
};

describe('checkValue of ProtoJSON', () => {
  it('takes names of JSON and of the file, and lets everything be absent or null', () => {
    expect(checkValue(shop, good)).toEqual({ valid: true });
    expect(checkValue(shop, { customer_email: 'a', created_at: null, lines: null })).toEqual({
      valid: true,
    });
    expect(checkValue(shop, {})).toEqual({ valid: true });
  });

  it('takes another message than the first by its full name', () => {
    expect(checkValue(shop, { orderId: '17' }, { messageType: 'shop.Refund' })).toEqual({
      valid: true,
    });
    expect(checkValue(shop, { text: 'x' }, { messageType: 'shop.Order.Line.Note' })).toEqual({
      valid: true,
    });
  });

  it('names every problem with its place, what is expected and what is there', () => {
    const wrong = {
      id: 1.5,
      customer_emial: 'a',
      status: 'PAYD',
      lines: [{ sku: 'a', price: 'cheap' }, 'x', { note: { text: 5 } }],
      tags: { 'a/b': 2 ** 31 },
      card: '4111',
      iban: 'DE',
      createdAt: 'yesterday',
    };
    expect(problems(shop, wrong)).toEqual([
      {
        path: '/iban',
        message: 'Of the oneof payment only one member may be there, but card is there too.',
        expected: 'either card or iban',
        found: 'the text "DE"',
      },
      {
        path: '/id',
        message: 'Expected int64, found the number 1.5. A value of type int64 is a whole number.',
        expected: 'int64',
        found: 'the number 1.5',
      },
      {
        path: '/status',
        message:
          'Expected one of STATUS_UNSPECIFIED, NEW, PAID (enum shop.Order.Status), found the text "PAYD". Write "PAID".',
        expected: 'one of STATUS_UNSPECIFIED, NEW, PAID (enum shop.Order.Status)',
        found: 'the text "PAYD"',
      },
      {
        path: '/lines/0/price',
        message: 'Expected double, found the text "cheap".',
        expected: 'double',
        found: 'the text "cheap"',
      },
      {
        path: '/lines/1',
        message: 'Expected message shop.Order.Line, found the text "x". Write it as an object.',
        expected: 'message shop.Order.Line',
        found: 'the text "x"',
      },
      {
        path: '/lines/2/note/text',
        message: 'Expected string, found the number 5.',
        expected: 'string',
        found: 'the number 5',
      },
      {
        path: '/tags/a~1b',
        message:
          'Expected int32, found the number 2147483648. A value of type int32 goes from -2147483648 to 2147483647.',
        expected: 'int32',
        found: 'the number 2147483648',
      },
      {
        path: '/createdAt',
        message:
          'Expected a timestamp such as "2025-01-31T09:30:00Z", found the text "yesterday". Write a moment of the years 1 to 9999 as RFC 3339 does.',
        expected: 'a timestamp such as "2025-01-31T09:30:00Z"',
        found: 'the text "yesterday"',
      },
      {
        path: '/customer_emial',
        message: 'The message shop.Order has no field of this name. Write customer_email.',
        expected: 'id, customerEmail, status, lines, tags, card, iban, createdAt',
        found: 'the text "a"',
      },
    ]);
  });

  it('tells as many problems as are asked for', () => {
    const list = proto3('repeated int32 n = 1;');
    const wrong = { n: Array(100).fill('x') };
    expect(problems(list, wrong)).toHaveLength(20);
    expect(problems(list, wrong, { maxProblems: 3 })).toHaveLength(3);
  });

  it.for([
    ['int32 f = 1;', -(2 ** 31)],
    ['int32 f = 1;', '17'],
    ['int32 f = 1;', '1e2'],
    ['int32 f = 1;', '-5.0'],
    ['uint32 f = 1;', 2 ** 32 - 1],
    ['int64 f = 1;', '-9223372036854775808'],
    ['int64 f = 1;', 2 ** 60],
    ['uint64 f = 1;', 18446744073709551615n],
    ['float f = 1;', 'NaN'],
    ['double f = 1;', '-Infinity'],
    ['double f = 1;', '1.5e300'],
    ['double f = 1;', Number.NaN],
    ['double f = 1;', 10n ** 30n],
    ['bytes f = 1;', 'aGk='],
    ['bytes f = 1;', 'aGk'],
    ['bytes f = 1;', '-_8'],
    ['bytes f = 1;', Uint8Array.of(255)],
    ['Color f = 1;', 'CRIMSON'],
    ['Color f = 1;', 1],
    ['Color f = 1;', 77],
    ['map<bool, int32> f = 1;', { true: 1, false: 2 }],
    ['map<int64, int32> f = 1;', { '-9223372036854775808': 1 }],
    ['map<string, Line> f = 1;', { ['__proto__']: {} }],
    ['optional Line f = 1;', null],
    ['google.protobuf.Timestamp f = 1;', '0001-01-01T00:00:00Z'],
    ['google.protobuf.Timestamp f = 1;', '9999-12-31T23:59:59.999999999Z'],
    ['google.protobuf.Timestamp f = 1;', '2024-02-29T12:00:00.5+05:30'],
    ['google.protobuf.Duration f = 1;', '-0.5s'],
    ['google.protobuf.Duration f = 1;', '315576000000s'],
    ['google.protobuf.FieldMask f = 1;', 'name,address.zipCode'],
    ['google.protobuf.FieldMask f = 1;', ''],
    ['google.protobuf.Struct f = 1;', { a: [1, null, { b: true }] }],
    ['google.protobuf.Value f = 1;', null],
    ['google.protobuf.ListValue f = 1;', [[], {}]],
    ['google.protobuf.NullValue f = 1;', null],
    ['google.protobuf.Int64Value f = 1;', '17'],
    ['google.protobuf.BytesValue f = 1;', 'aGk='],
    ['google.protobuf.Any f = 1;', {}],
    ['google.protobuf.Any f = 1;', { '@type': 'type.googleapis.com/Line', sku: 'x' }],
    [
      'google.protobuf.Any f = 1;',
      { '@type': 'type.googleapis.com/google.protobuf.Duration', value: '1s' },
    ],
    ['google.protobuf.Any f = 1;', { '@type': 'example.com/un.Known', value: 'aGk=' }],
  ] as const)('takes for %s the value %s', ([field, value]) => {
    const schema = proto3(field);
    expect(problems(schema, { f: value })).toEqual([]);
    expect(checkValue(schema, encodeValue(schema, { f: value }))).toEqual({ valid: true });
  });

  it.for([
    ['int32 f = 1;', 2 ** 31, '/f', 'goes from -2147483648 to 2147483647'],
    ['uint32 f = 1;', -1, '/f', 'goes from 0 to 4294967295'],
    ['int32 f = 1;', '1.5', '/f', 'is a whole number'],
    ['int32 f = 1;', ' 1', '/f', 'Expected int32'],
    ['int32 f = 1;', true, '/f', 'Expected int32, found true'],
    ['int32 f = 1;', [1], '/f', 'found a list of 1'],
    ['int64 f = 1;', 9223372036854775808n, '/f', 'goes from'],
    ['int64 f = 1;', 2 ** 63, '/f', 'Beyond 2^53 only a text or a bigint is exact'],
    ['uint64 f = 1;', `1${'0'.repeat(1000)}`, '/f', 'Expected uint64'],
    ['float f = 1;', 1e300, '/f', 'beyond what a float holds'],
    ['double f = 1;', '1e999', '/f', 'beyond what a double holds'],
    ['double f = 1;', 'nan', '/f', 'Expected double'],
    ['bool f = 1;', 'true', '/f', 'Write it without quotes.'],
    ['bool f = 1;', 1, '/f', 'Expected bool'],
    ['string f = 1;', '\ud800', '/f', 'half of a surrogate pair'],
    ['bytes f = 1;', 'a', '/f', 'It is no base64.'],
    ['bytes f = 1;', 'aG=k', '/f', 'It is no base64.'],
    ['bytes f = 1;', 'aGk==', '/f', 'It is no base64.'],
    ['bytes f = 1;', [1], '/f', 'Write it in base64.'],
    ['Color f = 1;', 'red', '/f', 'Write "RED".'],
    ['Color f = 1;', 2 ** 31, '/f', 'Expected one of NO_COLOR, RED, CRIMSON, BLUE (enum Color)'],
    ['repeated int32 f = 1;', 1, '/f', 'Write it as a list.'],
    ['repeated int32 f = 1;', [1, null], '/f/1', 'Expected int32, found null.'],
    ['repeated Line f = 1;', [null], '/f/0', 'found null'],
    ['map<string, int32> f = 1;', [1], '/f', 'Expected map<string, int32>, found a list of 1.'],
    ['map<string, int32> f = 1;', { a: null }, '/f/a', 'Expected int32, found null.'],
    ['map<int32, int32> f = 1;', { a: 1 }, '/f/a', 'Expected a key of type int32'],
    ['map<int32, int32> f = 1;', { 2147483648: 1 }, '/f/2147483648', 'goes from'],
    ['map<int32, int32> f = 1;', { 1: 1, '01': 1 }, '/f/01', 'written in another way too'],
    ['map<bool, int32> f = 1;', { True: 1 }, '/f/True', 'Expected a key of type bool'],
    ['map<string, int32> f = 1;', { '\udc00': 1 }, '/f/\udc00', 'half of a surrogate pair'],
    ['google.protobuf.Timestamp f = 1;', '2023-02-29T00:00:00Z', '/f', 'a timestamp such as'],
    ['google.protobuf.Timestamp f = 1;', '2023-02-28T00:00:00', '/f', 'a timestamp such as'],
    ['google.protobuf.Timestamp f = 1;', '2023-02-28T24:00:00Z', '/f', 'a timestamp such as'],
    ['google.protobuf.Timestamp f = 1;', '0001-01-01T00:00:00+01:00', '/f', 'years 1 to 9999'],
    ['google.protobuf.Timestamp f = 1;', { seconds: 1 }, '/f', 'found an object with seconds'],
    ['google.protobuf.Duration f = 1;', '1', '/f', 'Write seconds with an s'],
    ['google.protobuf.Duration f = 1;', '315576000001s', '/f', 'up to 10000 years'],
    ['google.protobuf.FieldMask f = 1;', 'zip_code', '/f', 'lowerCamelCase'],
    ['google.protobuf.Struct f = 1;', [], '/f', 'Write it as an object.'],
    ['google.protobuf.Struct f = 1;', { a: [Number.NaN] }, '/f/a/0', 'finite numbers only'],
    ['google.protobuf.Value f = 1;', Infinity, '/f', 'finite numbers only'],
    ['google.protobuf.ListValue f = 1;', {}, '/f', 'Write it as a list.'],
    ['google.protobuf.Int32Value f = 1;', 'x', '/f', 'int32 (google.protobuf.Int32Value)'],
    ['google.protobuf.Any f = 1;', { sku: 'x' }, '/f/@type', 'says what it is'],
    ['google.protobuf.Any f = 1;', { '@type': 'x/Lin' }, '/f/@type', 'Write x/Line.'],
    ['google.protobuf.Any f = 1;', { '@type': 'x/Line', sku: 1 }, '/f/sku', 'Expected string'],
    [
      'google.protobuf.Any f = 1;',
      { '@type': 'x/google.protobuf.Duration', value: '1s', more: 1 },
      '/f/more',
      'has no member of this name',
    ],
  ] as const)('refuses for %s the value %s', ([field, value, path, message]) => {
    expect(problems(proto3(field), { f: value })).toMatchObject([
      { path, message: expect.stringContaining(message) },
    ]);
  });

  it('refuses a field under both of its names', () => {
    expect(problems(shop, { customerEmail: 'a', customer_email: 'b' })).toMatchObject([
      {
        path: '/customer_email',
        message: 'The same field is written as customerEmail too. Write it once.',
      },
    ]);
  });

  it('demands what proto2 requires, and of an enum a number that it has', () => {
    const schema = proto2(
      'required string name = 1; optional Size size = 2; repeated group Part = 3 { required int32 n = 1; }',
    );
    expect(problems(schema, { size: 3, part: [{}] })).toMatchObject([
      { path: '/size', expected: 'one of SMALL, LARGE (enum Size)' },
      {
        path: '/part/0/n',
        message: 'The message M.Part needs its field n (int32): it is required.',
      },
      { path: '/name', message: 'The message M needs its field name (string): it is required.' },
    ]);
  });

  it('knows extensions by their full names in brackets', () => {
    const schema = proto2(
      'extensions 100 to max;',
      'message Scope { extend M { optional int32 weight = 100; } }',
    );
    expect(problems(schema, { '[Scope.weight]': 5 })).toEqual([]);
    expect(problems(schema, { '[Scope.wieght]': 5 })).toMatchObject([
      { message: 'The message M has no field of this name. Write [Scope.weight].' },
    ]);
  });

  it('takes a message of the name of a well-known one as what it is', () => {
    const schema = proto(
      'syntax = "proto3"; package google.protobuf; message Timestamp { string text = 1; }',
    );
    expect(problems(schema, { text: 'now' })).toEqual([]);
  });

  it('says which messages there are where the one that is asked for is missing', () => {
    for (const [name, advice] of [
      ['Order', 'Write shop.Order.'],
      ['shop.Refnd', 'Write shop.Refund.'],
      ['x', 'It has shop.Order, shop.Order.Line, shop.Order.Line.Note, shop.Refund.'],
    ] as const) {
      expect(() => checkValue(shop, {}, { messageType: name })).toThrow(
        `The schema has no message "${name}". ${advice}`,
      );
    }
    expect(() => checkValue(proto('syntax = "proto3"; enum E { A = 0; }'), {})).toThrow(
      'The schema defines no message',
    );
  });

  it('says so where the type of a field is unknown', () => {
    const text = 'syntax = "proto3"; import "other.proto"; message M { other.Thing thing = 1; }';
    const schema = parseSchema('PROTOBUF', text, { validation: 'stored' });
    expect(() => checkValue(schema, {})).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'invalid_schema')),
    );
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(arbitraryProtoFile, fc.jsonValue(), (text, value) => {
        const schema = proto(text);
        const check = checkValue(schema, value);
        if (check.valid) expect(encodeValue(schema, value)).toBeInstanceOf(Uint8Array);
        else expect(check.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('checkValue of bytes', () => {
  const bytes = encodeValue(shop, good);

  it('takes a message with and without the prefix of a registry', () => {
    expect(checkValue(shop, bytes)).toEqual({ valid: true });
    expect(checkValue(shop, new Uint8Array(0))).toEqual({ valid: true });
    expect(checkValue(shop, encodeValue(shop, good, { schemaId: 77 }))).toEqual({
      valid: true,
      schemaId: 77,
    });
  });

  it('demands or ignores the prefix on request', () => {
    expect(problems(shop, bytes, { wirePrefix: 'required' })).toMatchObject([
      { path: '/', offset: 0, message: expect.stringContaining('do not begin with the prefix') },
    ]);
    const prefixed = encodeValue(shop, good, { schemaId: 77 });
    expect(problems(shop, prefixed, { wirePrefix: 'none' })).toMatchObject([
      { offset: 0, message: expect.stringContaining('the field number 0') },
    ]);
  });

  it('follows the message indexes, and says where they lead nowhere', () => {
    const prefix = [0, 0, 0, 0, 7];
    const check = (...rest: number[]) => checkValue(shop, Uint8Array.from([...prefix, ...rest]));
    expect(check(0)).toEqual({ valid: true, schemaId: 7 });
    expect(check(2, 0)).toEqual({ valid: true, schemaId: 7 });
    expect(check(2, 2, 8, 1)).toEqual({ valid: true, schemaId: 7 });
    expect(check(4, 0, 0, 10, 1, 97)).toEqual({ valid: true, schemaId: 7 });
    expect(check(2, 4)).toMatchObject({
      problems: [
        {
          offset: 5,
          message: expect.stringContaining('indexes [2] at offset 5 lead to no message'),
        },
      ],
      schemaId: 7,
    });
    expect(check(4, 0)).toMatchObject({
      problems: [{ offset: 5, message: expect.stringContaining('1 byte more is there') }],
    });
    expect(check()).toMatchObject({ problems: [{ offset: 5 }] });
    expect(check(1)).toMatchObject({
      problems: [{ message: expect.stringContaining('claim -1') }],
    });
    expect(check(254, 255, 255, 255, 15)).toMatchObject({
      problems: [{ message: expect.stringContaining('claim 2147483647 message indexes') }],
    });
  });

  it('names the place where the bytes end, at every length but those where a field ends', () => {
    const ends = new Set<number>();
    for (let length = 0; length < bytes.length; length += 1) {
      const [problem] = problems(shop, bytes.subarray(0, length));
      if (problem === undefined) ends.add(length);
      else expect(problem.message).toMatch(/^The bytes end/);
    }
    expect([...ends]).toEqual([0, 2, 7, 9, 23, 30, 36]);
    expect(problems(shop, bytes.subarray(0, 5))).toEqual([
      {
        path: '/customerEmail',
        message:
          'The bytes end after 5 too early: a string at offset 4 takes 3 bytes, 1 byte is left.',
        expected: '3 bytes',
        found: '1 byte',
        offset: 4,
      },
    ]);
  });

  it.for([
    ['int32 f = 1;', [8, ...Array(10).fill(255), 1], '/f', 'is longer than 10 bytes', 1],
    [
      'int32 f = 1;',
      [13, 0, 0, 0, 0],
      '/f',
      'is written as 4 bytes at offset 0, and not as a varint',
      0,
    ],
    ['string f = 1;', [8, 1], '/f', 'is written as a varint at offset 0', 0],
    ['string f = 1;', [10, 1, 255], '/f', 'The string at offset 2 is not UTF-8.', 2],
    ['string f = 1;', [10, 5, 97], '/f', 'takes 5 bytes, 1 byte is left', 2],
    ['string f = 1;', [10, 255, 255, 255, 255, 255, 1], '/f', 'does not fit into 32 bits', 1],
    ['fixed64 f = 1;', [9, 0], '/f', 'takes 8 bytes, 1 byte is left', 1],
    ['repeated Line f = 1;', [10, 0, 10, 3, 10, 1, 255], '/f/1/sku', 'is not UTF-8', 6],
    ['repeated int32 f = 1;', [10, 2, 1, 128], '/f/1', 'in the middle of a value of type int32', 4],
    ['map<string, string> f = 1;', [10, 6, 10, 1, 107, 18, 1, 255], '/f/k', 'is not UTF-8', 7],
    ['Line f = 1;', [10, 2, 10, 1], '/f/sku', 'takes 1 byte, 0 bytes are left', 4],
    ['Line f = 1;', [10, 2, 10, 1, 97], '/f/sku', 'What is around it ends at offset 4', 4],
    ['int32 f = 1;', [0], '/', 'the field number 0', 0],
    ['int32 f = 1;', [14], '/', 'the wire type 6', 0],
    ['int32 f = 1;', [12], '/', 'ends the group 1, which has not begun', 0],
    ['int32 f = 1;', [19, 28], '/', 'ends the group 3', 1],
    ['int32 f = 1;', [19, 24, 1], '/', 'The bytes end', 3],
    [
      'google.protobuf.Timestamp f = 1;',
      [10, 11, 16, ...Array(9).fill(255), 1],
      '/f',
      'a moment of the years 1 to 9999',
      2,
    ],
    ['google.protobuf.Any f = 1;', [10, 3, 18, 1, 0], '/f', 'no type URL', 2],
    [
      'google.protobuf.Any f = 1;',
      [10, 9, 10, 4, 47, 77, 47, 77, 18, 1, 14],
      '/f',
      'the wire type 6',
      10,
    ],
  ] as const)('locates what is wrong for %s in %j', ([field, wrong, path, message, offset]) => {
    expect(problems(proto3(field), Uint8Array.from(wrong))).toMatchObject([
      { path, message: expect.stringContaining(message), offset },
    ]);
  });

  it('says which required field is missing', () => {
    const schema = proto2('optional N n = 1;', 'message N { required int32 x = 1; }');
    expect(problems(schema, Uint8Array.of(10, 0))).toEqual([
      {
        path: '/n/x',
        message: 'The message N at offset 2 needs its field x: it is required.',
        expected: 'the field x',
        found: 'nothing',
        offset: 2,
      },
    ]);
  });

  it.for([
    [
      'unknown numbers of every layout',
      [128, 1, 5, 137, 1, ...Array(8).fill(0), 146, 1, 0, 157, 1, 0, 0, 0, 0, 163, 1, 8, 1, 164, 1],
    ],
    ['lists that are packed or not', [18, 2, 1, 2, 16, 3]],
    ['integers that are written longer than needed', [8, 129, 128, 0]],
  ] as const)('takes %s', ([, good]) => {
    const schema = proto3('int32 f = 1; repeated int32 g = 2;');
    expect(problems(schema, Uint8Array.from(good))).toEqual([]);
  });

  it('never throws, and decodes whatever it accepts', () => {
    fc.assert(
      fc.property(arbitraryProtoFile, fc.uint8Array({ maxLength: 40 }), (text, any) => {
        const schema = proto(text);
        const check = checkValue(schema, any);
        if (!check.valid) expect(check.problems).toHaveLength(1);
        else {
          const value = decodeValue(schema, any);
          expect(decodeValue(schema, encodeValue(schema, value))).toEqual(value);
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchemaField, WalkOptions } from '../../../src/index.ts';
import { parseSchema, walkFields } from '../../../src/index.ts';
import { adversarialProtobuf } from '../../adversarial-protobuf.ts';
import { cpuTime } from '../../cpu-time.ts';
import { arbitraryProtobuf } from '../../structural-difference/protobuf/arbitrary-protobuf.ts';

const walk = (
  text: string,
  references: { name: string; text: string }[] = [],
  options: WalkOptions = {},
): SchemaField[] => walkFields(parseSchema('PROTOBUF', text, { references }), options);
const fields = (text: string, syntax = 'proto3'): SchemaField[] =>
  walk(`syntax = "${syntax}"; package shop; message Order { ${text} }`);
const field = (text: string, syntax?: string): SchemaField | undefined => fields(text, syntax)[0];

describe('walkFields, for Protobuf', () => {
  it('begins at the first message and opens each type where it is first used', () => {
    const found = walk(`syntax = "proto3"; package shop;
      enum Status { NEW = 0; }
      message Order {
        Customer customer = 1;
        repeated Line lines = 2;
        Customer payer = 3;
        message Unused { Line line = 1; }
      }
      message Line { map<string, Price> prices = 1; Order order = 2; }
      message Price { double amount = 1; }
      message Customer { string email = 1; }
      message Batch { repeated Order orders = 1; }`);
    expect(found.map(({ path, depth, record }) => `${depth} ${path} ${record}`)).toEqual([
      '0 customer shop.Order',
      '1 customer.email shop.Customer',
      '0 lines shop.Order',
      '1 lines[].prices shop.Line',
      '2 lines[].prices{}.amount shop.Price',
      '1 lines[].order shop.Line',
      '0 payer shop.Order',
      '0 (Order.Unused).line shop.Order.Unused',
      '0 (Batch).orders shop.Batch',
    ]);
    expect(found.flatMap(({ leadsTo, path }) => leadsTo.map((to) => [path, to]))).toEqual([
      ['customer', { type: 'shop.Customer', fieldsAt: 'customer' }],
      ['lines', { type: 'shop.Line', fieldsAt: 'lines[]' }],
      ['lines[].prices', { type: 'shop.Price', fieldsAt: 'lines[].prices{}' }],
      ['lines[].order', { type: 'shop.Order', fieldsAt: '' }],
      ['payer', { type: 'shop.Customer', fieldsAt: 'customer' }],
      ['(Order.Unused).line', { type: 'shop.Line', fieldsAt: 'lines[]' }],
      ['(Batch).orders', { type: 'shop.Order', fieldsAt: '' }],
    ]);
    expect(found.filter(({ recursive }) => recursive).map(({ path }) => path)).toEqual([
      'lines[].order',
    ]);
  });

  it('says everything of a field', () => {
    const text = `syntax = "proto2"; package shop; import "confluent/meta.proto";
      message Order {
        // How it is to be paid.
        optional Kind paid_by = 7 [default = CARD, deprecated = true, json_name = "by",
          (confluent.field_meta).tags = "PII"];
      }
      enum Kind { CARD = 0; CASH = 1; }`;
    expect(walk(text, [], { metadataTags: { '**.paid_by': ['MONEY'] } })).toEqual([
      {
        path: 'paid_by',
        pointer: undefined,
        name: 'paid_by',
        record: 'shop.Order',
        depth: 0,
        type: 'Kind',
        nullable: true,
        hasDefault: true,
        default: 'CARD',
        doc: 'How it is to be paid.',
        logicalType: undefined,
        tags: ['PII', 'MONEY'],
        aliases: [],
        symbols: ['CARD', 'CASH'],
        leadsTo: [],
        recursive: false,
        number: 7,
        presence: 'explicit',
        jsonName: 'by',
        deprecated: true,
      },
    ]);
  });

  it.for([
    ['int64 a = 1;', 'int64', 'implicit'],
    ['optional int64 a = 1;', 'int64', 'explicit'],
    ['repeated int64 a = 1;', 'array of int64', 'none'],
    ['map<string, Order> a = 1;', 'map of Order', 'none'],
    ['map<int32, string> a = 1;', 'map of string by int32', 'none'],
    ['oneof o { string a = 1; }', 'string', 'explicit'],
    ['Order a = 1;', 'Order', 'explicit'],
  ])('knows the type and the presence of %s', ([text = '', type, presence]) => {
    expect(field(text)).toMatchObject({ type, presence, nullable: presence === 'explicit' });
  });

  it('knows what proto2 has besides', () => {
    expect(field('required int64 a = 1;', 'proto2')).toMatchObject({ presence: 'required' });
    expect(field('optional int64 a = 1;', 'proto2')).toMatchObject({ presence: 'explicit' });
    const group = fields('repeated group Line = 1 { optional int32 x = 2; }', 'proto2');
    expect(group.map(({ path, type, number }) => [path, type, number])).toEqual([
      ['line', 'array of Line', 1],
      ['line[].x', 'int32', 2],
    ]);
    const defaults = (type: string, value: string) =>
      field(`optional ${type} a = 1 [default = ${value}];`, 'proto2')?.default;
    expect(defaults('int32', '-0x1F')).toEqual({ number: '-31' });
    expect(defaults('int32', '017')).toEqual({ number: '15' });
    expect(defaults('double', 'inf')).toBe('inf');
    expect(defaults('double', '1.50')).toEqual({ number: '1.50' });
    expect(defaults('bool', 'true')).toBe(true);
    expect(defaults('string', '"a\\"b"')).toBe('a"b');
    expect(field('optional int32 a = 1;', 'proto2')).toMatchObject({ hasDefault: false });
  });

  it('names the oneof, and the field in JSON', () => {
    expect(fields('oneof pay { string card_no = 1; } string user_id_2 = 2;')).toMatchObject([
      { name: 'user_id_2', jsonName: 'userId2' },
      { name: 'card_no', jsonName: 'cardNo', oneof: 'pay' },
    ]);
  });

  it('takes messages that everybody knows for values, and reads what Confluent says of them', () => {
    const text = `syntax = "proto3"; import "google/protobuf/timestamp.proto";
      import "google/type/date.proto"; import "confluent/type/decimal.proto";
      import "confluent/meta.proto";
      message M {
        google.protobuf.Timestamp at = 1;
        repeated google.type.Date days = 2;
        confluent.type.Decimal price = 3 [(confluent.field_meta) = {
          doc: "What it costs.", tags: ["A", "B"],
          params: [{ key: "precision", value: "9" }, { key: "scale", value: "2" }]
        }];
      }`;
    expect(walk(text)).toMatchObject([
      {
        path: 'at',
        type: 'google.protobuf.Timestamp',
        logicalType: { name: 'google.protobuf.Timestamp', understood: true },
        leadsTo: [],
        nullable: true,
      },
      {
        path: 'days',
        type: 'array of google.type.Date',
        logicalType: { name: 'google.type.Date' },
      },
      {
        path: 'price',
        doc: 'What it costs.',
        tags: ['A', 'B'],
        logicalType: { name: 'confluent.type.Decimal', precision: 9, scale: 2 },
      },
    ]);
    expect(
      walk('syntax = "proto3"; package google.type; message Date { int32 year = 1; }'),
    ).toMatchObject([{ path: 'year', logicalType: undefined }]);
  });

  it('opens messages of imports that are used', () => {
    const references = [
      {
        name: 'a.proto',
        text: 'syntax = "proto2"; package a; message A { optional int32 x = 1; } message Unused { optional int32 y = 1; }',
      },
    ];
    const text = 'syntax = "proto3"; import "a.proto"; message M { a.A a = 1; }';
    expect(walk(text, references)).toMatchObject([
      { path: 'a', type: 'A' },
      { path: 'a.x', record: 'a.A', presence: 'explicit' },
    ]);
  });

  it('calls types by their full name where two share the short one', () => {
    const text = `syntax = "proto3"; package p;
      message A { message X {} X x = 1; } message B { message X {} X x = 1; }`;
    expect(walk(text).map(({ type }) => type)).toEqual(['p.A.X', 'p.B.X']);
  });

  it('tells what is added by extend', () => {
    const text = `syntax = "proto3"; package p; import "google/protobuf/descriptor.proto";
      message Rule { string get = 1; }
      message Holder { extend google.protobuf.FieldOptions { string inner = 5002; } }
      extend google.protobuf.FieldOptions { Rule rule = 5001; }`;
    expect(walk(text).map(({ path, record, number }) => [path, record, number])).toEqual([
      ['get', 'p.Rule', 1],
      ['(extend google.protobuf.FieldOptions).rule', 'google.protobuf.FieldOptions', 5001],
      ['(extend google.protobuf.FieldOptions).Holder.inner', 'google.protobuf.FieldOptions', 5002],
    ]);
  });

  it('has each field of each message once, under a path of its own', () => {
    fc.assert(
      fc.property(arbitraryProtobuf, (text) => {
        const found = walk(text);
        const paths = found.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        const places = found.map(({ record, number }) => `${record} ${number}`);
        expect(new Set(places).size).toBe(places.length);
        for (const { leadsTo, type } of found) {
          expect(type).not.toBe('');
          for (const { type: target, fieldsAt } of leadsTo) {
            const first = found.find(({ record }) => record === target);
            const expected = fieldsAt === '' ? first?.name : `${fieldsAt}.${first?.name}`;
            if (first !== undefined) expect(first.path).toBe(expected);
          }
        }
      }),
    );
  }, 30_000);

  it.for(Object.entries(adversarialProtobuf('bytes')))('is done with %s soon', ([, text]) => {
    const schema = parseSchema('PROTOBUF', text);
    expect(cpuTime(() => walkFields(schema))).toBeLessThan(2000);
  });
});

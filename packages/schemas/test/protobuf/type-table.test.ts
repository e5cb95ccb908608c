import { describe, expect, it } from 'vitest';
import { parseSchema } from '../../src/index.ts';
import { scalarTypes, typeTable } from '../../src/protobuf/type-table.ts';

const other = { name: 'other.proto', text: 'package shop; message Order {} message Paid {}' };
const schema = parseSchema(
  'PROTOBUF',
  `package shop.v1; import "google/protobuf/timestamp.proto";
message Order { message Line { message Order {} optional group Extra = 1 { optional int32 a = 1; } } enum State { NEW = 0; } oneof o { group InOneof = 2 { } } }
message Line {}`,
  { references: [other] },
);
const table = typeTable(schema.type === 'PROTOBUF' ? schema : fail());

function fail(): never {
  throw new Error('no Protobuf');
}

describe('the table of types', () => {
  it('has the types of the file first, a message before what is inside of it', () => {
    expect([...table.types.keys()]).toEqual([
      'shop.v1.Order',
      'shop.v1.Order.Line',
      'shop.v1.Order.Line.Order',
      'shop.v1.Order.Line.Extra',
      'shop.v1.Order.State',
      'shop.v1.Order.InOneof',
      'shop.v1.Line',
      'shop.Order',
      'shop.Paid',
      'google.protobuf.Timestamp',
    ]);
    expect(table.types.get('shop.Paid')?.importPath).toBe('other.proto');
    expect(table.types.get('shop.v1.Line')?.importPath).toBeUndefined();
    expect(table.types.get('shop.v1.Order.Line.Extra')?.type).toMatchObject({
      kind: 'message',
      fields: [{ name: 'a' }],
    });
  });

  it.for([
    ['Line', 'shop.v1.Order', 'shop.v1.Order.Line'],
    ['Line', 'shop.v1', 'shop.v1.Line'],
    ['Order', 'shop.v1.Order.Line', 'shop.v1.Order.Line.Order'],
    ['Order', 'shop.v1', 'shop.v1.Order'],
    ['Order', 'shop', 'shop.Order'],
    ['Paid', 'shop.v1.Order.Line', 'shop.Paid'],
    ['v1.Line', 'shop.v1.Order', 'shop.v1.Line'],
    ['Order.Line', 'shop.v1.Order', 'shop.v1.Order.Line'],
    ['.shop.Order', 'shop.v1.Order', 'shop.Order'],
    ['.Order', 'shop.v1', undefined],
    ['google.protobuf.Timestamp', 'shop.v1', 'google.protobuf.Timestamp'],
    ['google.protobuf.Duration', 'shop.v1', 'google.protobuf.Duration'],
    ['Duration', 'google.protobuf', 'google.protobuf.Duration'],
    ['string', 'shop.v1', undefined],
    ['Nothing', 'shop.v1', undefined],
    ['shop', 'shop.v1', undefined],
    ['Line', 'somewhere.else', undefined],
    ['__proto__', 'shop.v1', undefined],
  ] as const)('%s in %s is %s', ([written, scope, fullName]) => {
    expect(table.resolve(written, scope)?.fullName).toBe(fullName);
  });

  it('is made once for a schema', () => {
    expect(typeTable(schema.type === 'PROTOBUF' ? schema : fail())).toBe(table);
    expect(scalarTypes.size).toBe(15);
  });
});

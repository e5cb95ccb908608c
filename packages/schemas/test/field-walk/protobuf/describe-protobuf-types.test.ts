import { describe, expect, it } from 'vitest';
import { describeTypes, parseSchema } from '../../../src/index.ts';

describe('describeTypes, for Protobuf', () => {
  it('tells messages and enums in the order of their first use', () => {
    const text = `syntax = "proto3"; package shop; import "google/protobuf/timestamp.proto";
      import "confluent/meta.proto"; import "money.proto";
      enum Kind { CARD = 0; CASH = 1; }
      // An order.
      message Order {
        repeated Line lines = 1;
        google.protobuf.Timestamp at = 2;
        Kind kind = 3;
        message Line {
          option (confluent.message_meta).tags = "GOODS";
          pay.Money price = 1;
        }
      }
      message Empty {}`;
    const references = [
      {
        name: 'money.proto',
        text: 'syntax = "proto3"; package pay; message Money { int64 units = 1; } message Other {}',
      },
    ];
    const types = describeTypes(parseSchema('PROTOBUF', text, { references }), {
      metadataTags: { 'shop.*': ['SHOP'] },
    });
    expect(types.map(({ name, kind, path, fieldCount }) => [name, kind, path, fieldCount])).toEqual(
      [
        ['shop.Order', 'message', '', 3],
        ['shop.Order.Line', 'message', 'lines[]', 1],
        ['pay.Money', 'message', 'lines[].price', 1],
        ['shop.Kind', 'enum', 'kind', undefined],
        ['shop.Empty', 'message', '(Empty)', 0],
      ],
    );
    expect(types.map(({ doc }) => doc)).toEqual([
      'An order.',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(types.map(({ tags }) => tags)).toEqual([['SHOP'], ['GOODS'], [], ['SHOP'], ['SHOP']]);
    expect(types[3]?.symbols).toEqual(['CARD', 'CASH']);
  });

  it('knows a file of enums only', () => {
    const schema = parseSchema('PROTOBUF', 'syntax = "proto3"; enum E { A = 0; }');
    expect(describeTypes(schema)).toMatchObject([{ name: 'E', kind: 'enum', path: '(E)' }]);
  });
});

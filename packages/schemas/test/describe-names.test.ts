import { describe, expect, it } from 'vitest';
import { describeNames } from '../src/index.ts';

describe('describeNames', () => {
  it('finds the full names that Avro defines and uses', () => {
    const text =
      '{"type":"record","name":"x.A","fields":[{"name":"a","type":"B"},{"name":"b","type":["null","y.C","A"]},{"name":"c","type":{"type":"fixed","name":"D","size":1}},{"name":"d","type":{"type":"map","values":"D"}},{"name":"e","type":"B","default":"not checked"}]}';
    expect(describeNames('AVRO', text)).toEqual({ defines: ['x.D', 'x.A'], uses: ['x.B', 'y.C'] });
    expect(describeNames('AVRO', '"only.Used"')).toEqual({ defines: [], uses: ['only.Used'] });
  });

  it('finds the identifier and the other documents of a JSON Schema', () => {
    const text = JSON.stringify({
      $id: 'http://example.com/order.json',
      properties: {
        a: { $ref: 'item.json#/definitions/x' },
        b: { $ref: '#/definitions/y' },
        c: { $ref: 'http://example.com/order.json#/x' },
        d: { items: [{ $ref: 'http://example.com/customer.json' }, { $ref: 'part.json' }] },
      },
      definitions: { part: { $id: 'part.json' } },
      examples: [{ $ref: 'no-schema.json' }],
    });
    expect(describeNames('JSON', text)).toEqual({
      defines: ['http://example.com/order.json'],
      uses: ['item.json', 'http://example.com/customer.json'],
    });
    expect(describeNames('JSON', 'true')).toEqual({ defines: [], uses: [] });
  });

  it('follows the $ids of a JSON Schema, and knows the meta-schemas', () => {
    const text = JSON.stringify({
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'http://example.com/orders/order.json',
      definitions: {
        line: { $id: 'parts/line.json', $ref: '#/definitions/none' },
        own: { $ref: 'http://example.com/orders/parts/line.json' },
        price: { items: { $ref: '../price.json#/definitions/x' } },
        $ref: { $ref: 'unused.json' },
        anything: { $ref: 'http://json-schema.org/draft-07/schema#/definitions/stringArray' },
      },
      default: { $ref: 'no-schema.json' },
      'x-parts': { more: [{ $ref: 'more.json' }] },
    });
    expect(describeNames('JSON', text)).toEqual({
      defines: ['http://example.com/orders/order.json'],
      uses: ['../price.json', 'unused.json', 'more.json'],
    });
    expect(describeNames('JSON', '{"id":"a.json#","$ref":"a"}')).toEqual({
      defines: ['a.json'],
      uses: ['a'],
    });
  });

  it('finds the imports of Protobuf, but not those that every registry has', () => {
    const text = `syntax = "proto3";
      // import "no.proto";
      import "a/b.proto"; import public 'c.proto';
      import "google/protobuf/timestamp.proto";
      message M { string import = 1; }`;
    expect(describeNames('PROTOBUF', text)).toEqual({
      defines: [],
      uses: ['a/b.proto', 'c.proto'],
    });
  });
});

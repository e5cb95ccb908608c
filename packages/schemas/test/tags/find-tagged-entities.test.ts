import { describe, expect, it } from 'vitest';
import {
  findTaggedEntities,
  isSchemaError,
  parseSchema,
  type SchemaType,
} from '../../src/index.ts';
import { avroText, entity, jsonText, protoText } from './a-tagged-schema.ts';

const find = (type: SchemaType, text: string) => findTaggedEntities(parseSchema(type, text));

describe('the tagged entities', () => {
  it('of Avro go by the full names of their records, each record once', () => {
    expect(find('AVRO', avroText)).toEqual([
      entity('com.acme.Payment.id', ['ID']),
      entity('com.acme.line.Line', ['INNER'], 'sr_record'),
      entity('com.acme.line.Line.amount', ['MONEY', 'PII']),
    ]);
  });

  it('of Avro are those of its references too', () => {
    const text =
      '{"type":"record","name":"a.B","fields":[{"name":"x","type":"int","confluent:tags":["X"]}]}';
    const schema = parseSchema('AVRO', '{"type":"map","values":"a.B"}', {
      references: [{ name: 'a.B', text }],
    });
    expect(findTaggedEntities(schema)).toEqual([entity('a.B.x', ['X'])]);
  });

  it('of JSON Schema go by kinds of schemas and names in turn', () => {
    expect(find('JSON', jsonText)).toEqual([
      entity('object.id', ['ID']),
      entity('object.customer', ['PERSON']),
      entity('object.customer.object', ['PERSON'], 'sr_record'),
      entity('object.customer.object.full.name', ['PII']),
      entity('object.lines.array.object.amount', ['MONEY']),
      entity('object.card.oneof.1.object.pan', ['PAN']),
      entity('object.maybe.anyof.1.object.a', ['MAYBE']),
      entity('object.never.not.object.a', ['NOT']),
      entity('object.definitions.geo.Address.object.street', ['STREET']),
    ]);
  });

  it.each([
    [
      'a schema of several kinds is an allof of them',
      { if: { properties: {} }, properties: { a: 0 } },
      'allof.1.object.a',
    ],
    ['if has objects of its own', { if: { properties: { a: 0 } } }, 'conditional.if.object.a'],
    [
      'else too',
      { if: {}, else: { required: ['a'], properties: { a: 0 } } },
      'conditional.else.object.a',
    ],
    [
      'parts are counted in the order of their kinds',
      { allOf: [{ type: 'string' }, { properties: { a: 0 } }] },
      'allof.0.object.a',
    ],
    [
      'a part of several kinds counts as allof',
      { anyOf: [{ const: 1 }, { enum: [1], properties: { a: 0 } }] },
      'anyof.0.allof.1.object.a',
    ],
    [
      'elements of a tuple are numbered',
      { items: [{}, { properties: { a: 0 } }] },
      'array.1.object.a',
    ],
    [
      '$defs hang on the object',
      { type: 'object', $defs: { D: { properties: { a: 0 } } } },
      'object.$defs.D.object.a',
    ],
    [
      'or on what there is',
      { $ref: '#/definitions/D', definitions: { D: { properties: { a: 0 } } } },
      'reference.definitions.D.object.a',
    ],
    [
      'or on nothing',
      { definitions: { D: { properties: { a: 0 } } } },
      'empty.definitions.D.object.a',
    ],
    [
      'several types and a condition',
      { type: ['integer', 'object'], if: {}, properties: { a: 0 } },
      'allof.0.anyof.1.object.a',
    ],
  ])('%s', (_, schema, path) => {
    const text = JSON.stringify(schema).replace('"a":0', '"a":{"confluent:tags":["T"]}');
    expect(find('JSON', text)).toEqual([entity(path, ['T'])]);
  });

  it('of Protobuf go without the package, through messages and oneofs', () => {
    expect(find('PROTOBUF', protoText)).toEqual([
      entity('.Payment', ['OUTER'], 'sr_record'),
      entity('.Payment.id', ['ID', 'KEY']),
      entity('.Payment.amount', ['MONEY', 'PII']),
      entity('.Payment.method.card', ['PAN']),
      entity('.Payment.Line.count', ['COUNT']),
    ]);
  });

  it('are none where tags are no list of texts', () => {
    expect(
      find(
        'JSON',
        '{"type":"object","confluent:tags":"A","properties":{"a":{"confluent:tags":[1]},"b":true}}',
      ),
    ).toEqual([]);
    expect(find('JSON', 'true')).toEqual([]);
    expect(find('AVRO', '{"type":"int","confluent:tags":["A"]}')).toEqual([]);
  });

  it('have each tag once', () => {
    const text = '{"type":"object","confluent:tags":["A","B","A"]}';
    expect(find('JSON', text)).toEqual([entity('object', ['A', 'B'], 'sr_record')]);
  });
});

describe('the search for tags', () => {
  it('takes 10,000 fields', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `f${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { 'confluent:tags': ['T'] }]));
    expect(find('JSON', JSON.stringify({ properties }))).toHaveLength(10_000);
    const fields = names.map((name) => ({ name, type: 'int', 'confluent:tags': ['T'] }));
    const avro = JSON.stringify({ type: 'record', name: 'R', fields });
    expect(find('AVRO', avro)).toHaveLength(10_000);
    const lines = names.map(
      (name, at) => `int32 ${name} = ${at + 1} [(confluent.field_meta).tags = "T"];`,
    );
    expect(
      find('PROTOBUF', `syntax = "proto3"; message R { ${lines.slice(0, 9000).join('\n')} }`),
    ).toHaveLength(9000);
  });

  it('takes what is as deep as a schema can be', () => {
    let json = '{"confluent:tags":["T"]}';
    for (let level = 0; level < 495; level += 1) json = `{"properties":{"a":${json}}}`;
    expect(find('JSON', json)).toEqual([entity(`object${'.a.object'.repeat(494)}.a`, ['T'])]);
    // Far deeper than calls may nest: each record leads to the next, which is a reference.
    const references = Array.from({ length: 5000 }, (_, index) => ({
      name: `R${index}`,
      text: `{"type":"record","name":"R${index}","fields":[{"name":"next","type":"${index === 0 ? 'int' : `R${index - 1}`}","confluent:tags":["T"]}]}`,
    }));
    const chain = parseSchema('AVRO', '{"type":"array","items":"R4999"}', { references });
    expect(findTaggedEntities(chain)).toHaveLength(5000);
    let proto = 'int32 a = 1 [(confluent.field_meta).tags = "T"];';
    for (let level = 0; level < 400; level += 1) proto = `message M { ${proto} }`;
    expect(find('PROTOBUF', `syntax = "proto3"; ${proto}`)).toEqual([
      entity(`${'.M'.repeat(400)}.a`, ['T']),
    ]);
  });

  it('refuses paths that are far longer than the text', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`f${index}`, { 'confluent:tags': ['T'] }]),
    );
    const text = JSON.stringify({ properties: { ['x'.repeat(100_000)]: { properties: fields } } });
    expect(() => find('JSON', text)).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'too_large')),
    );
  });
});

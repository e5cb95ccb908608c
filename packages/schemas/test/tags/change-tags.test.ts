import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeTags,
  findTaggedEntities,
  fingerprint,
  isSchemaError,
  type ParsedSchema,
  parseSchema,
  printLosslessJson,
  type SchemaEntity,
  type SchemaType,
  type TagChanges,
  walkFields,
} from '../../src/index.ts';
import { printProtoFile } from '../../src/protobuf/printer/print-file.ts';
import { arbitraryAvro } from '../avro/arbitrary-schema.ts';
import { arbitrarySchema } from '../json/arbitrary-schema.ts';
import { arbitraryFile } from '../protobuf/arbitrary-file.ts';
import { avroText, entity, jsonText, protoText } from './a-tagged-schema.ts';

const change = (type: SchemaType, text: string, changes: TagChanges) =>
  changeTags(parseSchema(type, text), changes);

const details = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (isSchemaError(error)) return [error.code, error.details];
    throw error;
  }
  return 'nothing thrown';
};

describe('changed tags', () => {
  it('of Avro come behind those that are there, or last in the stored form', () => {
    const schema = parseSchema('AVRO', avroText);
    const text = changeTags(schema, {
      add: [
        entity('com.acme.Payment', ['NEW'], 'sr_record'),
        entity('com.acme.Payment.lines', ['NEW']),
        entity('com.acme.line.Line.amount', ['PII', 'NEW']),
      ],
      remove: [entity('com.acme.line.Line', ['INNER', 'ABSENT'], 'sr_record')],
    });
    expect(text).toBe(
      schema.text
        .replace('["MONEY","PII"]', '["MONEY","PII","NEW"]')
        .replace('}],"confluent:tags":["INNER"]}}}', '}]}},"confluent:tags":["NEW"]}')
        .replace(/\]\}$/, '],"confluent:tags":["NEW"]}'),
    );
  });

  it('of Avro stand before the aliases of a record and behind those of a field', () => {
    const text =
      '{"type":"record","name":"A","fields":[{"name":"x","type":"int","aliases":["y"]}],"aliases":["B"]}';
    const changes = { add: [entity('A', ['T'], 'sr_record'), entity('A.x', ['U'])] };
    expect(change('AVRO', text, changes)).toBe(
      '{"type":"record","name":"A","fields":[{"name":"x","type":"int","aliases":["y"],"confluent:tags":["U"]}],"confluent:tags":["T"],"aliases":["B"]}',
    );
  });

  it('of Avro are found by the bare name of a record, where no full name is the same', () => {
    const record = (namespace: string) => ({
      type: 'record',
      name: 'A',
      ...(namespace && { namespace }),
      fields: [{ name: 'x', type: 'int' }],
    });
    const text = JSON.stringify([record('a'), record('b')]);
    const bare = change('AVRO', text, { add: [entity('A.x', ['T'])] });
    expect(findTaggedEntities(parseSchema('AVRO', bare))).toEqual([entity('a.A.x', ['T'])]);
    const both = JSON.stringify([record('a'), record('')]);
    const full = change('AVRO', both, { add: [entity('A', ['T'], 'sr_record')] });
    expect(findTaggedEntities(parseSchema('AVRO', full))).toEqual([
      entity('A', ['T'], 'sr_record'),
    ]);
  });

  it('of JSON Schema leave numbers, order and everything else', () => {
    const text =
      '{"properties":{"2":{"default":1.50},"1":{"confluent:tags":["A"],"maximum":123456789012345678901234567890}},"type":"object","x":{"__proto__":null}}';
    expect(
      change('JSON', text, {
        add: [entity('object', ['R'], 'sr_record'), entity('object.1', ['B'])],
        remove: [entity('object.1', ['A'])],
      }),
    ).toBe(
      parseSchema('JSON', text)
        .text.replace('["A"]', '["B"]')
        .replace(/\}$/, ',"confluent:tags":["R"]}'),
    );
  });

  it('of JSON Schema are the same for a field and for the record that it is', () => {
    const text = '{"properties":{"a":{"type":"object"}}}';
    const add = [entity('object.a', ['F']), entity('object.a.object', ['R'], 'sr_record')];
    expect(change('JSON', text, { add })).toBe(
      '{"properties":{"a":{"type":"object","confluent:tags":["F","R"]}}}',
    );
  });

  it.each(['object.a.b.object.c', 'object.a.object.b.object.c'])(
    'of JSON Schema are found behind names with dots: %s',
    (path) => {
      const inner = { properties: { c: {} } };
      const text = JSON.stringify({
        properties: { 'a.b': inner, a: { properties: { b: inner, 'b.object.d': {} } } },
      });
      const changed = change('JSON', text, { add: [entity(path, ['T'])] });
      expect(findTaggedEntities(parseSchema('JSON', changed))).toEqual([entity(path, ['T'])]);
    },
  );

  it('of Protobuf gather what the option says in one', () => {
    const text = change('PROTOBUF', protoText, {
      add: [
        entity('.Payment', ['NEW'], 'sr_record'),
        entity('Payment.amount', ['NEW']),
        entity('Payment.card', ['NEW']),
        entity('Payment.method.card', ['OTHER']),
        entity('Payment.lines', ['NEW']),
      ],
      remove: [entity('Payment.id', ['KEY', 'ID']), entity('Payment.Line.count', ['ABSENT'])],
    });
    expect(text).toBe(`syntax = "proto3";
package com.acme;

import "confluent/meta.proto";

message Payment {
  option (confluent.message_meta) = {
    tags: [
      "OUTER",
      "NEW"
    ]
  };

  string id = 1 [(confluent.field_meta) = {
    doc: "which one"
  }];
  double amount = 2 [
    (confluent.field_meta) = {
      tags: [
        "MONEY",
        "PII",
        "NEW"
      ]
    },
    json_name = "total"
  ];
  map<string, Line> lines = 3 [(confluent.field_meta) = {
    tags: [
      "NEW"
    ]
  }];

  oneof method {
    string card = 4 [(confluent.field_meta) = {
      tags: [
        "PAN",
        "NEW",
        "OTHER"
      ]
    }];
  }

  message Line {
    int32 count = 1 [(confluent.field_meta) = {
      tags: [
        "COUNT"
      ]
    }];
  }
  enum Kind {
    option (confluent.enum_meta).tags = "ENUM";
    A = 0;
  }
}
`);
    expect(parseSchema('PROTOBUF', text).text).toBe(text);
  });

  it.each([
    [
      '[default = 1]',
      '[\n    (confluent.field_meta) = {\n      tags: [\n        "T"\n      ]\n    },\n    default = 1\n  ]',
    ],
    [
      '[(confluent.field_meta).doc = "d", deprecated = true]',
      '[\n    (confluent.field_meta) = {\n      doc: "d",\n      tags: [\n        "T"\n      ]\n    },\n    deprecated = true\n  ]',
    ],
    [
      '[(confluent.field_meta) = { doc: "d" }, (confluent.field_meta) = { tags: ["S"] }]',
      '[(confluent.field_meta) = {\n    doc: "d",\n    tags: [\n      "S",\n      "T"\n    ]\n  }]',
    ],
    [
      '[(confluent.field_meta) = { params: [{ key: "a" }] }, (confluent.field_meta).params = { key: "b" }]',
      '[(confluent.field_meta) = {\n    params: [\n      {\n        key: "a"\n      },\n      {\n        key: "b"\n      }\n    ],\n    tags: [\n      "T"\n    ]\n  }]',
    ],
  ])('of Protobuf beside %s', (options, expected) => {
    const text = `message M { optional int32 a = 1 ${options}; }`;
    const changed = change('PROTOBUF', text, { add: [entity('.M.a', ['T'])] });
    expect(changed).toBe(`\nmessage M {\n  optional int32 a = 1 ${expected};\n}\n`);
    expect(parseSchema('PROTOBUF', changed).text).toBe(changed);
  });

  it('come before others go, and an entity counts once under both spellings of its path', () => {
    const text = '{"type":"object","confluent:tags":["A","B"]}';
    const at = (path: string, ...tags: string[]) => entity(path, tags, 'sr_record');
    const changes = {
      add: [at('object', 'C'), at('.object', 'D', 'A')],
      remove: [at('object', 'A', 'C')],
    };
    expect(change('JSON', text, changes)).toBe('{"type":"object","confluent:tags":["B","D"]}');
  });

  it('are the stored text where nothing changes', () => {
    for (const schema of [
      parseSchema('AVRO', avroText),
      parseSchema('JSON', jsonText),
      parseSchema('PROTOBUF', protoText),
    ])
      expect(changeTags(schema, {})).toBe(schema.text);
  });
});

describe('a path that leads nowhere', () => {
  it.for([
    ['AVRO', avroText, 'com.acme.Payment', 'sr_field'],
    ['AVRO', avroText, 'com.acme.Payment.id', 'sr_record'],
    ['AVRO', avroText, 'com.acme.Payment.nothing', 'sr_field'],
    ['AVRO', avroText, 'com.other.Payment.id', 'sr_field'],
    ['AVRO', avroText, '', 'sr_field'],
    ['AVRO', avroText, '..com.acme.Payment', 'sr_record'],
    ['JSON', jsonText, 'object', 'sr_field'],
    ['JSON', jsonText, 'object.id', 'sr_record'],
    ['JSON', jsonText, 'object.customer.object.full', 'sr_field'],
    ['JSON', jsonText, 'object.lines.array', 'sr_record'],
    ['JSON', jsonText, 'object.address.object.street', 'sr_field'],
    ['JSON', jsonText, 'object.card.oneof.2.object.pan', 'sr_field'],
    ['JSON', jsonText, 'object.id.', 'sr_field'],
    ['JSON', 'true', 'object', 'sr_record'],
    ['PROTOBUF', protoText, 'Payment', 'sr_field'],
    ['PROTOBUF', protoText, 'Payment.method', 'sr_record'],
    ['PROTOBUF', protoText, 'Payment.method', 'sr_field'],
    ['PROTOBUF', protoText, 'Payment.other.card', 'sr_field'],
    ['PROTOBUF', protoText, 'Payment.Kind', 'sr_record'],
    ['PROTOBUF', protoText, 'com.acme.Payment', 'sr_record'],
    ['PROTOBUF', protoText, '..Payment', 'sr_record'],
  ] as const)('is refused: %s %#', ([type, text, entityPath, entityType]) => {
    const add = [entity(entityPath, ['T'], entityType)];
    expect(details(() => change(type, text, { add }))).toEqual([
      'unknown_entity',
      `No matching path '${entityPath}' found in the schema`,
    ]);
    expect(change(type, text, { add, unknown: 'ignore' })).toBe(parseSchema(type, text).text);
    expect(details(() => change(type, text, { remove: add }))).toHaveLength(2);
  });
});

/** Paths of the records and fields of an Avro or Protobuf schema; those of imported types lead nowhere. */
function namedEntities(schema: ParsedSchema): SchemaEntity[] {
  return walkFields(schema).flatMap(({ name, record }) => [
    { entityPath: record, entityType: 'sr_record' },
    { entityPath: `${record}.${name}`, entityType: 'sr_field' },
  ]);
}

const arbitrarySchemas: Record<SchemaType, fc.Arbitrary<string>> = {
  AVRO: arbitraryAvro,
  JSON: arbitrarySchema.map((value) => printLosslessJson(value)),
  PROTOBUF: arbitraryFile.map((file) => printProtoFile({ ...file, packageName: undefined })),
};

/** The paths of all objects and properties, found by giving each a tag in the text. */
function jsonEntities(text: string): SchemaEntity[] {
  const tag = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(tag);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, tag(inner)]);
    return Object.fromEntries([...entries, ['confluent:tags', ['?']]]);
  };
  const tagged = JSON.stringify(tag(JSON.parse(text)));
  return findTaggedEntities(parseSchema('JSON', tagged, { validation: 'stored' })).map(
    ({ entityPath, entityType }) => ({ entityPath, entityType }),
  );
}

describe.each(['AVRO', 'JSON', 'PROTOBUF'] as const)('any %s schema', (type) => {
  it('has the tags that were added, is as before without them, and changes in nothing else', () => {
    const tags = ['first', 'second'];
    let tagged = 0;
    fc.assert(
      fc.property(arbitrarySchemas[type], (text) => {
        const schema = parseSchema(type, text, { validation: 'stored' });
        const entities = type === 'JSON' ? jsonEntities(schema.text) : namedEntities(schema);
        const add = entities.map((each) => ({ ...each, tags }));
        const changed = changeTags(schema, { add, unknown: type === 'JSON' ? 'refuse' : 'ignore' });
        const after = parseSchema(type, changed, { validation: 'stored' });
        expect(after.text).toBe(changed);
        const found = findTaggedEntities(after);
        for (const each of found) expect(each.tags).toEqual(expect.arrayContaining(tags));
        tagged += found.length;
        if (schema.type === 'AVRO' && after.type === 'AVRO')
          expect(fingerprint(after.root, 'SHA-256')).toBe(fingerprint(schema.root, 'SHA-256'));
        if (findTaggedEntities(schema).length > 0) return;
        expect(changeTags(after, { remove: found })).toBe(schema.text);
      }),
      { numRuns: 300 },
    );
    expect(tagged).toBeGreaterThan(20);
  });
});

describe('a hostile change', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `f${index}`);

  const path = { AVRO: 'R.', JSON: 'object.', PROTOBUF: '.R.' };
  const text = {
    AVRO: () =>
      JSON.stringify({
        type: 'record',
        name: 'R',
        fields: names.map((name) => ({ name, type: 'int' })),
      }),
    JSON: () => JSON.stringify({ properties: Object.fromEntries(names.map((name) => [name, {}])) }),
    PROTOBUF: () =>
      `message R { ${names.map((name, at) => `optional int32 ${name} = ${at + 20_000};`).join('\n')} }`,
  };

  it.each(['AVRO', 'JSON', 'PROTOBUF'] as const)('of 10,000 fields is done: %s', (type) => {
    const add = names.map((name) => entity(`${path[type]}${name}`, ['T']));
    const tagged = change(type, text[type](), { add });
    expect(findTaggedEntities(parseSchema(type, tagged))).toEqual(add);
  });

  it('as deep as a schema can be is done or refused in words', () => {
    let json = '{"properties":{"a":{}}}';
    for (let level = 0; level < 498; level += 1) json = `{"properties":{"a":${json}}}`;
    const deepest = `object${'.a.object'.repeat(498)}.a`;
    expect(change('JSON', json, { add: [entity(deepest, ['T'])] })).toContain(
      '"confluent:tags":["T"]',
    );
    let avro: unknown = 'int';
    for (let level = 0; level < 330; level += 1)
      avro = { type: 'record', name: `R${level}`, fields: [{ name: 'a', type: avro }] };
    const deep = change('AVRO', JSON.stringify(avro), { add: [entity('R0.a', ['T'])] });
    expect(findTaggedEntities(parseSchema('AVRO', deep))).toEqual([entity('R0.a', ['T'])]);
  });

  it('with dots everywhere ends', () => {
    const dots = Array.from({ length: 3000 }, (_, index) => 'object'.padEnd(6 + index * 2, '.a'));
    const json = JSON.stringify({
      properties: Object.fromEntries(dots.map((name) => [name, { properties: { a: {} } }])),
    });
    const outcome = details(() =>
      change('JSON', json, { add: dots.map((name) => entity(`object.${name}.object.b`, ['T'])) }),
    );
    expect(['unknown_entity', 'too_large']).toContain(outcome[0]);
    const nested = `${'{"properties":{"a":'.repeat(400)}{}${'}}'.repeat(400)}`;
    const doubled = nested.replaceAll('"a":', '"a.object.a":{},"a":');
    const nowhere = `object${'.a.object'.repeat(300)}.nothing`;
    expect(details(() => change('JSON', doubled, { add: [entity(nowhere, ['T'])] }))[0]).toBe(
      'unknown_entity',
    );
  });
});

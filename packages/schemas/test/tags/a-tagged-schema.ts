import type { SchemaEntityType, TaggedEntity } from '../../src/index.ts';

/** An entity by its path; those that end in a name of a record are told by `sr_record`. */
export function entity(
  entityPath: string,
  tags: readonly string[],
  entityType: SchemaEntityType = 'sr_field',
): TaggedEntity {
  return { entityPath, entityType, tags };
}

/** A record of a field that is a record in another namespace, in a list; both have tags. */
export const avroText = JSON.stringify({
  type: 'record',
  name: 'Payment',
  namespace: 'com.acme',
  fields: [
    { name: 'id', type: 'string', 'confluent:tags': ['ID'] },
    {
      name: 'lines',
      type: {
        type: 'array',
        items: {
          type: 'record',
          name: 'Line',
          namespace: 'com.acme.line',
          fields: [
            { name: 'amount', type: 'double', default: 1.5, 'confluent:tags': ['MONEY', 'PII'] },
            { name: 'next', type: ['null', 'Line'], default: null },
          ],
          'confluent:tags': ['INNER'],
        },
      },
    },
    { name: 'first', type: 'com.acme.line.Line' },
  ],
});

/** An object with every way in which a schema can stand in another one. */
export const jsonText = JSON.stringify({
  type: 'object',
  properties: {
    id: { type: 'string', 'confluent:tags': ['ID'] },
    customer: {
      type: 'object',
      properties: { 'full.name': { type: 'string', 'confluent:tags': ['PII'] } },
      'confluent:tags': ['PERSON'],
    },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { amount: { 'confluent:tags': ['MONEY'] } } },
    },
    card: {
      oneOf: [
        { type: 'string' },
        { type: 'null' },
        { type: 'object', properties: { pan: { 'confluent:tags': ['PAN'] } } },
      ],
    },
    maybe: { type: ['object', 'null'], properties: { a: { 'confluent:tags': ['MAYBE'] } } },
    never: { not: { type: 'object', properties: { a: { 'confluent:tags': ['NOT'] } } } },
    address: { $ref: '#/definitions/geo.Address' },
  },
  definitions: {
    'geo.Address': { type: 'object', properties: { street: { 'confluent:tags': ['STREET'] } } },
  },
});

/** Messages in messages, with tags in both spellings. */
export const protoText = `syntax = "proto3";
package com.acme;

import "confluent/meta.proto";

message Payment {
  option (confluent.message_meta).tags = "OUTER";

  string id = 1 [(confluent.field_meta) = {
    doc: "which one",
    tags: [
      "ID",
      "KEY"
    ]
  }];
  double amount = 2 [
    (confluent.field_meta).tags = "MONEY",
    json_name = "total",
    (confluent.field_meta).tags = "PII"
  ];
  map<string, Line> lines = 3;

  oneof method {
    string card = 4 [(confluent.field_meta) = { tags: "PAN" }];
  }

  message Line {
    int32 count = 1 [(.confluent.field_meta).tags = "COUNT"];
  }

  enum Kind {
    option (confluent.enum_meta).tags = "ENUM";
    A = 0;
  }
}
`;

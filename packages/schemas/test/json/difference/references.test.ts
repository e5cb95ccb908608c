import { describe, expect, it } from 'vitest';
import { checkCompatibility, parseSchema } from '../../../src/index.ts';
import { checkCases, draft2019, draft2020 } from './check-cases.ts';

const node = (value: unknown) => ({
  type: 'object',
  properties: { next: { $ref: '#/definitions/node' }, value },
});
const list = (value: unknown) => ({
  properties: { list: { $ref: '#/definitions/node' } },
  definitions: { node: node(value) },
});

describe('references', () =>
  checkCases([
    {
      description: 'lead to what is compared',
      original: { properties: { a: { $ref: '#/definitions/X' } }, definitions: { X: {} } },
      update: { properties: { a: { $ref: '#/definitions/X' } }, definitions: { X: false } },
      changes: ['TYPE_CHANGED #/properties/a'],
      compatible: false,
    },
    {
      description: 'are as good as what they lead to',
      original: {
        properties: { a: { $ref: '#/definitions/X' } },
        definitions: { X: { type: 'null' } },
      },
      update: { properties: { a: { type: 'null' } } },
      changes: [],
      compatible: true,
    },
    {
      description: 'tell the same at every place',
      original: {
        properties: { a: { $ref: '#/definitions/X' }, b: { $ref: '#/definitions/X' } },
        definitions: { X: { maximum: 2 } },
      },
      update: {
        properties: { a: { $ref: '#/definitions/X' }, b: { $ref: '#/definitions/X' } },
        definitions: { X: { maximum: 1 } },
      },
      changes: [
        'MAXIMUM_DECREASED #/properties/a/maximum',
        'MAXIMUM_DECREASED #/properties/b/maximum',
      ],
      compatible: false,
    },
    {
      description: 'leave out what stands beside them in draft 7',
      original: { $ref: '#/definitions/X', maximum: 2, definitions: { X: {} } },
      update: { $ref: '#/definitions/X', maximum: 1, definitions: { X: {} } },
      changes: [],
      compatible: true,
    },
    {
      description: 'are a part beside others since 2019-09',
      original: { $schema: draft2019, $ref: '#/$defs/X', maximum: 2, $defs: { X: {} } },
      update: { $schema: draft2019, $ref: '#/$defs/X', maximum: 1, $defs: { X: {} } },
      changes: ['COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'that lead to references are not followed on both sides',
      original: {
        properties: { a: { $ref: '#/definitions/X' } },
        definitions: { X: { $ref: '#/definitions/Y' }, Y: { type: 'string' } },
      },
      update: {
        properties: { a: { $ref: '#/definitions/X' } },
        definitions: { X: { $ref: '#/definitions/Y' }, Y: { type: 'null' } },
      },
      changes: [],
      compatible: true,
    },
    {
      description: 'that lead to references are of a type of their own',
      original: { properties: { a: { type: 'string' } } },
      update: {
        properties: { a: { $ref: '#/definitions/X' } },
        definitions: { X: { $ref: '#/definitions/Y' }, Y: { type: 'string' } },
      },
      changes: ['TYPE_CHANGED #/properties/a'],
      compatible: false,
    },
    {
      description: 'by an anchor',
      original: { $schema: draft2020, $ref: '#x', $defs: { X: { $anchor: 'x', minItems: 1 } } },
      update: { $schema: draft2020, $ref: '#x', $defs: { X: { $anchor: 'x', minItems: 2 } } },
      changes: ['MIN_ITEMS_INCREASED #/minItems'],
      compatible: false,
    },
  ]));

describe('circles of references', () =>
  checkCases([
    {
      description: 'stay the same',
      original: list({ type: 'integer' }),
      update: list({ type: 'number' }),
      changes: [],
      compatible: true,
    },
    {
      description: 'are told once',
      original: list({ type: 'number' }),
      update: list({ type: 'integer' }),
      changes: ['TYPE_NARROWED #/properties/list/properties/value'],
      compatible: false,
    },
    {
      description: 'to the whole are told once more, as what is referred to is another schema',
      original: { properties: { all: { $ref: '#' }, a: {} } },
      update: { properties: { all: { $ref: '#' }, a: false } },
      changes: ['TYPE_CHANGED #/properties/all/properties/a', 'TYPE_CHANGED #/properties/a'],
      compatible: false,
    },
    {
      description: 'through combinations count as compatible while they are compared',
      original: {
        $ref: '#/definitions/X',
        definitions: {
          X: {
            properties: { a: { oneOf: [{ $ref: '#/definitions/X' }, { type: 'null' }] }, b: {} },
          },
        },
      },
      update: {
        $ref: '#/definitions/X',
        definitions: {
          X: {
            properties: { a: { oneOf: [{ $ref: '#/definitions/X' }, { type: 'null' }] }, b: false },
          },
        },
      },
      changes: ['TYPE_CHANGED #/properties/b'],
      compatible: false,
    },
    {
      description: 'of different lengths',
      original: list({}),
      update: {
        properties: { list: { $ref: '#/definitions/a' } },
        definitions: {
          a: { type: 'object', properties: { next: { $ref: '#/definitions/b' }, value: {} } },
          b: { type: 'object', properties: { next: { $ref: '#/definitions/a' }, value: false } },
        },
      },
      changes: ['TYPE_CHANGED #/properties/list/properties/next/properties/value'],
      compatible: false,
    },
    {
      description: 'of a schema that is nothing but itself',
      original: {
        $ref: '#/definitions/a',
        definitions: { a: { allOf: [{ $ref: '#/definitions/a' }] } },
      },
      update: {
        anyOf: [{ $ref: '#/definitions/a' }],
        definitions: { a: { not: { $ref: '#/definitions/a' } } },
      },
      changes: [],
      compatible: true,
    },
  ]));

describe('documents that are referred to', () => {
  const order = (customer: unknown) =>
    parseSchema('JSON', '{"properties":{"customer":{"$ref":"customer.json#/definitions/C"}}}', {
      references: [
        { name: 'customer.json', text: JSON.stringify({ definitions: { C: customer } }) },
      ],
    });

  it('are compared, too', () => {
    const previous = [{ version: 1, schema: order({ properties: { id: { type: 'integer' } } }) }];
    const next = order({ properties: { id: { type: 'string' } } });
    expect(checkCompatibility(next, previous, 'BACKWARD').differences).toEqual([
      {
        type: 'TYPE_CHANGED',
        path: '#/properties/customer/properties/id',
        message:
          "A type at path '#/properties/customer/properties/id' is different between the new schema and the old schema",
        direction: 'backward',
      },
    ]);
  });
});

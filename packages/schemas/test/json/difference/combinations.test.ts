import { describe } from 'vitest';
import type { DifferenceCase } from './check-cases.ts';
import { checkCases, draft7, draft2019, draft2020 } from './check-cases.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const nil = { type: 'null' };

describe('one schema and a combination', () =>
  checkCases([
    {
      description: 'becomes one of several',
      original: integer,
      update: { oneOf: [text, { type: 'number' }] },
      changes: [],
      compatible: true,
    },
    {
      description: 'may become null',
      original: { type: 'object', properties: { a: text } },
      update: { type: ['object', 'null'], properties: { a: text } },
      changes: [],
      compatible: true,
    },
    {
      description: 'fits none of several',
      original: { properties: { a: integer } },
      update: { properties: { a: { anyOf: [text, nil] } } },
      changes: ['TYPE_CHANGED #/properties/a'],
      compatible: false,
    },
    {
      description: 'is left of several',
      original: { anyOf: [text, integer] },
      update: text,
      changes: ['TYPE_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'is all of several, which is not looked at',
      original: text,
      update: { allOf: [text, {}] },
      changes: ['TYPE_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'is left of several that were all demanded',
      original: { allOf: [nil, { maxLength: 3 }] },
      update: { maxLength: 4 },
      changes: [],
      compatible: true,
    },
    ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap((criterion): DifferenceCase[] => [
      {
        description: `becomes ${criterion} of one`,
        original: integer,
        update: { [criterion]: [{ type: 'number' }] },
        changes: [],
        compatible: true,
      },
      {
        description: `was ${criterion} of one`,
        original: { [criterion]: [integer] },
        update: { type: 'number' },
        changes: [],
        compatible: true,
      },
      {
        description: `was ${criterion} of one that does not fit`,
        original: { [criterion]: [{ type: 'number' }] },
        update: integer,
        changes: ['TYPE_CHANGED #/'],
        compatible: false,
      },
    ]),
  ]));

describe('two combinations', () =>
  checkCases([
    {
      description: 'in another order',
      original: { oneOf: [text, integer, nil] },
      update: { oneOf: [nil, text, integer] },
      changes: [],
      compatible: true,
    },
    {
      description: 'one more of which one is enough',
      original: { oneOf: [text] },
      update: { oneOf: [integer, text] },
      changes: [],
      compatible: true,
    },
    {
      description: 'one less of which one is enough',
      original: { anyOf: [text, integer] },
      update: { anyOf: [text] },
      changes: ['SUM_TYPE_NARROWED #/'],
      compatible: false,
    },
    {
      description: 'one more of which all are demanded',
      original: { items: { allOf: [text, { maxLength: 3 }] } },
      update: { items: { allOf: [text, { maxLength: 3 }, { minLength: 1 }] } },
      changes: ['PRODUCT_TYPE_EXTENDED #/items'],
      compatible: false,
    },
    {
      description: 'one less of which all are demanded',
      original: { allOf: [text, nil] },
      update: { allOf: [text] },
      changes: [],
      compatible: true,
    },
    {
      description: 'a part does not fit',
      original: { anyOf: [text, integer] },
      update: { anyOf: [text, { ...integer, maximum: 3 }] },
      changes: ['COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'less, and what is left does not fit',
      original: { anyOf: [text, integer] },
      update: { anyOf: [nil] },
      changes: ['SUM_TYPE_NARROWED #/', 'COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'parts have to give way for others to find a place',
      original: { anyOf: [integer, { type: 'number' }, { ...integer, maximum: 1 }] },
      update: { anyOf: [{ ...integer, maximum: 3 }, { type: 'number' }, {}] },
      changes: [],
      compatible: true,
    },
    {
      description: 'two parts fit the same one only',
      original: { anyOf: [integer, { type: 'number' }] },
      update: { anyOf: [{ type: 'number' }, text] },
      changes: ['COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'a combination inside a combination',
      original: { anyOf: [{ oneOf: [text, { allOf: [integer, { minimum: 1 }] }] }, nil] },
      update: { anyOf: [{ oneOf: [text, { allOf: [integer, { minimum: 2 }] }] }, nil] },
      changes: ['COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'],
      compatible: false,
    },
  ]));

describe('another criterion', () => {
  const criteria = ['allOf', 'anyOf', 'oneOf'] as const;
  checkCases(
    criteria.flatMap((from) =>
      criteria.map((to): DifferenceCase => {
        const compatible = from === to || to === 'anyOf';
        return {
          description: `${from} becomes ${to}`,
          original: { [from]: [text, integer] },
          update: { [to]: [text, integer] },
          changes: compatible ? [] : ['COMBINED_TYPE_CHANGED #/'],
          compatible,
        };
      }),
    ),
  );
});

describe.each([
  ['draft 7', draft7],
  ['2019-09', draft2019],
  ['2020-12', draft2020],
])('what one schema says of several kinds, %s', (_, $schema) =>
  checkCases([
    {
      description: 'several types hold the keywords of theirs',
      original: { $schema, type: ['string', 'null'], maxLength: 3 },
      update: { $schema, type: ['string', 'null'], maxLength: 2 },
      changes: ['COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'a type more, and a keyword of it that was there already',
      original: { $schema, type: ['boolean', 'string'], minLength: 3 },
      update: { $schema, type: 'boolean', minLength: 3 },
      changes: ['COMBINED_TYPE_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'types that are all of one',
      original: { $schema, type: ['integer'] },
      update: { $schema, type: 'number' },
      changes: [],
      compatible: true,
    },
    {
      description: 'keywords of another type',
      original: { $schema, type: 'boolean' },
      update: { $schema, type: 'boolean', minLength: 3 },
      changes: ['TYPE_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'keywords of a type are removed from those of another one',
      original: { $schema, minLength: 3, minimum: 3 },
      update: { $schema, minimum: 3 },
      changes: [],
      compatible: true,
    },
    {
      description: 'a combination beside a type',
      original: { $schema, type: 'object', oneOf: [{ required: ['a'] }] },
      update: { $schema, type: 'object', oneOf: [{ required: ['a'] }], anyOf: [{}, nil] },
      changes: ['PRODUCT_TYPE_EXTENDED #/'],
      compatible: false,
    },
  ]),
);

describe('a format', () =>
  checkCases([
    {
      description: 'a format beside a number counts as a text',
      original: { type: 'integer' },
      update: { type: 'integer', format: 'int32' },
      changes: ['TYPE_CHANGED #/'],
      compatible: false,
    },
  ]));

describe('parts of several kinds in an allOf', () => {
  const original = { allOf: [{ ...text, enum: ['a'] }, { maxLength: 9 }] };
  const update = { allOf: [text, { maxLength: 9 }] };
  checkCases([
    {
      description: 'are one part each in draft 7',
      original: update,
      update: original,
      changes: ['COMBINED_TYPE_SUBSCHEMAS_CHANGED #/'],
      compatible: false,
    },
    {
      description: 'are several parts since 2019-09',
      original: { $schema: draft2019, ...update },
      update: { $schema: draft2019, ...original },
      changes: ['PRODUCT_TYPE_EXTENDED #/'],
      compatible: false,
    },
  ]);
});

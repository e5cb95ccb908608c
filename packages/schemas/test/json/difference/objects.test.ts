import { describe } from 'vitest';
import { checkCases, draft2019, draft2020 } from './check-cases.ts';

const text = { type: 'string' };
const open = (more: object) => ({ type: 'object', properties: { a: text, ...more } });
const closed = (more: object) => ({ ...open(more), additionalProperties: false });

describe('properties that are added', () =>
  checkCases([
    {
      description: 'to an open model',
      original: open({}),
      update: open({ b: text }),
      changes: ['OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/b'],
      compatible: false,
    },
    {
      description: 'to an open model, required',
      original: open({}),
      update: { ...open({ b: text }), required: ['b'] },
      changes: ['REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/b'],
      compatible: false,
    },
    {
      description: 'to an open model, required and with a default',
      original: open({}),
      update: { ...open({ b: { ...text, default: '' } }), required: ['b'] },
      changes: ['REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL #/properties/b'],
      compatible: false,
    },
    {
      description: 'to an open model, for anything',
      original: open({}),
      update: { ...open({ b: { title: 'b' }, c: true }), required: ['c'] },
      changes: [],
      compatible: true,
    },
    {
      description: 'to a closed model',
      original: closed({}),
      update: closed({ b: text }),
      changes: [],
      compatible: true,
    },
    {
      description: 'to a closed model, required',
      original: closed({}),
      update: { ...closed({ b: text }), required: ['b'] },
      changes: ['REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/b'],
      compatible: false,
    },
    {
      description: 'to a closed model, required and with a default',
      original: closed({}),
      update: {
        ...closed({ b: { $ref: '#/definitions/b', default: 1 } }),
        required: ['b'],
        definitions: { b: {} },
      },
      changes: [],
      compatible: true,
    },
    {
      description: 'a default behind a reference is none',
      original: closed({}),
      update: {
        ...closed({ b: { $ref: '#/definitions/b' } }),
        required: ['b'],
        definitions: { b: { default: 1 } },
      },
      changes: ['REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/b'],
      compatible: false,
    },
    {
      description: 'covered by the schema of additional properties',
      original: { ...open({}), additionalProperties: { maxLength: 3 } },
      update: { ...open({ b: { maxLength: 4 } }), additionalProperties: { maxLength: 3 } },
      changes: [],
      compatible: true,
    },
    {
      description: 'not covered by the schema of additional properties',
      original: { ...open({}), additionalProperties: { maxLength: 3 } },
      update: { ...open({ b: { maxLength: 2 } }), additionalProperties: { maxLength: 3 } },
      changes: [
        'MAX_LENGTH_DECREASED #/properties/b/maxLength',
        'PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/b',
      ],
      compatible: false,
    },
    {
      description: 'covered and required',
      original: { ...open({}), additionalProperties: text },
      update: { ...open({ b: text }), additionalProperties: text, required: ['b'] },
      changes: ['REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/b'],
      compatible: false,
    },
    {
      description: 'covered by a pattern, not by the schema of additional properties',
      original: { patternProperties: { '^b': text }, additionalProperties: { type: 'null' } },
      update: {
        properties: { bb: text, cb: text },
        patternProperties: { '^b': text },
        additionalProperties: { type: 'null' },
      },
      changes: [
        'TYPE_CHANGED #/properties/cb',
        'PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/cb',
      ],
      compatible: false,
    },
    {
      description: 'matched by no pattern, which makes it closed',
      original: { patternProperties: { '^b$': text } },
      update: { properties: { a: text }, patternProperties: { '^b$': text } },
      changes: [],
      compatible: true,
    },
  ]));

describe('properties that are removed', () =>
  checkCases([
    {
      description: 'from an open model',
      original: { ...open({ b: text }), required: ['b'] },
      update: open({}),
      changes: [],
      compatible: true,
    },
    {
      description: 'from a closed model',
      original: closed({ b: text }),
      update: closed({}),
      changes: ['PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/b'],
      compatible: false,
    },
    {
      description: 'from a closed model, where nothing was allowed',
      original: closed({ b: false }),
      update: closed({}),
      changes: [],
      compatible: true,
    },
    {
      description: 'covered',
      original: { ...open({ b: { type: 'integer' } }), additionalProperties: { type: 'number' } },
      update: { ...open({}), additionalProperties: { type: 'number' } },
      changes: [],
      compatible: true,
    },
    {
      description: 'not covered',
      original: { ...open({ b: { type: 'number' } }), additionalProperties: { type: 'integer' } },
      update: { ...open({}), additionalProperties: { type: 'integer' } },
      changes: [
        'TYPE_NARROWED #/properties/b',
        'PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/b',
      ],
      compatible: false,
    },
    {
      description: 'matched by a pattern that would take years elsewhere',
      original: {
        properties: { aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab: text },
        additionalProperties: false,
      },
      update: {
        patternProperties: { '^(a+)+$': text, 'a(a|aa)*b$': { ...text, maxLength: 1 } },
        additionalProperties: false,
      },
      changes: [
        'MAX_LENGTH_ADDED #/properties/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab/maxLength',
        'PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab',
      ],
      compatible: false,
    },
    {
      description: 'matched by no pattern, which makes it closed',
      original: { properties: { a: text }, patternProperties: { '^b$': text } },
      update: { patternProperties: { '^b$': text } },
      changes: ['PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/a'],
      compatible: false,
    },
  ]));

describe('required', () =>
  checkCases([
    {
      description: 'a property becomes required',
      original: open({}),
      update: { ...open({}), required: ['a'] },
      changes: ['REQUIRED_ATTRIBUTE_ADDED #/required/a'],
      compatible: false,
    },
    {
      description: 'a property with a default becomes required',
      original: { properties: { a: { default: null } } },
      update: { properties: { a: { default: null } }, required: ['a'] },
      changes: [],
      compatible: true,
    },
    {
      description: 'a property stays required, another one no more',
      original: { ...open({ b: text }), required: ['a', 'b'] },
      update: { ...open({ b: text }), required: ['b'] },
      changes: [],
      compatible: true,
    },
    {
      description: 'a name without a property',
      original: { properties: {} },
      update: { properties: {}, required: ['a'] },
      changes: [],
      compatible: true,
    },
  ]));

describe('additional properties', () => {
  const extra = (additionalProperties: unknown) => ({ type: 'object', additionalProperties });
  checkCases([
    {
      description: 'everything becomes nothing',
      original: { type: 'object' },
      update: extra(false),
      changes: ['ADDITIONAL_PROPERTIES_REMOVED #/additionalProperties'],
      compatible: false,
    },
    {
      description: 'a schema becomes nothing',
      original: extra(text),
      update: extra(false),
      changes: ['ADDITIONAL_PROPERTIES_REMOVED #/additionalProperties'],
      compatible: false,
    },
    {
      description: 'everything becomes a schema',
      original: extra(true),
      update: extra({}),
      changes: ['ADDITIONAL_PROPERTIES_NARROWED #/additionalProperties'],
      compatible: false,
    },
    {
      description: 'nothing becomes a schema',
      original: extra(false),
      update: extra(text),
      changes: [],
      compatible: true,
    },
    {
      description: 'nothing becomes everything',
      original: extra(false),
      update: { type: 'object' },
      changes: [],
      compatible: true,
    },
    {
      description: 'a schema becomes everything',
      original: extra(text),
      update: { type: 'object' },
      changes: [],
      compatible: true,
    },
    {
      description: 'a schema becomes another one',
      original: extra({ type: 'integer', maximum: 3 }),
      update: extra({ type: 'integer', maximum: 2 }),
      changes: ['MAXIMUM_DECREASED #/additionalProperties/maximum'],
      compatible: false,
    },
    {
      description: '{} becomes something else',
      original: extra({}),
      update: extra(text),
      changes: ['TYPE_CHANGED #/additionalProperties'],
      compatible: false,
    },
  ]);
});

describe('unevaluated properties', () => {
  const extra = (unevaluatedProperties: unknown, more: object = {}) => ({
    $schema: draft2020,
    type: 'object',
    properties: more,
    unevaluatedProperties,
  });
  checkCases([
    {
      description: 'everything becomes nothing',
      original: { $schema: draft2020, type: 'object', properties: {} },
      update: extra(false),
      changes: ['UNEVALUATED_PROPERTIES_REMOVED #/unevaluatedProperties'],
      compatible: false,
    },
    {
      description: '{} is everything',
      original: extra({}),
      update: extra(text),
      changes: ['UNEVALUATED_PROPERTIES_NARROWED #/unevaluatedProperties'],
      compatible: false,
    },
    {
      description: 'a schema becomes another one',
      original: extra({ minimum: 1 }),
      update: extra({ minimum: 2 }),
      changes: ['MINIMUM_INCREASED #/unevaluatedProperties/minimum'],
      compatible: false,
    },
    {
      description: 'nothing becomes a schema',
      original: extra(false),
      update: extra(text),
      changes: [],
      compatible: true,
    },
    {
      description: 'a property is added to a closed model',
      original: extra(false),
      update: extra(false, { a: text }),
      changes: [],
      compatible: true,
    },
    {
      description: 'a property is removed from a closed model',
      original: extra(false, { a: text }),
      update: extra(false),
      changes: ['PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/a'],
      compatible: false,
    },
    {
      description: 'a property is not covered',
      original: extra(text),
      update: extra(text, { a: { type: 'null' } }),
      changes: [
        'TYPE_CHANGED #/properties/a',
        'PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a',
      ],
      compatible: false,
    },
    {
      description: 'a property is added to an open model',
      original: extra({}),
      update: extra(true, { a: text }),
      changes: ['OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/a'],
      compatible: false,
    },
    {
      description: 'draft 7 does not know them',
      original: { unevaluatedProperties: true, properties: {} },
      update: { unevaluatedProperties: false, properties: {} },
      changes: [],
      compatible: true,
    },
  ]);
});

describe.each([
  ['draft 7', { dependencies: { a: ['b'] } }, { dependencies: { a: ['b', 'c'] } }],
  [
    '2019-09',
    { $schema: draft2019, dependentRequired: { a: ['b'] } },
    { $schema: draft2019, dependentRequired: { a: ['b', 'c'] } },
  ],
])('names that depend on a property, %s', (_, few, many) =>
  checkCases([
    {
      description: 'added',
      original: { properties: {} },
      update: { properties: {}, ...few },
      changes: ['DEPENDENCY_ARRAY_ADDED #/dependencies/a'],
      compatible: false,
    },
    {
      description: 'removed',
      original: { properties: {}, ...few },
      update: { properties: {} },
      changes: [],
      compatible: true,
    },
    {
      description: 'more',
      original: few,
      update: many,
      changes: ['DEPENDENCY_ARRAY_EXTENDED #/dependencies/a'],
      compatible: false,
    },
    {
      description: 'fewer',
      original: many,
      update: few,
      changes: [],
      compatible: true,
    },
    {
      description: 'others',
      original: few,
      update: { dependencies: { a: ['c'] } },
      changes: ['DEPENDENCY_ARRAY_CHANGED #/dependencies/a'],
      compatible: false,
    },
  ]),
);

describe.each([
  ['draft 7', (a: object) => ({ properties: {}, dependencies: { a } })],
  ['2020-12', (a: object) => ({ $schema: draft2020, properties: {}, dependentSchemas: { a } })],
])('schemas that depend on a property, %s', (_, depending) =>
  checkCases([
    {
      description: 'added',
      original: { properties: {} },
      update: depending({ maxProperties: 3 }),
      changes: ['DEPENDENCY_SCHEMA_ADDED #/dependencies/a'],
      compatible: false,
    },
    {
      description: 'removed',
      original: depending({ maxProperties: 3 }),
      update: { properties: {} },
      changes: [],
      compatible: true,
    },
    {
      description: 'changed',
      original: depending({ maxProperties: 3 }),
      update: depending({ maxProperties: 2 }),
      changes: ['MAX_PROPERTIES_DECREASED #/dependencies/a/maxProperties'],
      compatible: false,
    },
    {
      description: 'instead of names',
      original: { dependencies: { a: ['b'] } },
      update: depending({ maxProperties: 3 }),
      changes: ['DEPENDENCY_SCHEMA_ADDED #/dependencies/a'],
      compatible: false,
    },
  ]),
);

describe('several keywords of an object', () =>
  checkCases([
    {
      description: 'in the order of the registry',
      original: { type: 'object', properties: { a: text, b: text }, maxProperties: 4 },
      update: {
        minProperties: 1,
        maxProperties: 3,
        additionalProperties: false,
        dependencies: { a: { type: 'object' }, b: ['a'] },
        properties: { a: { type: 'null' }, b: text },
        required: ['b'],
        type: 'object',
      },
      changes: [
        'REQUIRED_ATTRIBUTE_ADDED #/required/b',
        'TYPE_CHANGED #/properties/a',
        'DEPENDENCY_ARRAY_ADDED #/dependencies/b',
        'DEPENDENCY_SCHEMA_ADDED #/dependencies/a',
        'ADDITIONAL_PROPERTIES_REMOVED #/additionalProperties',
        'MAX_PROPERTIES_DECREASED #/maxProperties',
        'MIN_PROPERTIES_ADDED #/minProperties',
      ],
      compatible: false,
    },
    {
      description: 'properties in the order of their hashes',
      original: { properties: { key: text, path: text, zeta: text, alpha: text } },
      update: { properties: { alpha: false, key: false, path: false, zeta: false } },
      changes: [
        'TYPE_CHANGED #/properties/zeta',
        'TYPE_CHANGED #/properties/path',
        'TYPE_CHANGED #/properties/alpha',
        'TYPE_CHANGED #/properties/key',
      ],
      compatible: false,
    },
    {
      description: 'names are written into paths as they are',
      original: { properties: { 'a/b': {}, "~'": {}, '': {} } },
      update: { properties: { 'a/b': false, "~'": false, '': false } },
      changes: [
        'TYPE_CHANGED #/properties/',
        'TYPE_CHANGED #/properties/a/b',
        "TYPE_CHANGED #/properties/~'",
      ],
      compatible: false,
    },
  ]));

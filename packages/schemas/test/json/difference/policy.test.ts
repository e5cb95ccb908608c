import { describe } from 'vitest';
import type { DifferenceCase } from './check-cases.ts';
import { checkCases, draft2020 } from './check-cases.ts';

const text = { type: 'string' };
const required = ['b'];

const taken: [description: string, original: object, update: object, type: string][] = [
  [
    'additional properties are forbidden',
    { properties: {} },
    { properties: {}, additionalProperties: false },
    'ADDITIONAL_PROPERTIES_REMOVED #/additionalProperties',
  ],
  [
    'additional properties are narrowed',
    { properties: {} },
    { properties: {}, additionalProperties: text },
    'ADDITIONAL_PROPERTIES_NARROWED #/additionalProperties',
  ],
  [
    'unevaluated properties are forbidden',
    { $schema: draft2020, properties: {} },
    { $schema: draft2020, properties: {}, unevaluatedProperties: false },
    'UNEVALUATED_PROPERTIES_REMOVED #/unevaluatedProperties',
  ],
  [
    'unevaluated properties are narrowed',
    { $schema: draft2020, properties: {} },
    { $schema: draft2020, properties: {}, unevaluatedProperties: text },
    'UNEVALUATED_PROPERTIES_NARROWED #/unevaluatedProperties',
  ],
  [
    'a property is added to an open model',
    { properties: {} },
    { properties: { b: text } },
    'OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/b',
  ],
  [
    'a required property with a default is added to an open model',
    { properties: {} },
    { properties: { b: { ...text, default: '' } }, required },
    'REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL #/properties/b',
  ],
  [
    'a property is removed from a closed model',
    { properties: { b: text }, additionalProperties: false },
    { properties: {}, additionalProperties: false },
    'PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/b',
  ],
];

describe('LENIENT takes what STRICT does not', () =>
  checkCases(
    taken.flatMap(([description, original, update, type]): DifferenceCase[] => [
      { description, original, update, changes: [type], compatible: false },
      {
        description: `${description}, LENIENT`,
        original,
        update,
        changes: [],
        compatible: true,
        policy: 'LENIENT',
      },
      {
        description: `${description}, LENIENT, in a combination`,
        original: { anyOf: [{ type: 'null' }, original], $schema: draft2020 },
        update: { anyOf: [{ type: 'null' }, update], $schema: draft2020 },
        changes: [],
        compatible: true,
        policy: 'LENIENT',
      },
    ]),
  ));

describe('LENIENT does not take', () =>
  checkCases([
    {
      description: 'a required property that is added to an open model',
      original: { properties: {} },
      update: { properties: { b: text }, required },
      changes: ['REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/b'],
      compatible: false,
      policy: 'LENIENT',
    },
    {
      description: 'the type of a property that is not covered',
      original: { properties: {}, additionalProperties: text },
      update: { properties: { b: { type: 'null' } }, additionalProperties: text },
      changes: ['TYPE_CHANGED #/properties/b'],
      compatible: false,
      policy: 'LENIENT',
    },
    {
      description: 'items that are added or forbidden',
      original: { items: [{}] },
      update: { items: [{}, text], additionalItems: false },
      changes: [
        'ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/1',
        'ADDITIONAL_ITEMS_REMOVED #/additionalItems',
      ],
      compatible: false,
      policy: 'LENIENT',
    },
  ]));

import { describe } from 'vitest';
import { checkCases, draft2019, draft2020 } from './check-cases.ts';

const text = { type: 'string' };
const array = (more: object) => ({ type: 'array', ...more });
const late = (more: object) => ({ $schema: draft2020, type: 'array', ...more });

describe('items', () =>
  checkCases([
    {
      description: 'added',
      original: array({}),
      update: array({ items: text }),
      changes: ['SCHEMA_ADDED #/items'],
      compatible: false,
    },
    {
      description: 'removed',
      original: array({ items: text }),
      update: array({}),
      changes: [],
      compatible: true,
    },
    {
      description: 'changed',
      original: array({ items: { type: 'integer' } }),
      update: array({ items: text }),
      changes: ['TYPE_CHANGED #/items'],
      compatible: false,
    },
    {
      description: 'of 2020-12 forbidden, as if they stood behind a tuple',
      original: late({ items: text }),
      update: late({ items: false }),
      changes: ['ADDITIONAL_ITEMS_REMOVED #/additionalItems'],
      compatible: false,
    },
    {
      description: 'of 2020-12 allowed, which is as if they were not mentioned',
      original: late({ items: true }),
      update: late({ items: {} }),
      changes: ['SCHEMA_ADDED #/items'],
      compatible: false,
    },
    {
      description: 'of draft 7 allowed',
      original: array({ items: true }),
      update: array({ items: {} }),
      changes: [],
      compatible: true,
    },
  ]));

describe.each([
  ['draft 7', 'items', 'additionalItems', {}],
  ['2019-09', 'prefixItems', 'items', { $schema: draft2019 }],
  ['2020-12', 'prefixItems', 'items', { $schema: draft2020 }],
])('tuples of %s', (_, tuple, rest, more) => {
  const open = (...items: unknown[]) => array({ ...more, [tuple]: items });
  const partly = (behind: unknown, ...items: unknown[]) => ({ ...open(...items), [rest]: behind });
  const closed = (...items: unknown[]) => partly(false, ...items);
  checkCases([
    {
      description: 'an item changes',
      original: open({}, { maximum: 3 }),
      update: open({}, { maximum: 2 }),
      changes: ['MAXIMUM_DECREASED #/items/1/maximum'],
      compatible: false,
    },
    {
      description: 'an item is added to an open tuple',
      original: open({}),
      update: open({}, text),
      changes: ['ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/1'],
      compatible: false,
    },
    {
      description: 'an item for anything is added to an open tuple',
      original: open(text),
      update: open(text, {}),
      changes: [],
      compatible: true,
    },
    {
      description: 'an item is removed from an open tuple',
      original: open({}, text),
      update: open({}),
      changes: [],
      compatible: true,
    },
    {
      description: 'an item is added to a closed tuple',
      original: closed({}),
      update: closed({}, text),
      changes: [],
      compatible: true,
    },
    {
      description: 'an item is removed from a closed tuple',
      original: closed({}, text),
      update: closed({}),
      changes: ['ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL #/items/1'],
      compatible: false,
    },
    {
      description: 'an item is removed from a closed tuple, where nothing was allowed',
      original: closed({}, false),
      update: closed({}),
      changes: [],
      compatible: true,
    },
    {
      description: 'items are added that the rest covers, and does not',
      original: partly({ type: 'integer' }, {}),
      update: partly({ type: 'integer' }, {}, { type: 'number' }, { type: 'integer', minimum: 3 }),
      changes: [
        'MINIMUM_ADDED #/items/2/minimum',
        'ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/2',
      ],
      compatible: false,
    },
    {
      description: 'items are removed that the rest covers, and does not',
      original: partly(
        { type: 'integer' },
        {},
        { type: 'number' },
        { type: 'integer', minimum: 3 },
      ),
      update: partly({ type: 'integer' }, {}),
      changes: [
        'TYPE_NARROWED #/items/1',
        'ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1',
      ],
      compatible: false,
    },
    {
      description: 'the rest is forbidden',
      original: open({}),
      update: closed({}),
      changes: ['ADDITIONAL_ITEMS_REMOVED #/additionalItems'],
      compatible: false,
    },
    {
      description: 'the rest is forbidden, where there was a schema for it',
      original: partly(text, {}),
      update: closed({}),
      changes: ['ADDITIONAL_ITEMS_REMOVED #/additionalItems'],
      compatible: false,
    },
    {
      description: 'a schema for the rest',
      original: open({}),
      update: partly(text, {}),
      changes: ['ADDITIONAL_ITEMS_NARROWED #/additionalItems'],
      compatible: false,
    },
    {
      description: 'another schema for the rest',
      original: partly({ minimum: 2 }, {}),
      update: partly({ minimum: 3 }, {}),
      changes: ['MINIMUM_INCREASED #/additionalItems/minimum'],
      compatible: false,
    },
    {
      description: 'the rest is allowed',
      original: closed({}),
      update: open({}),
      changes: [],
      compatible: true,
    },
  ]);
});

describe('unevaluated items', () =>
  checkCases([
    {
      description: 'forbidden',
      original: late({ prefixItems: [{}] }),
      update: late({ prefixItems: [{}], unevaluatedItems: false }),
      changes: ['UNEVALUATED_ITEMS_REMOVED #/unevaluatedItems'],
      compatible: false,
    },
    {
      description: '{} is everything',
      original: late({ unevaluatedItems: {} }),
      update: late({ unevaluatedItems: text }),
      changes: ['UNEVALUATED_ITEMS_NARROWED #/unevaluatedItems'],
      compatible: false,
    },
    {
      description: 'another schema',
      original: late({ unevaluatedItems: { maxLength: 3 } }),
      update: late({ unevaluatedItems: { maxLength: 2 } }),
      changes: ['MAX_LENGTH_DECREASED #/unevaluatedItems/maxLength'],
      compatible: false,
    },
    {
      description: 'close a tuple',
      original: late({ prefixItems: [{}, text], unevaluatedItems: false }),
      update: late({ prefixItems: [{}], unevaluatedItems: false }),
      changes: ['ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL #/items/1'],
      compatible: false,
    },
    {
      description: 'cover an item',
      original: late({ prefixItems: [{}], unevaluatedItems: text }),
      update: late({ prefixItems: [{}, { type: 'null' }], unevaluatedItems: text }),
      changes: [
        'TYPE_CHANGED #/items/1',
        'ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1',
      ],
      compatible: false,
    },
    {
      description: 'draft 7 does not know them',
      original: array({ unevaluatedItems: true }),
      update: array({ unevaluatedItems: false }),
      changes: [],
      compatible: true,
    },
  ]));

describe('contains', () =>
  checkCases([
    {
      description: 'added, which demands one',
      original: late({}),
      update: late({ contains: text }),
      changes: ['MIN_CONTAINS_ADDED #/minContains'],
      compatible: false,
    },
    {
      description: 'removed',
      original: late({ contains: text, minContains: 2, maxContains: 3 }),
      update: late({}),
      changes: [],
      compatible: true,
    },
    {
      description: 'one was demanded',
      original: late({ contains: text }),
      update: late({ contains: text, minContains: 2 }),
      changes: ['MIN_CONTAINS_INCREASED #/minContains'],
      compatible: false,
    },
    {
      description: 'one is demanded',
      original: late({ contains: text, minContains: 2 }),
      update: late({ contains: text }),
      changes: [],
      compatible: true,
    },
    {
      description: 'less may be there',
      original: late({ contains: text, maxContains: 3 }),
      update: late({ contains: text, maxContains: 2 }),
      changes: ['MAX_CONTAINS_DECREASED #/maxContains'],
      compatible: false,
    },
    {
      description: 'numbers without contains',
      original: late({}),
      update: late({ minContains: 2, maxContains: 3 }),
      changes: [],
      compatible: true,
    },
    {
      description: 'draft 7 does not count',
      original: array({}),
      update: array({ contains: text, minContains: 2 }),
      changes: [],
      compatible: true,
    },
  ]));

describe('several keywords of an array', () =>
  checkCases([
    {
      description: 'in the order of the registry',
      original: array({ items: [{}, text], maxItems: 5 }),
      update: array({
        uniqueItems: true,
        minItems: 1,
        maxItems: 4,
        additionalItems: false,
        items: [{}, { type: 'null' }],
      }),
      changes: [
        'TYPE_CHANGED #/items/1',
        'ADDITIONAL_ITEMS_REMOVED #/additionalItems',
        'MAX_ITEMS_DECREASED #/maxItems',
        'MIN_ITEMS_ADDED #/minItems',
        'UNIQUE_ITEMS_ADDED #/uniqueItems',
      ],
      compatible: false,
    },
    {
      description: 'items need not be unique any more',
      original: array({ uniqueItems: true }),
      update: array({ uniqueItems: false }),
      changes: [],
      compatible: true,
    },
    {
      description: 'a tuple instead of items',
      original: array({ items: text }),
      update: array({ items: [text] }),
      changes: ['ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/0'],
      compatible: false,
    },
  ]));

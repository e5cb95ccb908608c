import { describe } from 'vitest';
import type { DifferenceCase } from './check-cases.ts';
import { checkCases, draft4, draft2019 } from './check-cases.ts';

/** A keyword that sets a limit is added, removed, raised and lowered. */
function limitCases(keyword: string, name: string, isUpper: boolean): DifferenceCase[] {
  const at = (value: number) => ({ properties: { a: { [keyword]: value } } });
  const other = keyword === 'title' ? 'x' : { properties: { a: {} } };
  const path = `#/properties/a/${keyword}`;
  const raised = isUpper ? [] : [`${name}_INCREASED ${path}`];
  const lowered = isUpper ? [`${name}_DECREASED ${path}`] : [];
  return [
    {
      description: `${keyword} stays`,
      original: at(3),
      update: at(3),
      changes: [],
      compatible: true,
    },
    {
      description: `${keyword} is raised`,
      original: at(3),
      update: at(12),
      changes: raised,
      compatible: isUpper,
    },
    {
      description: `${keyword} is lowered`,
      original: at(3),
      update: at(2),
      changes: lowered,
      compatible: !isUpper,
    },
    {
      description: `${keyword} is removed with everything about the type`,
      original: at(3),
      update: other,
      changes: [],
      compatible: true,
    },
  ];
}

function addedAndRemoved(type: string, keyword: string, name: string): DifferenceCase[] {
  return [
    {
      description: `${keyword} is added`,
      original: { type },
      update: { type, [keyword]: 3 },
      changes: [`${name}_ADDED #/${keyword}`],
      compatible: false,
    },
    {
      description: `${keyword} is removed`,
      original: { type, [keyword]: 3 },
      update: { type },
      changes: [],
      compatible: true,
    },
  ];
}

const limits: [type: string, keyword: string, name: string, isUpper: boolean][] = [
  ['string', 'maxLength', 'MAX_LENGTH', true],
  ['string', 'minLength', 'MIN_LENGTH', false],
  ['number', 'maximum', 'MAXIMUM', true],
  ['integer', 'minimum', 'MINIMUM', false],
  ['integer', 'exclusiveMaximum', 'EXCLUSIVE_MAXIMUM', true],
  ['number', 'exclusiveMinimum', 'EXCLUSIVE_MINIMUM', false],
  ['object', 'maxProperties', 'MAX_PROPERTIES', true],
  ['object', 'minProperties', 'MIN_PROPERTIES', false],
  ['array', 'maxItems', 'MAX_ITEMS', true],
  ['array', 'minItems', 'MIN_ITEMS', false],
];

describe.each(limits)('limits of %s: %s', (type, keyword, name, isUpper) =>
  checkCases([...limitCases(keyword, name, isUpper), ...addedAndRemoved(type, keyword, name)]),
);

describe('multipleOf', () => {
  const at = (multipleOf: number) => ({ type: 'number', multipleOf });
  const cases: [from: number, to: number, change: string | undefined][] = [
    [4, 4, undefined],
    [4, 2, undefined],
    [2, 4, 'EXPANDED'],
    [4, 3, 'CHANGED'],
    // What stands behind the point does not count.
    [2.5, 5, 'CHANGED'],
    [1.5, 4, 'EXPANDED'],
    [2, 0.5, 'EXPANDED'],
    // Unless nothing else is there, which stops the registry.
    [0.5, 0.25, undefined],
    [0.25, 0.5, 'EXPANDED'],
    [0.5, 0.3, 'CHANGED'],
    [0.1, 3, 'EXPANDED'],
    [1e-7, 1e-8, undefined],
  ];
  checkCases([
    ...addedAndRemoved('number', 'multipleOf', 'MULTIPLE_OF'),
    ...cases.map(([from, to, change]) => ({
      description: `${from} becomes ${to}`,
      original: at(from),
      update: at(to),
      changes: change === undefined ? [] : [`MULTIPLE_OF_${change} #/multipleOf`],
      compatible: change === undefined,
    })),
  ]);
});

describe('pattern', () =>
  checkCases([
    {
      description: 'added',
      original: { type: 'string' },
      update: { type: 'string', pattern: 'a' },
      changes: ['PATTERN_ADDED #/pattern'],
      compatible: false,
    },
    {
      description: 'removed',
      original: { type: 'string', pattern: 'a' },
      update: { type: 'string' },
      changes: [],
      compatible: true,
    },
    {
      description: 'changed, even to one that takes more',
      original: { pattern: 'aa' },
      update: { pattern: 'a' },
      changes: ['PATTERN_CHANGED #/pattern'],
      compatible: false,
    },
  ]));

describe('several keywords of a value', () =>
  checkCases([
    {
      description: 'texts in the order of the registry',
      original: { type: 'string', minLength: 1, maxLength: 9, pattern: 'a' },
      update: { pattern: 'b', minLength: 2, maxLength: 8, type: 'string' },
      changes: [
        'MAX_LENGTH_DECREASED #/maxLength',
        'MIN_LENGTH_INCREASED #/minLength',
        'PATTERN_CHANGED #/pattern',
      ],
      compatible: false,
    },
    {
      description: 'numbers in the order of the registry',
      original: { type: 'number', maximum: 9, exclusiveMaximum: 12 },
      update: {
        type: 'integer',
        multipleOf: 2,
        exclusiveMinimum: 0,
        exclusiveMaximum: 11,
        minimum: 1,
        maximum: 8,
      },
      changes: [
        'MAXIMUM_DECREASED #/maximum',
        'MINIMUM_ADDED #/minimum',
        'EXCLUSIVE_MAXIMUM_DECREASED #/exclusiveMaximum',
        'EXCLUSIVE_MINIMUM_ADDED #/exclusiveMinimum',
        'MULTIPLE_OF_ADDED #/multipleOf',
        'TYPE_NARROWED #/',
      ],
      compatible: false,
    },
    {
      description:
        'exclusiveMaximum is lowered without a maximum, which the registry cannot compare',
      original: { type: 'number', exclusiveMaximum: 9 },
      update: { type: 'number', exclusiveMaximum: 8 },
      changes: ['EXCLUSIVE_MAXIMUM_DECREASED #/exclusiveMaximum'],
      compatible: false,
    },
    {
      description: 'equal numbers that are spelled differently',
      original: { maximum: 10, multipleOf: 3 },
      update: { maximum: 10.0, multipleOf: 3 },
      changes: [],
      compatible: true,
    },
    {
      description: 'exclusiveMaximum of draft 4 is left out',
      original: { $schema: draft4, maximum: 9, exclusiveMaximum: false },
      update: { $schema: draft4, maximum: 9, exclusiveMaximum: true },
      changes: [],
      compatible: true,
    },
    {
      description: 'drafts do not matter where they say the same',
      original: { $schema: draft4, type: 'string', maxLength: 2 },
      update: { $schema: draft2019, type: 'string', maxLength: 1 },
      changes: ['MAX_LENGTH_DECREASED #/maxLength'],
      compatible: false,
    },
  ]));

import { describe, expect, it } from 'vitest';
import type { CompatibilityLevel } from '../../../src/index.ts';
import { checkCompatibility, parseSchema } from '../../../src/index.ts';
import { describeDifference } from '../../../src/json/difference/describe-difference.ts';
import type { DifferenceType } from '../../../src/json/difference/difference-types.ts';
import { differenceTypes } from '../../../src/json/difference/difference-types.ts';

function messagesOf(original: unknown, update: unknown, level: CompatibilityLevel): string[] {
  const [before, after] = level === 'FORWARD' ? [update, original] : [original, update];
  const previous = [{ version: 1, schema: parseSchema('JSON', JSON.stringify(before)) }];
  const next = parseSchema('JSON', JSON.stringify(after));
  return checkCompatibility(next, previous, level).differences.map(({ message }) => message);
}

const text = { type: 'string' };

describe('messages', () => {
  const cases: [original: object, update: object, backward: string, forward: string][] = [
    [
      text,
      { ...text, minLength: 1 },
      "The keyword at path '#/minLength' in the new schema is not present in the old schema",
      "The keyword at path '#/minLength' in the old schema is not present in the new schema",
    ],
    [
      { ...text, pattern: 'a' },
      { ...text, pattern: 'b' },
      "The value at path '#/pattern' is different between the new and old schema",
      "The value at path '#/pattern' is different between the old and new schema",
    ],
    [
      { items: text },
      { items: { type: 'null' } },
      "A type at path '#/items' is different between the new schema and the old schema",
      "A type at path '#/items' is different between the old schema and the new schema",
    ],
    [
      { maxItems: 3 },
      { maxItems: 2 },
      "The value at path '#/maxItems' in the new schema is less than its value in the old schema",
      "The value at path '#/maxItems' in the old schema is less than its value in the new schema",
    ],
    [
      { minItems: 3 },
      { minItems: 4 },
      "The value at path '#/minItems' in the new schema is more than its value in the old schema",
      "The value at path '#/minItems' in the old schema is more than its value in the new schema",
    ],
    [
      { enum: [1, 2] },
      { enum: [1] },
      "An array or combined type at path '#/enum' has fewer elements in the new schema than the old schema",
      "An array or combined type at path '#/enum' has fewer elements in the old schema than the new schema",
    ],
    [
      { allOf: [text] },
      { allOf: [text, {}] },
      "An array or combined type at path '#/' has more elements in the new schema than the old schema",
      "An array or combined type at path '#/' has more elements in the old schema than the new schema",
    ],
    [
      { properties: {} },
      { properties: { a: text } },
      "The new schema has an open content model and has a property or item at path '#/properties/a' which is missing in the old schema",
      "The old schema has an open content model and has a property or item at path '#/properties/a' which is missing in the new schema",
    ],
    [
      { properties: {}, additionalProperties: false },
      { properties: { a: text }, required: ['a'], additionalProperties: false },
      "The new schema has an unopen content model and has a required property at path '#/properties/a' which is missing in the old schema",
      "The old schema has an unopen content model and has a required property at path '#/properties/a' which is missing in the new schema",
    ],
    [
      { items: [text], additionalItems: false },
      { items: [], additionalItems: false },
      "The new has a closed content model and is missing a property or item present at path '#/items/0' in the old schema",
      "The old has a closed content model and is missing a property or item present at path '#/items/0' in the new schema",
    ],
    [
      { items: [], additionalItems: {} },
      { items: [false], additionalItems: {} },
      "The new schema has a property or item at path '#/items/0' which is missing in the old schema and is not covered by its partially open content model",
      "The old schema has a property or item at path '#/items/0' which is missing in the new schema and is not covered by its partially open content model",
    ],
    [
      { items: [text], additionalItems: { type: 'null' } },
      { items: [], additionalItems: { type: 'null' } },
      "A property or item is missing in the new schema but present at path '#/items/0' in the old schema and is not covered by its partially open content model",
      "A property or item is missing in the old schema but present at path '#/items/0' in the new schema and is not covered by its partially open content model",
    ],
    [{ type: 'array' }, { type: 'array', items: text }, '', ''],
  ];

  it.each(cases)('%j, %j', (original, update, backward, forward) => {
    expect(messagesOf(original, update, 'BACKWARD').at(-1)).toBe(backward);
    expect(messagesOf(original, update, 'FORWARD').at(-1)).toBe(forward);
  });

  it('come forward first for FULL', () => {
    expect(messagesOf({ minItems: 1, maxItems: 3 }, { minItems: 2, maxItems: 4 }, 'FULL')).toEqual([
      "The value at path '#/maxItems' in the old schema is less than its value in the new schema",
      "The value at path '#/minItems' in the new schema is more than its value in the old schema",
    ]);
  });
});

describe('differenceTypes', () => {
  const types = Object.keys(differenceTypes) as DifferenceType[];

  it('has a sentence for all but one, with its path', () => {
    const silent = types.filter((type) => {
      const sentence = describeDifference(type, '#/properties/a', 'new', 'old');
      return !sentence.includes("'#/properties/a'") || !/\bnew\b.*\bold\b/.test(sentence);
    });
    expect(silent).toEqual(['SCHEMA_ADDED']);
  });

  it('lets LENIENT take what is about properties that come and go', () => {
    const lenient = types.filter((type) => differenceTypes[type][0] === 'LENIENT');
    expect(lenient).toHaveLength(9);
    expect(lenient.filter((type) => !/PROPERT(Y|IES)/.test(type))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompatibilityPolicy, Difference, Direction } from '../../../src/index.ts';
import { isSchemaError, parseLosslessJson, printLosslessJson } from '../../../src/index.ts';
import { compareJsonSchemas } from '../../../src/json/difference/compare-json-schemas.ts';
import { parseJsonSchema } from '../../../src/json/parse.ts';
import { adversarialSchemas } from '../adversarial-schemas.ts';
import { arbitrarySchema } from '../arbitrary-schema.ts';
import { arbitraryPair } from './arbitrary-pair.ts';

const policies = fc.constantFrom<CompatibilityPolicy>('STRICT', 'LENIENT');
const directions = fc.constantFrom<Direction>('backward', 'forward');

function compare(
  old: string,
  next: string,
  direction: Direction = 'backward',
  policy: CompatibilityPolicy = 'STRICT',
): Difference[] {
  const [before, after] = [old, next].map((text) =>
    parseJsonSchema(text, { validation: 'stored' }),
  );
  if (before === undefined || after === undefined) throw new Error('two schemas were given');
  return compareJsonSchemas(after, before, direction, policy);
}

/** What comparing comes to: a number of differences, or the code of a refusal. */
function outcomeOf(old: string, next: string): number | string {
  try {
    return compare(old, next).length;
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    return error.code;
  }
}

const kinds = (differences: readonly Difference[]) =>
  differences.map(({ type, path }) => `${type} ${path}`);

describe('compareJsonSchemas', () => {
  it('finds nothing between a schema and itself, be it a schema or not', () => {
    const texts = fc.oneof(
      arbitraryPair.map(([text]) => text),
      arbitrarySchema.map((schema) => printLosslessJson(schema)),
    );
    fc.assert(
      fc.property(texts, policies, directions, (text, policy, direction) => {
        expect(compare(text, text, direction, policy)).toEqual([]);
      }),
    );
  });

  it('says the same whatever the order of keys', () => {
    const sorted = (text: string) => printLosslessJson(parseLosslessJson(text), { sortKeys: true });
    fc.assert(
      fc.property(arbitraryPair, policies, ([old, next], policy) => {
        const differences = compare(old, next, 'backward', policy);
        expect(kinds(compare(sorted(old), sorted(next), 'backward', policy)).sort()).toEqual(
          kinds(differences).sort(),
        );
      }),
    );
  });

  it('says forward what it says backward of the exchanged schemas', () => {
    fc.assert(
      fc.property(arbitraryPair, policies, ([old, next], policy) => {
        const backward = compare(old, next, 'backward', policy);
        expect(kinds(compare(next, old, 'forward', policy))).toEqual(kinds(backward));
      }),
    );
  });

  it('takes with LENIENT whatever it takes with STRICT', () => {
    fc.assert(
      fc.property(arbitraryPair, ([old, next]) => {
        fc.pre(compare(old, next).length === 0);
        expect(compare(old, next, 'backward', 'LENIENT')).toEqual([]);
      }),
    );
  });

  it('takes everything with a schema that takes anything', () => {
    fc.assert(
      fc.property(arbitraryPair, policies, ([text], policy) => {
        expect(compare(text, '{}', 'backward', policy)).toEqual([]);
        expect(compare('false', text, 'backward', policy)).toEqual([]);
      }),
    );
  });

  it('tells of nothing that is not the reader and the writer', () => {
    fc.assert(
      fc.property(arbitraryPair, directions, ([old, next], direction) => {
        for (const difference of compare(old, next, direction)) {
          expect(difference.direction).toBe(direction);
          expect(difference.path).toMatch(/^#\//);
          if (difference.type !== 'SCHEMA_ADDED')
            expect(difference.message).toContain(difference.path);
        }
      }),
    );
  });
});

describe('schemas that are too much', () => {
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const members = (count: number, make: (index: number) => unknown): object =>
    Object.fromEntries(times(count, (index) => [`p${index}`, make(index)]));

  function branches(levels: number, leaf: unknown): unknown {
    if (levels === 0) return leaf;
    return {
      anyOf: times(30, (index) => ({
        properties: { a: branches(levels - 1, leaf) },
        minProperties: index,
      })),
    };
  }

  function chain(length: number, end: unknown): object {
    const definitions = members(length, (index) =>
      index === length - 1 ? end : { items: { $ref: `#/definitions/p${index + 1}` } },
    );
    return { $ref: '#/definitions/p0', definitions };
  }

  /** Every definition is used by all others, in a combination or not. */
  function tangle(count: number, end: unknown, combined: boolean): object {
    const references = times(count, (index) => ({ $ref: `#/definitions/p${index}` }));
    const definitions = members(count, () => ({
      properties: combined ? { a: { anyOf: references }, end } : { ...references, end },
    }));
    return { $ref: '#/definitions/p0', definitions };
  }

  const pairs: [description: string, old: unknown, next: unknown, outcome: number | string][] = [
    ['branches in branches', branches(3, { maximum: 2 }), branches(3, { maximum: 1 }), 'too_large'],
    [
      '2,000 branches',
      { oneOf: times(2000, (maximum) => ({ maximum })) },
      { oneOf: times(2000, (minimum) => ({ minimum })) },
      'too_large',
    ],
    [
      '5,000 properties',
      { properties: members(5000, () => ({})) },
      { properties: members(5000, () => false) },
      5000,
    ],
    ['1,000 references', chain(1000, { minimum: 1 }), chain(1000, { minimum: 2 }), 1],
    [
      'doubling',
      {
        $ref: '#/definitions/p0',
        definitions: members(40, (index) => ({
          items: [{ $ref: `#/definitions/p${index + 1}` }, { $ref: `#/definitions/p${index + 1}` }],
        })),
      },
      {
        $ref: '#/definitions/p0',
        definitions: {
          ...members(40, (index) => ({
            items: [
              { $ref: `#/definitions/p${index + 1}` },
              { $ref: `#/definitions/p${index + 1}` },
            ],
          })),
          p40: false,
        },
      },
      'too_large',
    ],
    ['a tangle that stays the same', tangle(100, {}, false), tangle(100, {}, false), 0],
    ['a tangle', tangle(100, {}, false), tangle(100, false, false), 'too_large'],
    ['a tangle of combinations', tangle(100, {}, true), tangle(100, false, true), 'too_large'],
    [
      'patterns',
      { properties: members(5000, () => ({})), additionalProperties: false },
      {
        patternProperties: Object.fromEntries(times(500, (index) => [`(p+)+${index}x`, {}])),
        additionalProperties: false,
      },
      'too_large',
    ],
    [
      'long enums',
      { anyOf: times(100, (index) => ({ enum: times(100, (value) => value + index) })) },
      { anyOf: times(100, (index) => ({ enum: times(100, (value) => value - index) })) },
      'too_large',
    ],
  ];

  it.each(pairs)(
    '%s',
    (_, old, next, outcome) => {
      expect(outcomeOf(JSON.stringify(old), JSON.stringify(next))).toBe(outcome);
    },
    60_000,
  );

  it('are compared with each other or refused in words', () => {
    const texts = Object.values(adversarialSchemas()).filter((text) => text.length < 300_000);
    const outcomes = texts.flatMap((old, index) => {
      const next = texts[(index + 1) % texts.length] ?? old;
      return [outcomeOf(old, next), outcomeOf(old, old)];
    });
    expect(outcomes.filter((each) => typeof each === 'string' && each !== 'too_large')).toEqual([]);
    expect(outcomes).toContain(0);
  }, 60_000);

  it('nest as deep as a text may', () => {
    const nested = (end: unknown) => times(900, () => 0).reduce<unknown>((not) => ({ not }), end);
    const [old, next] = [nested({ type: 'string' }), nested({ type: 'null' })];
    expect(outcomeOf(JSON.stringify(old), JSON.stringify(next))).toBe(1);
  });
});

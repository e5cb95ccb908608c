import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DangerousChange } from '../../../src/index.ts';
import {
  checkCompatibility,
  dangerRules,
  diffSchemas,
  findDangerousChanges,
  isSchemaError,
  parseSchema,
} from '../../../src/index.ts';
import { cpuTime } from '../../cpu-time.ts';
import {
  arbitraryJsonPair,
  arbitraryJsonSchema,
} from '../../field-walk/json/arbitrary-json-schema.ts';
import { hostileJsonSchemas } from '../../field-walk/json/hostile-json-schemas.ts';
import { dangerCases } from './danger-cases.ts';

const parseText = (text: string) => parseSchema('JSON', text, { validation: 'stored' });
const parse = (schema: unknown) => parseText(JSON.stringify(schema));
const find = (before: unknown, after: unknown): DangerousChange[] =>
  findDangerousChanges(parse(before), parse(after));
const LEVELS = ['BACKWARD', 'FORWARD', 'FULL'] as const;
const rules = dangerRules.filter(({ appliesTo }) => appliesTo.includes('JSON'));

function acceptedLevels(before: unknown, after: unknown): string[] {
  const previous = [{ version: 1, schema: parse(before) }];
  return LEVELS.filter((level) => checkCompatibility(parse(after), previous, level).compatible);
}

describe('findDangerousChanges, for JSON Schema', () => {
  it.for(dangerCases)('judges %s', ([, before, after, ...expected]) => {
    const found = find(before, after);
    expect(
      found.map(({ rule, severity, acceptedAt }) => [rule, severity, acceptedAt.join(' ')]),
    ).toEqual(expected);
    for (const { acceptedAt } of found) expect(acceptedAt).toEqual(acceptedLevels(before, after));
  });

  it.for(dangerCases)('judges %s in the same way beside another change', ([, before, after]) => {
    const commented = { ...Object(after), $comment: 'So that there are two changes.' };
    const shown = (found: DangerousChange[]) =>
      found.map(({ rule, path, acceptedAt }) => [rule, path, acceptedAt]);
    expect(shown(find(before, commented))).toEqual(shown(find(before, after)));
  });

  it('has a case for each rule', () => {
    const covered = new Set(dangerCases.flatMap(([, , , ...found]) => found.map(([rule]) => rule)));
    expect([...covered].sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('says what happens to data and what to do', () => {
    const array = { type: 'array', items: { type: 'string' } };
    expect(find(array, { ...array, contains: { const: 'x' } })).toEqual([
      {
        rule: 'restriction-not-compared',
        severity: 'error',
        path: '',
        message:
          "New readers refuse stored data that does not fit this, and a registry takes it: it does not compare 'contains'.",
        advice: 'Make sure that all stored data fits, or use a new property or a new topic.',
        acceptedAt: ['BACKWARD', 'FORWARD', 'FULL'],
      },
    ]);
  });

  it('judges each change alone, also where a registry refuses the whole', () => {
    const before = {
      type: 'object',
      properties: { a: { type: 'integer' }, b: { type: 'string' } },
    };
    const after = { type: 'object', properties: { a: { type: 'number' }, b: { type: 'boolean' } } };
    expect(acceptedLevels(before, after)).toEqual([]);
    expect(find(before, after)).toMatchObject([
      { rule: 'integer-became-number', path: 'a', acceptedAt: ['BACKWARD'] },
    ]);
  });

  it('goes by the policy of the registry', () => {
    const object = (name: string) => ({
      type: 'object',
      properties: { [name]: { type: 'string' } },
    });
    const [before, after] = [parse(object('user_id')), parse(object('userId'))];
    const found = findDangerousChanges(before, after, { policy: 'LENIENT' });
    expect(found.map(({ rule, acceptedAt }) => [rule, acceptedAt])).toEqual([
      ['property-renamed', ['BACKWARD', 'FORWARD', 'FULL']],
    ]);
    const more = { type: 'object', properties: { userId: true, more: { type: 'integer' } } };
    expect(findDangerousChanges(after, parse(more), { policy: 'LENIENT' })).toMatchObject([
      { rule: 'type-widened', path: 'userId' },
      { rule: 'property-added-to-open-object', acceptedAt: ['BACKWARD', 'FORWARD', 'FULL'] },
    ]);
  });

  it('takes a number that is spelt otherwise for the same default', () => {
    const text = (fallback: string) => `{"type":"number","default":${fallback}}`;
    expect(findDangerousChanges(parseText(text('1')), parseText(text('1.0')))).toEqual([]);
    expect(findDangerousChanges(parseText(text('1')), parseText(text('1.5')))).toHaveLength(1);
  });

  it('finds nothing in a schema and itself, nor in another description', () => {
    fc.assert(
      fc.property(arbitraryJsonSchema, (text) => {
        const schema = parseText(text);
        expect(findDangerousChanges(schema, schema)).toEqual([]);
        const described = JSON.parse(text);
        if (typeof described !== 'object') return;
        described.description = 'Other words.';
        expect(findDangerousChanges(schema, parse(described))).toEqual([]);
      }),
    );
  });

  it('only judges what the structural difference tells, at the levels that take it', () => {
    fc.assert(
      fc.property(arbitraryJsonPair, ([before, after]) => {
        const [old, next] = [parseText(before), parseText(after)];
        const changes = diffSchemas(old, next);
        const paths = changes.map(({ path }) => path);
        const dangers = findDangerousChanges(old, next);
        for (const { path, message, acceptedAt } of dangers) {
          expect(paths).toContain(path);
          expect(message).toMatch(/\.$/);
          expect(acceptedAt).not.toEqual([]);
        }
        const [danger] = dangers;
        if (changes.length !== 1 || danger === undefined || danger.rule === 'title-changed') return;
        expect(danger.acceptedAt).toEqual(acceptedLevels(JSON.parse(before), JSON.parse(after)));
      }),
      { numRuns: 300 },
    );
  });

  const [integers, strings] = [hostileJsonSchemas('integer'), hostileJsonSchemas('string')];
  it.for(Object.keys(integers))('is soon done with %s', (name) => {
    const [old, next] = [parseText(integers[name] ?? ''), parseText(strings[name] ?? '')];
    const time = cpuTime(() => {
      try {
        findDangerousChanges(old, next);
      } catch (error) {
        expect(isSchemaError(error, 'too_large')).toBe(true);
      }
    });
    expect(time).toBeLessThan(3000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DangerousChange } from '../../src/index.ts';
import {
  checkCompatibility,
  dangerRules,
  diffSchemas,
  findDangerousChanges,
  parseAvro,
} from '../../src/index.ts';
import { adversarialSchemas } from '../adversarial-schemas.ts';
import { arbitraryPair } from '../avro/arbitrary-pair.ts';
import { arbitraryAvro } from '../avro/arbitrary-schema.ts';
import { cpuClock } from '../cpu-time.ts';
import { dangerCases, decimal, logical, long, value } from './danger-cases.ts';

const parse = (schema: unknown) => parseAvro(JSON.stringify(schema), { validation: 'stored' });
const find = (before: unknown, after: unknown): DangerousChange[] =>
  findDangerousChanges(parse(before), parse(after));

const LEVELS = ['BACKWARD', 'FORWARD', 'FULL'] as const;

describe('findDangerousChanges', () => {
  it.for(dangerCases)('judges %s', ([, before, after, ...expected]) => {
    const found = find(before, after);
    expect(
      found.map(({ rule, severity, acceptedAt }) => [rule, severity, acceptedAt.join(' ')]),
    ).toEqual(expected);
    const levels = found.flatMap(({ acceptedAt }) => acceptedAt);
    // With null made possible at the same time, that alone goes backward only.
    const backwardOnly = diffSchemas(parse(before), parse(after)).some(
      (change) => change.kind === 'made_nullable',
    );
    for (const level of levels.filter((accepted) => !backwardOnly || accepted === 'BACKWARD')) {
      const previous = [{ version: 1, schema: parse(before) }];
      expect([level, checkCompatibility(parse(after), previous, level).compatible]).toEqual([
        level,
        true,
      ]);
    }
  });

  it('has a case for each rule', () => {
    const covered = new Set(dangerCases.flatMap(([, , , ...found]) => found.map(([rule]) => rule)));
    const rules = dangerRules.filter(({ appliesTo }) => appliesTo.includes('AVRO'));
    expect([...covered].sort()).toEqual(rules.map(({ id }) => id).sort());
    expect(new Set(dangerRules.map(({ id }) => id)).size).toBe(dangerRules.length);
  });

  it('says what happens to data and what to do', () => {
    expect(find(value(decimal(9, 2)), value(decimal(9, 4)))).toEqual([
      {
        rule: 'decimal-scale-changed',
        severity: 'error',
        path: 'a',
        message:
          'Only the digits are stored, not the scale: what was written with scale 2 is read with scale 4 and becomes 100 times smaller, without an error.',
        advice:
          'Keep scale 2. If you need scale 4, add a new field for it and fill both until every reader has moved.',
        acceptedAt: ['BACKWARD', 'FORWARD', 'FULL'],
      },
    ]);
    expect(
      find(value(logical(long, 'timestamp-millis')), value(logical(long, 'timestamp-nanos')))[0]
        ?.message,
    ).toBe(
      'The stored number stays: a value written as timestamp-millis is read as timestamp-nanos and is 1,000,000 times too small.',
    );
  });

  it('takes a number that is spelt otherwise for the same default', () => {
    const text = (fallback: string) =>
      `{"type":"record","name":"R","fields":[{"name":"a","type":"double","default":${fallback}}]}`;
    expect(findDangerousChanges(parseAvro(text('1')), parseAvro(text('1.0')))).toEqual([]);
    expect(findDangerousChanges(parseAvro(text('1')), parseAvro(text('1.5')))).toHaveLength(1);
  });

  it('finds nothing in a schema and itself, nor in other documentation', () => {
    fc.assert(
      fc.property(arbitraryAvro, (text) => {
        expect(findDangerousChanges(parseAvro(text), parseAvro(text))).toEqual([]);
        const documented = JSON.parse(text, (_, part: unknown) =>
          typeof part === 'object' && part !== null && ('name' in part || 'items' in part)
            ? { ...part, doc: 'Other words.' }
            : part,
        );
        expect(find(JSON.parse(text), documented)).toEqual([]);
      }),
    );
  });

  it('only judges what the structural difference tells, at the levels that take it', () => {
    fc.assert(
      fc.property(arbitraryPair, ([before, after]) => {
        const [old, next] = [parse(JSON.parse(before)), parse(JSON.parse(after))];
        const changes = diffSchemas(old, next);
        const dangers = findDangerousChanges(old, next);
        const paths = changes.map(({ path }) => path);
        for (const { path } of dangers) expect(paths).toContain(path);
        // Where nothing else changed, a registry's verdict is that of the change alone.
        const [danger] = dangers;
        if (changes.length !== 1 || danger === undefined) return;
        const previous = [{ version: 1, schema: old }];
        const accepted = LEVELS.filter(
          (level) => checkCompatibility(next, previous, level).compatible,
        );
        expect(danger.acceptedAt).toEqual(accepted);
      }),
      { numRuns: 1000 },
    );
  });

  const [ints, strings] = [adversarialSchemas('bytes'), adversarialSchemas('string')];
  it.for(Object.keys(ints))('is done with %s within a second', (name) => {
    const [old, next] = [parseAvro(ints[name] ?? ''), parseAvro(strings[name] ?? '')];
    const elapsed = cpuClock();
    findDangerousChanges(old, next);
    expect(elapsed()).toBeLessThan(1000);
  });
});

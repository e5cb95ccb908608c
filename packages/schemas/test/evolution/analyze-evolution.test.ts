import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalyzeEvolutionOptions, CompatibilityLevel } from '../../src/index.ts';
import { analyzeEvolution, checkCompatibility, parseAvro, parseSchema } from '../../src/index.ts';
import { adversarialSchemas } from '../adversarial-schemas.ts';
import { arbitraryPair } from '../avro/arbitrary-pair.ts';
import { ASKING_LEVELS } from './expect-proven.ts';

const record = (...fields: string[]): string =>
  `{"type":"record","name":"R","fields":[${fields.join(',')}]}`;
const a = '{"name":"a","type":"int"}';
const b = '{"name":"b","type":"string"}';
const c = '{"name":"c","type":"string","default":""}';

const analyze = (
  past: readonly string[],
  candidate: string,
  level: CompatibilityLevel | undefined,
  more: Partial<AnalyzeEvolutionOptions> = {},
) =>
  analyzeEvolution({
    versions: past.map((text, index) => ({
      version: index + 1,
      schema: parseSchema('AVRO', text),
    })),
    candidate: parseSchema('AVRO', candidate),
    level,
    ...more,
  });

describe('analyzeEvolution', () => {
  it('says what every level would say, and why, version by version', () => {
    const analysis = analyze([record(a, b), record(a)], record(a, b), 'BACKWARD');
    expect(analysis.verdict).toBe('refused');
    expect(analysis.levels).toEqual({
      NONE: 'accepted',
      BACKWARD: 'refused',
      BACKWARD_TRANSITIVE: 'refused',
      FORWARD: 'accepted',
      FORWARD_TRANSITIVE: 'accepted',
      FULL: 'refused',
      FULL_TRANSITIVE: 'refused',
    });
    expect(
      analysis.versions.map(({ version, backward, forward }) => [
        version,
        backward.verdict,
        forward.verdict,
      ]),
    ).toEqual([
      [2, 'refused', 'accepted'],
      [1, 'accepted', 'accepted'],
    ]);
    expect(analysis.versions[0]?.backward.differences).toMatchObject([
      { type: 'READER_FIELD_MISSING_DEFAULT_VALUE', path: '/fields/1', direction: 'backward' },
    ]);
    expect(analysis.sinceLatest.changes.map(({ kind, path }) => [kind, path])).toEqual([
      ['field_added', 'b'],
    ]);
    expect([analysis.latest, analysis.sameAs]).toEqual([2, [1]]);
    expect([analysis.cannotRead, analysis.cannotBeReadBy]).toEqual([[2], []]);
  });

  it.for([
    ['any_order', record(a), record(a, c)],
    ['consumers_first', record(a, b), record(a)],
    ['producers_first', record(a), record(a, b)],
    ['no_order', record(a), record(b)],
  ] as const)('says %s of who goes first', ([order, before, after]) => {
    expect(analyze([before], after, 'NONE').upgrade).toBe(order);
  });

  it('goes by all versions for who goes first where the level does', () => {
    const past = [record(b), record(a, b)];
    expect(analyze(past, record(a), 'BACKWARD').upgrade).toBe('consumers_first');
    expect(analyze(past, record(a), 'BACKWARD_TRANSITIVE').upgrade).toBe('no_order');
    expect(analyze(past, record(a), undefined)).toMatchObject({
      verdict: 'unknown',
      upgrade: 'no_order',
    });
  });

  it('tells the history, and where it broke the level that is in force now', () => {
    const { history } = analyze(
      [record(a, b), record(a), record(a, c), record(b)],
      record(b),
      'BACKWARD_TRANSITIVE',
    );
    expect(
      history.map(({ from, to, underLevel, breaksWith }) => [from, to, underLevel, breaksWith]),
    ).toEqual([
      [1, 2, 'accepted', []],
      [2, 3, 'accepted', []],
      [3, 4, 'refused', [3, 2]],
    ]);
    expect(history.map(({ backward, forward }) => [backward, forward])).toEqual([
      ['accepted', 'refused'],
      ['accepted', 'accepted'],
      ['refused', 'refused'],
    ]);
    expect(history[2]?.changes.map(({ kind }) => kind)).toContain('field_removed');
  });

  it('finds dangers that a level lets pass', () => {
    const scale = (digits: number) =>
      record(
        `{"name":"a","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":${digits}}}`,
      );
    const { verdict, sinceLatest, history } = analyze([scale(0), scale(2)], scale(4), 'FULL');
    expect(verdict).toBe('accepted');
    expect(sinceLatest.dangers.map(({ rule }) => rule)).toEqual(['decimal-scale-changed']);
    expect(history[0]?.dangers.map(({ rule }) => rule)).toEqual(['decimal-scale-changed']);
  });

  it('never takes an unread version for compatible', () => {
    const unreadable = [{ version: 3, reason: 'The registry timed out.' }];
    const analysis = analyze([record(a), record(a, c)], record(a), 'BACKWARD', { unreadable });
    expect(analysis).toMatchObject({
      latest: 3,
      verdict: 'unknown',
      upgrade: 'unknown',
      levels: {
        NONE: 'accepted',
        BACKWARD: 'unknown',
        BACKWARD_TRANSITIVE: 'unknown',
        FULL: 'unknown',
      },
      sinceLatest: { changes: [], problem: 'Version 3 could not be read.' },
      cannotRead: [],
    });
    expect(analysis.versions[0]).toMatchObject({
      version: 3,
      backward: { verdict: 'unknown', problem: 'The registry timed out.' },
    });
    const older = analyze([record(a), record(b)], record(b), 'BACKWARD', {
      versions: [
        { version: 1, schema: parseSchema('AVRO', record(a)) },
        { version: 3, schema: parseSchema('AVRO', record(b)) },
      ],
      unreadable: [{ version: 2, reason: 'No.' }],
    });
    expect(older.levels).toMatchObject({
      BACKWARD: 'accepted',
      BACKWARD_TRANSITIVE: 'refused',
      FORWARD_TRANSITIVE: 'refused',
    });
    expect(older.history.map(({ from, to, underLevel }) => [from, to, underLevel])).toEqual([
      [1, 3, 'unknown'],
    ]);
  });

  it('knows only what a known version refuses where there may be more of them', () => {
    const incomplete = 'The list of versions failed.';
    const { levels, upgrade } = analyze([record(a)], record(b), 'BACKWARD', { incomplete });
    expect([levels.NONE, levels.BACKWARD, levels.BACKWARD_TRANSITIVE, upgrade]).toEqual([
      'accepted',
      'unknown',
      'refused',
      'unknown',
    ]);
  });

  it('takes everything where there is no version yet', () => {
    const { levels, latest, versions, history } = analyze([], record(a), 'FULL_TRANSITIVE');
    expect(new Set(Object.values(levels))).toEqual(new Set(['accepted']));
    expect([latest, versions, history]).toEqual([undefined, [], []]);
  });

  it('compares schemas of two types, and says why it cannot tell what changed', () => {
    const analysis = analyzeEvolution({
      versions: [{ version: 1, schema: parseSchema('JSON', '{}') }],
      candidate: parseSchema('AVRO', record(a)),
      level: 'FULL',
    });
    expect(analysis.levels.BACKWARD).toBe('refused');
    expect(analysis.sinceLatest.problem).toContain('AVRO');
  });

  it('passes on the policy for JSON Schema and what metadata reserve', () => {
    const versions = [
      {
        version: 1,
        schema: parseSchema('JSON', '{"type":"object","properties":{}}'),
        metadata: { properties: { 'confluent:reserved': 'x' } },
      },
    ];
    const candidate = parseSchema('JSON', '{"type":"object","properties":{"x":{"type":"string"}}}');
    const ask = (more: Partial<AnalyzeEvolutionOptions>) =>
      analyzeEvolution({ versions, candidate, level: 'BACKWARD', ...more }).verdict;
    expect(ask({})).toBe('refused');
    expect(ask({ policy: 'LENIENT' })).toBe('accepted');
    expect(ask({ policy: 'LENIENT', validateFields: true })).toBe('refused');
    expect(
      ask({
        policy: 'LENIENT',
        validateFields: true,
        metadata: { properties: { 'confluent:reserved': 'x' } },
      }),
    ).toBe('refused');
    expect(
      ask({
        policy: 'LENIENT',
        validateFields: true,
        metadata: { properties: { 'confluent:reserved': 'x,y' } },
      }),
    ).toBe('refused');
  });

  it('agrees with the checker at every level', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryPair, ([first, second], [third]) => {
        const versions = [first, third].map((text, index) => ({
          version: index + 1,
          schema: parseAvro(text),
        }));
        const candidate = parseAvro(second);
        for (const level of ASKING_LEVELS) {
          const { compatible } = checkCompatibility(candidate, versions, level);
          const analysis = analyzeEvolution({ versions, candidate, level });
          expect([level, analysis.verdict]).toEqual([level, compatible ? 'accepted' : 'refused']);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('calls unknown what is too large to compare', () => {
    const [ints, strings] = [adversarialSchemas('int'), adversarialSchemas('string')];
    const analysis = analyze(
      [ints['diamonds of depth 30'] ?? ''],
      strings['diamonds of depth 30'] ?? '',
      'BACKWARD',
    );
    expect([analysis.verdict, analysis.levels.NONE]).toEqual(['unknown', 'accepted']);
    expect(analysis.versions[0]?.backward.problem).toContain('differ in more than');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCompatibility,
  dangerRules,
  diffSchemas,
  findDangerousChanges,
  parseSchema,
} from '../../../src/index.ts';
import { adversarialProtobuf } from '../../adversarial-protobuf.ts';
import { cpuTime } from '../../cpu-time.ts';
import {
  arbitraryProtobuf,
  arbitraryProtobufPair,
} from '../../structural-difference/protobuf/arbitrary-protobuf.ts';
import { dangerCases, file } from './danger-cases.ts';

const parse = (text: string) => parseSchema('PROTOBUF', text);
const LEVELS = ['BACKWARD', 'FORWARD', 'FULL'] as const;
const acceptedLevels = (before: string, after: string) =>
  LEVELS.filter(
    (level) =>
      checkCompatibility(parse(after), [{ version: 1, schema: parse(before) }], level).compatible,
  );

describe('findDangerousChanges, for Protobuf', () => {
  it.for(dangerCases)('judges %s', ([, before, after, ...expected]) => {
    const found = findDangerousChanges(parse(before), parse(after));
    expect(
      found.map(({ rule, severity, acceptedAt }) => [rule, severity, acceptedAt.join(' ')]),
    ).toEqual(expected);
    const accepted = acceptedLevels(before, after);
    const alone = diffSchemas(parse(before), parse(after)).length === 1;
    for (const { acceptedAt } of found) {
      // What is taken together with other changes is taken alone.
      expect(acceptedAt).toEqual(alone ? accepted : expect.arrayContaining(accepted));
    }
  });

  it('has a case for each rule', () => {
    const covered = new Set(dangerCases.flatMap(([, , , ...found]) => found.map(([rule]) => rule)));
    const rules = dangerRules.filter(({ appliesTo }) => appliesTo.includes('PROTOBUF'));
    expect([...covered].sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('says what happens to data and what to do', () => {
    const [before, after] = ['reserved "b";', 'int32 b = 2;'].map((part) =>
      parse(file(`message M { int32 a = 1; } message N { ${part} }`)),
    );
    if (before === undefined || after === undefined) throw new Error('no schemas');
    expect(findDangerousChanges(after, before)).toEqual([
      {
        rule: 'removed-field-not-reserved',
        severity: 'warning',
        path: '(N).b',
        message:
          'Another field may take the number 2: what is stored would be read as something else, and a registry does not notice.',
        advice: 'Add to the message: reserved 2;',
        acceptedAt: ['BACKWARD', 'FORWARD', 'FULL'],
      },
    ]);
  });

  it('finds nothing in a schema and itself, nor in other comments', () => {
    fc.assert(
      fc.property(arbitraryProtobuf, (text) => {
        expect(findDangerousChanges(parse(text), parse(text))).toEqual([]);
        const documented = text.replace(/message (\w)/g, '// Words.\nmessage $1');
        expect(findDangerousChanges(parse(text), parse(documented))).toEqual([]);
      }),
    );
  }, 30_000);

  it('only judges what the structural difference tells, at the levels that take it', () => {
    let judged = 0;
    fc.assert(
      fc.property(arbitraryProtobufPair, ([before, after]) => {
        const [old, next] = [parse(before), parse(after)];
        const changes = diffSchemas(old, next);
        const dangers = findDangerousChanges(old, next);
        const paths = changes.map(({ path }) => path);
        for (const { path } of dangers) expect(paths).toContain(path);
        // Where nothing else changed, a registry's verdict is that of the change alone.
        const [danger] = dangers;
        if (changes.length !== 1 || danger === undefined) return;
        judged += 1;
        expect(danger.acceptedAt).toEqual(acceptedLevels(before, after));
      }),
      { numRuns: 400 },
    );
    expect(judged).toBeGreaterThan(5);
  }, 30_000);

  const [olds, nexts] = [adversarialProtobuf('bytes'), adversarialProtobuf('string')];
  it.for(Object.keys(olds))('is done with %s soon', (name) => {
    const [old, next] = [parse(olds[name] ?? ''), parse(nexts[name] ?? '')];
    expect(cpuTime(() => findDangerousChanges(old, next))).toBeLessThan(2000);
  });
});

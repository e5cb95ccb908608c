import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompatibilityLevel, PreviousSchema } from '../../src/index.ts';
import { checkCompatibility, parseAvro, planEvolution } from '../../src/index.ts';
import { arbitraryPair } from '../avro/arbitrary-pair.ts';
import { ASKING_LEVELS, expectProven } from './expect-proven.ts';

const level: fc.Arbitrary<CompatibilityLevel> = fc.constantFrom(...ASKING_LEVELS);

/** Random schemas whose names and defaults a registry would take; most are versions of each other. */
const pair = arbitraryPair.map(([before, after]) => [parseAvro(before), parseAvro(after)] as const);

const type: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('int', 'long', 'string', 'bytes', 'boolean'),
  fc.constantFrom(['null', 'string'], ['null', 'int'], ['string', 'int']),
  fc.constantFrom('int', 'string').map((items) => ({ type: 'array', items })),
  fc
    .subarray(['A', 'B', 'C', 'UNKNOWN'], { minLength: 1 })
    .map((symbols) => ({ type: 'enum', name: 'Status', symbols })),
  fc.constantFrom(4, 8).map((size) => ({ type: 'fixed', name: 'Hash', size })),
);

/** A type that holds no name, so that it can stand in a schema twice. */
const nameless = type.filter(
  (each) =>
    typeof each === 'string' || Array.isArray(each) || !JSON.stringify(each).includes('name'),
);

/** Records that are much alike: few names of fields, few types. */
const record = fc
  .tuple(
    fc.constantFrom('Order', 'Purchase'),
    fc.constantFrom(undefined, 'shop', 'store'),
    fc.uniqueArray(fc.constantFrom('id', 'status', 'user_name', 'username', 'note', 'total'), {
      minLength: 1,
    }),
    type,
    fc.array(nameless, { minLength: 6, maxLength: 6 }),
    fc.nat(5),
  )
  .map(([name, namespace, names, named, types, at]) => ({
    type: 'record',
    name,
    namespace,
    fields: names.map((field, index) => ({
      name: field,
      type: index === at % names.length ? named : types[index],
    })),
  }))
  .map((schema) => parseAvro(JSON.stringify(schema)));

describe('planEvolution', () => {
  it('gives only steps that pass for random pairs of schemas', () => {
    fc.assert(
      fc.property(pair, level, ([before, target], level) => {
        const asked = { versions: [{ version: 1, schema: before }], target, level };
        expectProven(planEvolution(asked), asked);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives only steps that pass after a history of several versions', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 4 }),
        record,
        level,
        (past, target, level) => {
          const versions: PreviousSchema[] = past.map((schema, index) => ({
            version: index * 2 + 1,
            schema,
          }));
          const asked = { versions, target, level };
          expectProven(planEvolution(asked), asked);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reaches every record from every other one, where only the newest version counts', () => {
    const levels = fc.constantFrom('BACKWARD' as const, 'FORWARD' as const, 'FULL' as const);
    fc.assert(
      fc.property(record, record, levels, (before, target, level) => {
        const plan = planEvolution({ versions: [{ version: 1, schema: before }], target, level });
        expect([plan.reaches, plan.unreachable]).toEqual([true, undefined]);
        expect(plan.steps.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 1000 },
    );
  });

  it('says of a transitive level that a target is out of reach exactly where a version refuses it', () => {
    const levels = fc.constantFrom(
      'BACKWARD_TRANSITIVE' as const,
      'FORWARD_TRANSITIVE' as const,
      'FULL_TRANSITIVE' as const,
    );
    fc.assert(
      fc.property(record, record, record, levels, (first, second, target, level) => {
        const versions = [
          { version: 1, schema: first },
          { version: 2, schema: second },
        ];
        const { compatible } = checkCompatibility(target, versions, level);
        const plan = planEvolution({ versions, target, level });
        const isThere = [first, second].some(({ text }) => text === target.text);
        expect(plan.reaches).toBe(isThere || compatible);
        expect(plan.unreachable?.proven).toBe(plan.reaches ? undefined : true);
      }),
      { numRuns: 500 },
    );
  });
});

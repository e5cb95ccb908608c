import { expect, it } from 'vitest';
import type { CompatibilityLevel, CompatibilityPolicy, SchemaType } from '../../src/index.ts';
import { checkCompatibility, parseSchema, planEvolution } from '../../src/index.ts';
import { expectProven } from '../evolution/expect-proven.ts';
import { needsSharedData, sharedRows } from './shared-data.ts';

interface Evolution {
  source: string;
  old: string;
  new: string;
}

/**
 * Of real evolutions, not generated ones: how many a level refuses, of how many the target is reached, and of how many
 * something nearer to it than the older schema is.
 */
const expected: readonly (readonly [
  type: SchemaType,
  level: CompatibilityLevel,
  policy: CompatibilityPolicy,
  refused: number,
  reached: number,
  nearer: number,
])[] = [
  ['AVRO', 'BACKWARD', 'STRICT', 30, 30, 0],
  ['AVRO', 'FORWARD', 'STRICT', 32, 32, 0],
  ['AVRO', 'FULL', 'STRICT', 42, 42, 0],
  ['AVRO', 'BACKWARD_TRANSITIVE', 'STRICT', 30, 0, 27],
  ['AVRO', 'FULL_TRANSITIVE', 'STRICT', 42, 0, 37],
  ['JSON', 'BACKWARD', 'STRICT', 35, 0, 34],
  ['JSON', 'BACKWARD', 'LENIENT', 30, 27, 3],
  ['JSON', 'FULL', 'STRICT', 51, 0, 37],
  ['PROTOBUF', 'BACKWARD', 'STRICT', 8, 0, 7],
  ['PROTOBUF', 'FULL', 'STRICT', 36, 2, 15],
];

it.for(expected)(
  'finds proven steps for real evolutions of %s that %s refuses (%s)',
  ([type, level, policy, ...counts], context) => {
    needsSharedData(context);
    const found = { refused: 0, reached: 0, nearer: 0 };
    for (const row of sharedRows<Evolution>(`recorded/evolutions-${type.toLowerCase()}.jsonl`)) {
      if (row.source.startsWith('generated')) continue;
      const versions = [
        { version: 1, schema: parseSchema(type, row.old, { validation: 'stored' }) },
      ];
      const target = parseSchema(type, row.new, { validation: 'stored' });
      if (checkCompatibility(target, versions, level, { policy }).compatible) continue;
      found.refused += 1;
      const plan = planEvolution({ versions, target, level, policy });
      expectProven(plan, { versions, target, level, policy });
      if (plan.reaches) found.reached += 1;
      else if (plan.steps.length > 0) found.nearer += 1;
    }
    expect([found.refused, found.reached, found.nearer]).toEqual(counts);
  },
);

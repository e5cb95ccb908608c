import { expect, it } from 'vitest';
import type { CompatibilityPolicy } from '../../../src/index.ts';
import { checkCompatibility, parseSchema } from '../../../src/index.ts';

/** Two schemas, and what keeps the update from reading what was written with the original. */
export interface DifferenceCase {
  description: string;
  original: unknown;
  update: unknown;
  /** Type and path of each difference, in their order. */
  changes: string[];
  compatible: boolean;
  /** @default 'STRICT' */
  policy?: CompatibilityPolicy;
}

export const draft4 = 'http://json-schema.org/draft-04/schema#';
export const draft6 = 'http://json-schema.org/draft-06/schema#';
export const draft7 = 'http://json-schema.org/draft-07/schema#';
export const draft2019 = 'https://json-schema.org/draft/2019-09/schema';
export const draft2020 = 'https://json-schema.org/draft/2020-12/schema';

/** Checks each case in both directions: `FORWARD` is `BACKWARD` with the schemas exchanged. */
export function checkCases(cases: readonly DifferenceCase[]): void {
  it.each(cases)('$description', ({ original, update, changes, compatible, policy = 'STRICT' }) => {
    const before = parseSchema('JSON', JSON.stringify(original));
    const after = parseSchema('JSON', JSON.stringify(update));
    const results = [
      checkCompatibility(after, [{ version: 1, schema: before }], 'BACKWARD', { policy }),
      checkCompatibility(before, [{ version: 1, schema: after }], 'FORWARD', { policy }),
    ];
    for (const { differences, ...result } of results) {
      expect(differences.map(({ type, path }) => `${type} ${path}`)).toEqual(changes);
      expect(result.compatible).toBe(compatible);
    }
  });
}

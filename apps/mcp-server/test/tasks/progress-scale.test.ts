import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgressScale } from '../../src/tasks/progress-scale.ts';

const none = { errors: 0, retries: 0 };

describe('what a client is told of progress', () => {
  it('adds up what is counted one after the other', () => {
    const scale = createProgressScale();
    expect(scale(none)).toEqual({ progress: 0 });
    expect(scale({ ...none, done: 0, total: 3, unit: 'versions' })).toBeUndefined();
    const reading = { ...none, done: 3, total: 3, unit: 'versions', message: 'Reading' };
    expect(scale(reading)).toEqual({ progress: 3, total: 3, message: 'Reading' });
    expect(scale({ ...none, done: 0, total: 10, unit: 'settings' })).toBeUndefined();
    const settings = { ...none, done: 4, total: 10, unit: 'settings' };
    expect(scale(settings)).toEqual({ progress: 7, total: 13 });
    // Counted once more from the beginning.
    expect(scale({ ...settings, done: 2 })).toEqual({ progress: 9, total: 17 });
  });

  it('is always more than before, and never more than there is', () => {
    const progress = fc.record({
      errors: fc.constant(0),
      retries: fc.constant(0),
      done: fc.nat(50),
      total: fc.nat(50),
      unit: fc.constantFrom('versions', 'settings'),
    });
    fc.assert(
      fc.property(fc.array(progress), (reports) => {
        const scale = createProgressScale();
        const told = reports.map(scale).filter((notice) => notice !== undefined);
        for (const [index, { progress, total }] of told.entries()) {
          expect(progress).toBeGreaterThan(told[index - 1]?.progress ?? -1);
          expect(total ?? progress).toBeGreaterThanOrEqual(progress);
        }
      }),
    );
  });
});

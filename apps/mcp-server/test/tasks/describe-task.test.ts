import { describe, expect, it } from 'vitest';
import { describeProgress } from '../../src/tasks/describe-task.ts';

const none = { errors: 0, retries: 0 };

describe('progress in an answer', () => {
  it('is whole only when everything is done', () => {
    expect(describeProgress({ ...none, done: 999, total: 1000 })).toMatchObject({ percent: 99 });
    expect(describeProgress({ ...none, done: 1000, total: 1000 })).toMatchObject({ percent: 100 });
    // The total was an estimate.
    expect(describeProgress({ ...none, done: 7, total: 5 })).toMatchObject({ percent: 100 });
  });

  it('says nothing that is not known', () => {
    expect(describeProgress(none)).toEqual(none);
    expect(describeProgress({ ...none, done: 3 })).toEqual({ ...none, done: 3 });
    expect(describeProgress({ ...none, done: 0, total: 0 })).not.toHaveProperty('percent');
  });

  it('counts time in seconds', () => {
    const progress = { ...none, ratePerSecond: 4.4444, remainingMs: 2_345 };
    expect(describeProgress(progress)).toEqual({
      ...none,
      rate_per_second: 4.44,
      remaining_seconds: 2.35,
    });
  });
});

import type { ComparisonState, Tally } from './comparison.ts';

/** Nothing counted yet. */
export function emptyTally(): Tally {
  return { equal: 0, different: 0, only_in_source: 0, only_in_target: 0, unknown: 0 };
}

/** Counts one more, or several at once. */
export function count(tally: Tally, state: ComparisonState, number = 1): void {
  tally[state] += number;
}

/** Adds what another tally counted. */
export function addTally(tally: Tally, other: Tally): void {
  for (const state of Object.keys(tally) as ComparisonState[]) tally[state] += other[state];
}

import type { ContentHit } from './search-hit.ts';

/** The first hits of many, and how many there are. */
export interface HitList {
  readonly hits: readonly ContentHit[];
  readonly count: number;
  /** Counts a hit; it is made only where it is wanted. */
  add(make: () => ContentHit): void;
}

/** @param most how many hits are kept; the others are counted */
export function createHitList(most: number): HitList {
  const hits: ContentHit[] = [];
  let count = 0;
  return {
    hits,
    get count() {
      return count;
    },
    add(make) {
      count += 1;
      if (hits.length < most) hits.push(make());
    },
  };
}

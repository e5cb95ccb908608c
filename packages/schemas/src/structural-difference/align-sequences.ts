/** One element of two sequences laid over each other; positions are counted from 0. */
export interface AlignedElement {
  /** Undefined where it was added. */
  before: number | undefined;
  /** Undefined where it was removed. */
  after: number | undefined;
  /** Whether it stands in another place among those that stayed; as few as possible do. */
  moved: boolean;
}

/**
 * Lays two sequences over each other: the newer in its order, and what was removed after the element
 * that it used to follow.
 *
 * @param beforeCount length of the older
 * @param matches for each element of the newer its place in the older, undefined where it is new; no
 *   place twice
 */
export function alignSequences(
  beforeCount: number,
  matches: readonly (number | undefined)[],
): AlignedElement[] {
  const kept = new Set(matches);
  const inPlace = longestRise(matches.filter((match) => match !== undefined));
  const removedAfter = new Map<number, number[]>();
  let following: number[] = [];
  removedAfter.set(-1, following);
  for (let before = 0; before < beforeCount; before += 1) {
    if (!kept.has(before)) following.push(before);
    else {
      following = [];
      removedAfter.set(before, following);
    }
  }
  const removed = (place: number): AlignedElement[] =>
    (removedAfter.get(place) ?? []).map((before) => ({ before, after: undefined, moved: false }));
  const aligned = removed(-1);
  for (const [after, before] of matches.entries()) {
    const moved = before !== undefined && !inPlace.has(before);
    aligned.push({ before, after, moved });
    // One at a time, as a call takes no list of a hundred thousand.
    if (before !== undefined) for (const element of removed(before)) aligned.push(element);
  }
  return aligned;
}

/** The members of a longest rising subsequence. */
function longestRise(numbers: readonly number[]): Set<number> {
  // ends[n] is the lowest number that ends a rise of n + 1 members.
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
    previous.set(number, low === 0 ? undefined : ends[low - 1]);
  }
  const rise = new Set<number>();
  for (let member = ends.at(-1); member !== undefined; member = previous.get(member)) {
    rise.add(member);
  }
  return rise;
}

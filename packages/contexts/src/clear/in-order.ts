/** Something to do, after others. */
interface Job {
  /** The jobs that must be done before, by their place in the list. */
  readonly after: readonly number[];
}

/** How to do jobs. */
export interface InOrderOptions {
  /** How many at the same time. */
  readonly limit: number;
  /** Whether another one may be begun. */
  mayBegin(): boolean;
  /** Does one. What comes after it is begun only if it says that it is done. */
  work(place: number): Promise<boolean>;
}

/**
 * Does jobs, each after those that must be done before it, and otherwise in the order of the list.
 *
 * @param done the places of those that are done; what is done now is added
 * @throws what work throws first; those under way are waited for
 */
export async function inOrder(
  jobs: readonly Job[],
  done: Set<number>,
  { limit, mayBegin, work }: InOrderOptions,
): Promise<void> {
  const next = nextOf(jobs);
  const waitsFor = jobs.map(({ after }) => after.filter((place) => !done.has(place)).length);
  const ready: number[] = [];
  for (let place = jobs.length - 1; place >= 0; place -= 1) {
    if (waitsFor[place] === 0 && !done.has(place)) ready.push(place);
  }
  let running = 0;
  let failure: { error: unknown } | undefined;
  await new Promise<void>((resolve) => {
    const begin = (): void => {
      while (running < limit && failure === undefined && mayBegin()) {
        const place = ready.pop();
        if (place === undefined) break;
        running += 1;
        work(place).then(
          (isDone) => end(isDone ? place : undefined),
          (error: unknown) => {
            failure ??= { error };
            end(undefined);
          },
        );
      }
      if (running === 0) resolve();
    };
    const end = (place: number | undefined): void => {
      running -= 1;
      if (place !== undefined) {
        done.add(place);
        for (const other of next[place] ?? []) {
          const waits = (waitsFor[other] ?? 0) - 1;
          waitsFor[other] = waits;
          if (waits === 0) insert(ready, other);
        }
      }
      begin();
    };
    begin();
  });
  if (failure !== undefined) throw (failure as { error: unknown }).error;
}

function nextOf(jobs: readonly Job[]): number[][] {
  const next: number[][] = jobs.map(() => []);
  for (const [place, { after }] of jobs.entries()) {
    for (const before of after) next[before]?.push(place);
  }
  return next;
}

/** Puts a place where it belongs in a list that falls, so that the lowest is the last. */
function insert(places: number[], place: number): void {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > place) low = middle + 1;
    else high = middle;
  }
  places.splice(low, 0, place);
}

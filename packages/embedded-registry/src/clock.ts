/** A clock that stands still until it is told to go on. */
export interface Clock {
  /** Milliseconds since 1970; hand it to the registry as its `now`. */
  now(): number;
  /** Lets time pass. */
  advance(milliseconds: number): void;
}

/**
 * Creates a clock for tests.
 *
 * @param startMs where it stands, in milliseconds since 1970; by default the present
 *
 * @example
 * const clock = createClock();
 * const registry = createEmbeddedRegistry({ now: clock.now });
 * clock.advance(60_000);
 */
export function createClock(startMs: number = Date.now()): Clock {
  let time = startMs;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}

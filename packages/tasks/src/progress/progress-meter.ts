interface Sample {
  at: number;
  done: number;
}

/** Measures how fast something is done, from what was reported last. */
export interface ProgressMeter {
  /** Takes note of how much is done at a time, in milliseconds since 1970. */
  take(at: number, done: number): void;
  /** Forgets what was counted, because something else is counted from now on. */
  restart(): void;
  /** How much is done in a second, as it looks at a time; undefined when too little is known. */
  ratePerSecond(at: number): number | undefined;
}

const windowMs = 30_000;
/** Reports that follow each other faster than this are one sample. */
const spacingMs = windowMs / 60;
/** Slow work has few samples in the window; so many are kept however old they are. */
const fewestSamples = 5;
/** Over less time than this a rate would be a guess. */
const shortestMs = 500;

/**
 * Creates a meter over a moving window: the last 30 seconds, or the last five samples when that is longer. While nothing is reported,
 * the rate falls, as it should. Counting that begins again (`done` is 0 or less than before) is measured anew.
 */
export function createProgressMeter(): ProgressMeter {
  let samples: Sample[] = [];

  return {
    take(at, done) {
      const last = samples.at(-1);
      if (last !== undefined && (done < last.done || done === 0)) samples = [];
      else if (done === last?.done) return;
      const base = samples.at(-2);
      if (base !== undefined && at - base.at < spacingMs) samples.pop();
      samples.push({ at, done });
      while (samples.length > fewestSamples && (samples[1]?.at ?? at) <= at - windowMs)
        samples.shift();
    },
    restart() {
      samples = [];
    },
    ratePerSecond(at) {
      const first = samples[0];
      const last = samples.at(-1);
      if (first === undefined || last === undefined || last.done === first.done) return undefined;
      const elapsedMs = at - first.at;
      return elapsedMs < shortestMs ? undefined : ((last.done - first.done) * 1000) / elapsedMs;
    },
  };
}

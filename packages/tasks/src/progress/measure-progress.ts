import type { TaskProgress } from '../task.ts';
import type { ProgressMeter } from './progress-meter.ts';

/** The progress of a task of which nothing was reported yet. */
export const noProgress: TaskProgress = Object.freeze({ errors: 0, retries: 0 });

/**
 * Adds to a progress how fast it goes and how long it will still take.
 *
 * @param progress what was reported
 * @param meter what was measured on the way
 * @param at for which moment, in milliseconds since 1970
 */
export function measureProgress(
  progress: TaskProgress,
  meter: ProgressMeter,
  at: number,
): TaskProgress {
  const { ratePerSecond: _rate, remainingMs: _remaining, ...said } = progress;
  const rate = meter.ratePerSecond(at);
  if (rate === undefined) return Object.freeze(said);
  const remainingMs = timeFor((said.total ?? Number.NaN) - (said.done ?? Number.NaN), rate);
  return Object.freeze({
    ...said,
    ratePerSecond: rate,
    ...(remainingMs === undefined ? {} : { remainingMs }),
  });
}

/** Without the time left, which what has ended does not have. */
export function endProgress(
  progress: TaskProgress,
  meter: ProgressMeter,
  at: number,
): TaskProgress {
  const { remainingMs: _remaining, ...measured } = measureProgress(progress, meter, at);
  return Object.freeze(measured);
}

function timeFor(amount: number, ratePerSecond: number): number | undefined {
  const milliseconds = Math.round((amount * 1000) / ratePerSecond);
  return milliseconds >= 0 && Number.isSafeInteger(milliseconds) ? milliseconds : undefined;
}

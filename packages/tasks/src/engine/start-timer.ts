// One that is longer would fire at once.
const longestMs = 2 ** 31 - 1;

/**
 * Starts a timer that does not keep the process alive.
 *
 * @param call what happens then
 * @param delayMs when, in milliseconds; undefined for never
 * @returns stops it
 */
export function startTimer(call: () => void, delayMs: number | undefined): () => void {
  if (delayMs === undefined) return () => undefined;
  const timer = setTimeout(call, Math.min(delayMs, longestMs)).unref();
  return () => clearTimeout(timer);
}

/** Waits for something, but not longer than a time in milliseconds. */
export async function waitAtMost(something: Promise<unknown>, timeoutMs: number | undefined) {
  let stopTimer = (): void => undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    stopTimer = startTimer(resolve, timeoutMs);
  });
  await Promise.race([something, timeIsUp]);
  stopTimer();
}

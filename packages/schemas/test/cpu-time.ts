/** How long the processor worked on something, in milliseconds: other work on the machine does not count. */
export function cpuTime(work: () => unknown): number {
  const elapsed = cpuClock();
  work();
  return elapsed();
}

/** Starts to count the processor's time; the function says how much it was so far, in milliseconds. */
export function cpuClock(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

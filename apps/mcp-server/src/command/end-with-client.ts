/** How long a connection may take to close, in milliseconds. */
const patience = 1_000;

/**
 * Ends the process when the client goes (the end of stdin, a closed stdout) or somebody stops it (SIGINT, SIGTERM): at once,
 * whatever requests are still under way.
 *
 * @param close ends what is open
 */
export function endWithClient(close: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(0), patience);
    // What was written last must reach the pipe before the process is gone.
    void close().finally(() => process.stdout.write('', () => process.exit(0)));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.stdin.on('end', end);
  process.stdin.on('close', end);
  process.stdout.on('error', end);
}

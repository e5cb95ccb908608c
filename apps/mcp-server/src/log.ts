/** How much goes to stderr, from nothing to everything. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** How much goes to stderr. */
export type LogLevel = (typeof logLevels)[number];

/** Says what happens. A message holds names and outcomes, never a secret and never the text of a schema. */
export type Log = (level: Exclude<LogLevel, 'silent'>, message: string) => void;

/**
 * A log of plain lines.
 *
 * @param threshold what is less important than this is left out
 * @param write takes one line, with its end
 */
export function createLog(threshold: LogLevel, write: (line: string) => void): Log {
  return (level, message) => {
    if (logLevels.indexOf(level) <= logLevels.indexOf(threshold)) {
      write(`srkit-mcp ${level}: ${message.replaceAll('\n', ' ')}\n`);
    }
  };
}

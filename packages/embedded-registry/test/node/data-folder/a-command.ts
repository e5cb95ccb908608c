import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The command as it was built. */
const builtCommand = join(import.meta.dirname, '../../../dist/srkit-registry.js');

/** A command that runs. */
export interface RunningCommand {
  child: ChildProcess;
  url: string;
  /** What it printed to stderr so far. */
  errors(): string;
  /** Sends a signal and waits until it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/**
 * Starts the built command on a free port.
 *
 * @param before words of a shell that come before it, for example a limit
 * @throws Error with what it printed, when it ends before it is ready
 */
export async function startCommand(args: readonly string[], before = ''): Promise<RunningCommand> {
  const words = [builtCommand, '--port', '0', ...args];
  const child =
    before === ''
      ? spawn(process.execPath, words)
      : spawn('sh', ['-c', `${before}; exec "$0" "$@"`, process.execPath, ...words]);
  let errors = '';
  child.stderr.on('data', (part) => {
    errors += part;
  });
  const ended = once(child, 'close');
  const url = await Promise.race([
    once(child.stdout, 'data').then(([line]) => String(line).trim()),
    ended.then(() => undefined),
  ]);
  if (url === undefined) throw new Error(errors.trim());
  return {
    child,
    url,
    errors: () => errors,
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

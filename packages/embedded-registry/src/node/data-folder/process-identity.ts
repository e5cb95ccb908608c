import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from './system-failure.ts';

/** What tells a process from every other one, as far as the system lets us know. */
export interface ProcessIdentity {
  pid: number;
  host: string;
  /** The boot of the machine; undefined where the system does not tell. */
  boot?: string;
  /** When it started, in the system's ticks; undefined where the system does not tell. */
  started?: string;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  const boot = bootOfMachine();
  const started = startOf(process.pid);
  return {
    pid: process.pid,
    host: hostname(),
    ...(boot !== undefined && { boot }),
    ...(started !== undefined && { started }),
  };
}

/**
 * Whether a process runs; `unknown` for one of another machine. A number that another process has by now counts as gone, where the
 * system tells when a process started.
 */
export function stateOf(other: ProcessIdentity): 'runs' | 'gone' | 'unknown' {
  const self = thisProcess();
  if (other.host !== self.host) return 'unknown';
  if (other.boot !== undefined && self.boot !== undefined && other.boot !== self.boot)
    return 'gone';
  if (!isRunning(other.pid)) return 'gone';
  const started = startOf(other.pid);
  const isReused =
    other.started !== undefined && started !== undefined && other.started !== started;
  return isReused ? 'gone' : 'runs';
}

/** Whether this machine has a process of that number. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else may not be asked, but it is there.
    return systemCode(error) !== 'ESRCH';
  }
}

function bootOfMachine(): string | undefined {
  return readSystemFile('/proc/sys/kernel/random/boot_id')?.trim();
}

/** Linux tells it as the 22nd field; the second one, the name, may hold anything, but is in parentheses. */
function startOf(pid: number): string | undefined {
  const fields = readSystemFile(`/proc/${pid}/stat`);
  return fields?.slice(fields.lastIndexOf(')') + 2).split(' ')[19];
}

function readSystemFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataFolderError } from './data-folder-error.ts';
import { fieldOf } from './field-of.ts';
import { isRunning, type ProcessIdentity, stateOf, thisProcess } from './process-identity.ts';
import { systemCode } from './system-failure.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** How often a process tries again that claims a folder in the same moment as another one. */
const attempts = 5;

/**
 * Lets only one registry into a folder. Each puts a lock file of its own there, then looks for others: whoever comes second sees the
 * first. A lock whose process is gone does not count, so that no end of a process leaves it stuck.
 *
 * @returns what lets others in again
 * @throws DataFolderError `folder_in_use`; the system's error
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  for (let attempt = 1; ; attempt += 1) {
    await refuseIfHeld(folder);
    const own = `lock-${process.pid}-${randomBytes(4).toString('hex')}`;
    const content = `${JSON.stringify({ ...thisProcess(), since: new Date().toISOString() })}\n`;
    await writeWholeFile(folder, own, (file) => file.appendFile(content));
    const release = () => rm(join(folder, own), { force: true });
    try {
      await refuseIfHeld(folder, own);
      return release;
    } catch (error) {
      await release();
      if (attempt === attempts) throw error;
    }
    // Both may have seen each other: one comes back first.
    await sleep(10 + Math.random() * 50 * attempt);
  }
}

async function refuseIfHeld(folder: string, own?: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, pid, isUnfinished] = /^lock-(\d+)-[0-9a-f]{8}(\.new)?$/.exec(name) ?? [];
    if (pid === undefined || name === own) continue;
    const path = join(folder, name);
    if (isUnfinished) {
      // Nobody holds the folder by it; it is left over when its process has ended.
      if (!isRunning(Number(pid))) await rm(path, { force: true });
      continue;
    }
    const holder = await readHolder(path);
    if (holder === 'left') continue;
    const state = holder === undefined ? 'unknown' : stateOf(holder);
    if (state === 'gone') await rm(path, { force: true });
    else throw inUse(folder, path, holder);
  }
}

async function readHolder(path: string): Promise<ProcessIdentity | 'left' | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    const [pid, host] = [fieldOf(value, 'pid'), fieldOf(value, 'host')];
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined;
    const [boot, started] = [fieldOf(value, 'boot'), fieldOf(value, 'started')];
    return {
      pid,
      host,
      ...(typeof boot === 'string' && { boot }),
      ...(typeof started === 'string' && { started }),
    };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'left';
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function inUse(folder: string, path: string, holder: ProcessIdentity | undefined): DataFolderError {
  return new DataFolderError('folder_in_use', `${folder} ${describeHolder(path, holder)}`, {
    file: path,
  });
}

function describeHolder(path: string, holder: ProcessIdentity | undefined): string {
  if (holder === undefined)
    return `is locked by ${path}, which does not tell by whom. Remove that file if no registry has the folder open.`;
  const { pid, host } = holder;
  if (host !== thisProcess().host)
    return `is in use by process ${pid} of host ${host}. If that process has ended, remove ${path}.`;
  if (pid === process.pid)
    return 'is open in this process already. Close it first, or choose another folder.';
  return `is in use by process ${pid}. End that process, or choose another folder.`;
}

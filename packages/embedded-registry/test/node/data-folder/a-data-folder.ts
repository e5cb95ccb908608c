import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EmbeddedRegistryOptions } from '../../../src/index.ts';
import { type DataFolderOptions, openDataFolder } from '../../../src/node/index.ts';
import { aRegistry } from '../../a-registry.ts';

/** A path for a data folder; what is there goes when the test ends. */
export async function aFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'srkit-data-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  return join(parent, 'data');
}

/** A registry that is kept in a folder. */
export async function aKeptRegistry(
  folder: string,
  { onNotice, compactAfterBytes, ...options }: DataFolderOptions & EmbeddedRegistryOptions = {},
) {
  const log = await openDataFolder(folder, {
    ...(onNotice && { onNotice }),
    ...(compactAfterBytes !== undefined && { compactAfterBytes }),
  });
  onTestFinished(() => log.close());
  return { ...aRegistry({ log, now: () => 1000, ...options }), close: log.close };
}

/** The files of a folder, without locks, in order. */
export async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('lock-')).sort();
}

/** A copy of a folder as it is, without its lock: what a crash would leave. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await aFolder();
  await cp(folder, copy, { recursive: true, filter: (path) => !path.includes('lock-') });
  return copy;
}

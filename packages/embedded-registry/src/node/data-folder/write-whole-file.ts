import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinished } from './file-names.ts';

/**
 * Writes a file that is there as a whole or not at all, also after a crash: under another name first, then renamed.
 *
 * @param write writes its content
 */
export async function writeWholeFile(
  folder: string,
  name: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const temporary = join(folder, `${name}${unfinished}`);
  const file = await open(temporary, 'w', 0o600);
  try {
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await rename(temporary, join(folder, name));
  await syncFolder(folder);
}

/** Makes the names in a folder safe. Windows has no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

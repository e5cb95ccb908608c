import type { Mistake } from '../registries-error.ts';
import { type Draft, mistakeAt } from '../settings/draft.ts';

/** Reads the text of a file. Whoever embeds us hands it in: `(path) => readFile(path, 'utf8')`. */
export type ReadFile = (path: string) => string | Promise<string>;

/**
 * Puts what stands in files in the place of their names. A line break at the end is none of it. The name of a file is not
 * repeated in a mistake: it may be a password that was written in the wrong place.
 */
export async function readFilesOf(
  { settings }: Draft,
  readFile: ReadFile | undefined,
  mistakes: Mistake[],
): Promise<void> {
  for (const [path, written] of settings) {
    if (written.file === undefined) continue;
    if (written.file.trim() === '') {
      settings.delete(path);
      continue;
    }
    const { file: _, ...place } = written;
    const read = await readText(written.file, readFile);
    if ('text' in read) settings.set(path, { ...place, value: read.text });
    else {
      mistakes.push(mistakeAt(written, read.complaint));
      settings.set(path, { ...place, isUnreadable: true });
    }
  }
}

/** Reads a file that is named somewhere; what is wrong is said without its name. */
export async function readText(
  path: string,
  readFile: ReadFile | undefined,
): Promise<{ text: string } | { complaint: string }> {
  if (readFile === undefined)
    return { complaint: 'names a file, and nothing here reads files. Hand in readFile.' };
  try {
    const text = await readFile(path);
    if (text.trim() === '') return { complaint: 'names a file that is empty.' };
    return { text: text.replace(/\r?\n$/, '') };
  } catch (error) {
    return { complaint: `names a file that cannot be read: ${reasonOf(error)}.` };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return 'reading it failed';
  return Object.hasOwn(reasons, code) ? `${reasons[code]} (${code})` : code;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is none of this name',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
};

import type { Mistake } from '../registries-error.ts';
import { besideFile } from './beside-file.ts';
import { readDocument } from './read-document.ts';
import { type ReadFile, readText } from './read-files.ts';
import { registriesOfDocument, type WrittenRegistries } from './registries-of-document.ts';
import type { Variables } from './substitute.ts';

const nothing: WrittenRegistries = { drafts: [], general: [] };

/** What the reading of a file may use. */
export interface FileReading {
  readFile: ReadFile | undefined;
  /** For `${NAME}` in its values. */
  variables: Variables;
  mistakes: Mistake[];
}

/** Takes the registries of a file, which the variable `SRKIT_CONFIG` names. */
export async function registriesOfFile(
  file: string | undefined,
  { readFile, variables, mistakes }: FileReading,
): Promise<WrittenRegistries> {
  if (file === undefined) return nothing;
  const name = file.trim();
  const read = await readText(name, readFile);
  if ('complaint' in read) {
    mistakes.push({
      place: 'SRKIT_CONFIG',
      message: `SRKIT_CONFIG=${name} ${read.complaint}`,
    });
    return nothing;
  }
  const tree = await readDocument({ name, text: read.text, variables }, mistakes);
  if (tree === undefined) return nothing;
  const written = registriesOfDocument(tree, { name, bare: false, files: true, mistakes });
  for (const { settings } of written.drafts)
    for (const setting of settings.values())
      if (setting.file) setting.file = besideFile(name, setting.file.trim());
  return written;
}

/** Takes the registries of a text, which is the value of a variable. */
export async function registriesOfText(
  name: string,
  text: string | undefined,
  mistakes: Mistake[],
): Promise<WrittenRegistries> {
  const tree = text === undefined ? undefined : await readDocument({ name, text }, mistakes);
  if (tree === undefined) return nothing;
  return registriesOfDocument(tree, { name, bare: true, files: true, mistakes });
}

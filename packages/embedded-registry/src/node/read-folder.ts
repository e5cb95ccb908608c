import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type SeedFile, schemaTypeOfPath } from '../seed/plan-seed.ts';

/**
 * Reads all schema files (`.avsc`, `.json`, `.proto`) below a folder; hidden folders and `node_modules` are passed over.
 *
 * @throws the system's error when the folder cannot be read
 */
export async function readFolder(folder: string): Promise<SeedFile[]> {
  const files: SeedFile[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (schemaTypeOfPath(entry.name))
        files.push({
          path: relative(folder, path).split(sep).join('/'),
          text: await readFile(path, 'utf8'),
        });
    }
  }
  return files;
}

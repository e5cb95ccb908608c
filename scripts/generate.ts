// Writes what the repository says about itself from the sources that decide it: `pnpm generate`.
// `pnpm generate --check` writes nothing and fails on what is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationTable } from './generated/configuration-table.ts';
import { errorTable } from './generated/error-table.ts';
import { packageTable } from './generated/package-table.ts';
import { replaceRegion } from './generated/replace-region.ts';
import { settingsDocument } from './generated/settings-table.ts';
import { toolDocument } from './generated/tool-reference.ts';

interface Generated {
  /** From the root of the repository. */
  file: string;
  /** The part of the file between `<!-- generated: NAME -->` and `<!-- end: NAME -->`; without it, the whole file. */
  region?: string;
  render(): string | Promise<string>;
}

const everything: Generated[] = [
  { file: 'ARCHITECTURE.md', region: 'packages', render: packageTable },
  { file: 'packages/registries/README.md', region: 'settings', render: settingsDocument },
  { file: 'docs/tools.md', render: toolDocument },
  { file: 'docs/configuration.md', render: configurationTable },
  { file: 'docs/errors.md', render: errorTable },
];

const check = process.argv.includes('--check');
const root = join(import.meta.dirname, '..');

for (const { file, region, render } of everything) {
  const path = join(root, file);
  const present = readOrEmpty(path);
  const text = await render();
  const wanted = region === undefined ? text : replaceRegion(file, present, region, text);
  if (wanted === present) continue;
  if (check) {
    console.error(`${file} is out of date. Run: pnpm generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, wanted);
    console.log(`wrote ${file}`);
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

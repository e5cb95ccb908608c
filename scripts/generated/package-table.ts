import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, type Package, packages } from '../../boundaries.mjs';

const root = join(import.meta.dirname, '../..');

/** The table of packages in ARCHITECTURE.md. */
export function packageTable(): string {
  return ['| package | is | may import |', '|---|---|---|', ...packages.map(row)].join('\n');
}

function row({ folder, is, mayImport }: Package): string {
  const built = existsSync(join(root, folder, 'package.json'));
  const name = folder.startsWith('apps/') ? folder : nameOf(folder);
  const first = built ? `[\`${name}\`](${folder})` : `\`${name}\` (not built yet)`;
  return `| ${first} | ${is} | ${imports(mayImport)} |`;
}

function imports(names: readonly string[]): string {
  const libraries = packages.filter(({ folder }) => folder.startsWith('packages/'));
  if (names.length === 0) return 'nothing of ours';
  if (names.length === libraries.length) return 'every package';
  return names.map((name) => `\`${name}\``).join(', ');
}

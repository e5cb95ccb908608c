// Builds what changed, quietly: `pnpm build`. Says something only when it takes longer than a second, or fails.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const slow = setTimeout(() => console.error('Building …'), 1000);

const turbo = spawn(
  'turbo',
  ['run', 'build', '--output-logs=errors-only', ...process.argv.slice(2)],
  {
    cwd: root,
    // turbo looks for pnpm there too.
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  },
);
let output = '';
turbo.stdout.on('data', (piece) => (output += piece));
turbo.stderr.on('data', (piece) => (output += piece));
turbo.on('close', (status) => {
  clearTimeout(slow);
  if (status === 0) return;
  console.error(output.trim());
  process.exitCode = 1;
});

// The gate. Runs every check, as many at a time as there are cores, and says at the end what failed; then the tests.
// `--static` leaves the tests out.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';

/** @typedef {{ name: string, command: string }} Check */

/** The longest first. @type {Check[]} */
const checks = [
  { name: 'build and packages', command: 'pnpm --silent pkgcheck' },
  { name: 'types', command: 'pnpm --silent typecheck' },
  { name: 'boundaries', command: 'pnpm --silent boundaries' },
  { name: 'format and lint', command: 'pnpm --silent lint' },
  { name: 'unused code', command: 'pnpm --silent knip' },
  { name: 'generated files', command: 'pnpm --silent generate --check' },
];

/** @type {string[]} */
const failed = [];
const queue = [...checks];
await Promise.all(Array.from({ length: availableParallelism() }, worker));
if (!process.argv.includes('--static')) {
  const { status } = await run('pnpm --silent vitest run', 'inherit');
  if (status !== 0) failed.push('tests');
}
console.log(failed.length === 0 ? 'The gate is open.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function worker() {
  for (let check = queue.shift(); check !== undefined; check = queue.shift()) await perform(check);
}

/** @param {Check} check */
async function perform({ name, command }) {
  const start = performance.now();
  const { status, output } = await run(command, 'pipe');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status === 0) return;
  failed.push(name);
  console.log(`${output.trim()}\n`);
}

/**
 * @param {string} command
 * @param {'inherit' | 'pipe'} stdio
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function run(command, stdio) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', stdio, stdio] });
    let output = '';
    child.stdout?.on('data', (piece) => (output += piece));
    child.stderr?.on('data', (piece) => (output += piece));
    child.on('close', (status) => resolve({ status, output }));
  });
}

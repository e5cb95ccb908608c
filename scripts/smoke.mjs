// Packs every public package, installs the tarballs with npm in a scratch folder, and uses them as a stranger would:
// types, import, require, commands. More Nodes: node scripts/smoke.mjs path/to/node …
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'srkit-smoke-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** @type {string[]} what can be imported, `@srkit/embedded-registry/node` */
const entries = [];
/** @type {{ name: string, file: string }[]} */
const commands = [];
const tarballs = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(root, group)).flatMap((folder) => pack(join(root, group, folder))),
);

writeFileSync(join(scratch, 'package.json'), '{"private":true}');
run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs]);
checkTypes();
for (const node of [process.execPath, ...process.argv.slice(2)]) {
  const version = run(node, ['--version']).trim();
  for (const entry of entries) checkEntry(node, version, entry);
  for (const command of commands) checkCommand(node, version, command);
  console.log(
    `${version}: ${entries.length} entries load by import and by require, silently; ${commands.length} commands answer --help`,
  );
}

/**
 * @param {string} folder
 * @returns {string[]} the tarball, or nothing when the package is not for the public
 */
function pack(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return [];
  if (JSON.parse(readFileSync(file, 'utf8')).private) return [];
  const args = ['pack', '--json', '--pack-destination', scratch];
  const { filename } = JSON.parse(run('pnpm', args, folder));
  const packed = JSON.parse(run('tar', ['-xzOf', filename, 'package/package.json']));
  for (const path of Object.keys(packed.exports ?? {})) {
    // `./vitest` works only where that optional peer is installed, and its tests run; so does `./testing`, a suite of such tests.
    const peers = packed.peerDependencies ?? {};
    const isForPeer =
      path.slice('./'.length) in peers || (path === './testing' && 'vitest' in peers);
    if (!path.endsWith('.json') && !isForPeer) entries.push(packed.name + path.slice(1));
  }
  for (const [name, path] of Object.entries(packed.bin ?? {}))
    commands.push({ name, file: join(scratch, 'node_modules', packed.name, path) });
  return [filename];
}

/** Every name in the published types must resolve for someone without our development dependencies. */
function checkTypes() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const types = join(root, 'node_modules/@types');
  const imports = entries.map((entry, index) => `export * as e${index} from '${entry}';`);
  writeFileSync(join(scratch, 'types.mts'), imports.join('\n'));
  const options = '--noEmit --strict --skipLibCheck false --module nodenext --target es2023';
  run(process.execPath, [
    compiler,
    ...options.split(' '),
    ...['--types', 'node', '--typeRoots', types, 'types.mts'],
  ]);
  console.log(`${entries.length} entries have types that stand alone`);
}

/**
 * @param {string} node
 * @param {string} version
 * @param {string} entry
 */
function checkEntry(node, version, entry) {
  const print = 'process.stdout.write(JSON.stringify(Object.keys(loaded)))';
  const [imported, required] = [
    load(node, 'load.mjs', `const loaded = await import('${entry}'); ${print}`),
    load(node, 'load.cjs', `const loaded = require('${entry}'); ${print}`),
  ];
  if (imported === required) return;
  fail(`${entry} on ${version}: import gives ${imported}, require gives ${required}`);
}

/**
 * Answers the exported names; fails when anything else is printed, or when something keeps the process alive.
 *
 * @param {string} node
 * @param {string} file
 * @param {string} script
 */
function load(node, file, script) {
  writeFileSync(join(scratch, file), script);
  const { status, stdout, stderr } = start(node, [file], scratch, 20_000);
  if (status !== 0) fail(`${script}\non ${node} ends with ${status}:\n${stderr}`);
  if (stderr !== '' || !/^\["[^\n]*"\]$/.test(stdout))
    fail(`${script}\non ${node} prints:\n${stdout}${stderr}`);
  return stdout;
}

/**
 * @param {string} node
 * @param {string} version
 * @param {{ name: string, file: string }} command
 */
function checkCommand(node, version, { name, file }) {
  const { status, stdout, stderr } = start(node, [file, '--help'], scratch, 20_000);
  if (status === 0 && stdout.includes(name)) return;
  fail(
    `${name} --help on ${version} ends with ${status} and does not name itself:\n${stdout}${stderr}`,
  );
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function start(program, args, cwd = scratch, timeout = 180_000) {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8', timeout });
  if (result.error === undefined) return result;
  return fail(`${program} ${args.join(' ')} does not end by itself: ${result.error.message}`);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args, cwd = scratch) {
  const { status, stdout, stderr } = start(program, args, cwd);
  return status === 0 ? stdout : fail(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

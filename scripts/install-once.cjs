'use strict';
// Installs the workspace unless it is installed already. Plain old JavaScript without dependencies, so that a Node
// that is too old gets a sentence and not a stack trace.
var childProcess = require('child_process');
var crypto = require('crypto');
var fs = require('fs');
var os = require('os');
var path = require('path');

var root = path.join(__dirname, '..');
var manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
var stamp = path.join(root, 'node_modules', '.installed');

refuseOldNode(manifest.engines.node.replace('>=', ''));
var wanted = fingerprint();
// The stamp is written last: an install that was cut off leaves none.
if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
  install();
  fs.writeFileSync(stamp, wanted);
}

/** @param {string} oldest major and minor, for example `20.19` */
function refuseOldNode(oldest) {
  if (asNumber(process.versions.node) >= asNumber(oldest)) return;
  console.error(
    'srkit needs Node ' +
      oldest +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. Install a newer Node and run the command again.',
  );
  process.exit(1);
}

/** @param {string} version */
function asNumber(version) {
  var parts = version.split('.');
  return Number(parts[0]) * 1000 + Number(parts[1]);
}

/** What an installation depends on: the lockfile, and the machine that native packages were chosen for. */
function fingerprint() {
  var hash = crypto.createHash('sha256');
  hash.update(fs.readFileSync(path.join(root, 'pnpm-lock.yaml')));
  hash.update(fs.readFileSync(path.join(root, 'pnpm-workspace.yaml')));
  return hash.digest('hex') + ' ' + process.platform + ' ' + process.arch + '\n';
}

function install() {
  console.error('Installing once, which takes about half a minute.');
  fs.rmSync(stamp, { force: true });
  // Not npx: when it is cut off, what it leaves in its cache fails every later run.
  var folder = fs.mkdtempSync(path.join(os.tmpdir(), 'srkit-pnpm-'));
  process.on('exit', function () {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  var quiet = ' --no-audit --no-fund --loglevel=error ';
  run('npm install --prefix "' + folder + '"' + quiet + manifest.packageManager, 'ignore');
  var pnpm = path.join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
  // pnpm asks before it replaces what npm or another pnpm installed; nobody is there to answer.
  var options = ' install --frozen-lockfile --loglevel=error --config.confirmModulesPurge=false';
  run('"' + process.execPath + '" "' + pnpm + '"' + options, 'inherit');
}

/**
 * @param {string} command
 * @param {'ignore' | 'inherit'} stdout pnpm prints its errors there, npm only a summary
 */
function run(command, stdout) {
  /** @type {import('child_process').StdioOptions} */
  var stdio = ['ignore', stdout, 'inherit'];
  var result = childProcess.spawnSync(command, { cwd: root, shell: true, stdio: stdio });
  if (result.status === 0) return;
  console.error('This failed: ' + command);
  console.error('It needs the npm registry. The same command goes on where it stopped.');
  process.exit(result.status || 1);
}

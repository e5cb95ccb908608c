'use strict';
// Installs the workspace when the lockfile is newer than node_modules. Plain old JavaScript without dependencies, so that
// a Node that is too old gets a sentence and not a stack trace.
var fs = require('fs');
var path = require('path');
var childProcess = require('child_process');

var root = path.join(__dirname, '..');
var manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
var wanted = manifest.engines.node.replace('>=', '').split('.').map(Number);
var present = process.versions.node.split('.').map(Number);
if (present[0] < wanted[0] || (present[0] === wanted[0] && present[1] < wanted[1])) {
  console.error(
    'srkit needs Node ' + wanted.join('.') + ' or newer; this is Node ' + process.versions.node + '. Install a newer Node and run the command again.',
  );
  process.exit(1);
}

var installed = path.join(root, 'node_modules', '.modules.yaml');
var lockfile = path.join(root, 'pnpm-lock.yaml');
var upToDate = fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lockfile).mtimeMs;
if (!upToDate) {
  var command = 'npx -y ' + manifest.packageManager + ' install --frozen-lockfile';
  console.error('Installing once: ' + command);
  var result = childProcess.spawnSync(command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: true });
  if (result.status !== 0) process.exit(result.status || 1);
  // pnpm leaves .modules.yaml alone when nothing changed.
  var now = new Date();
  fs.utimesSync(installed, now, now);
}

// Prints what Claude Desktop and Claude Code need to start the server of this checkout: `npm run claude`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const command = join(import.meta.dirname, '../apps/mcp-server/dist/srkit-mcp.js');
const node = process.execPath;
const demo = { command: node, args: [command, '--demo'] };
const registry = {
  command: node,
  args: [command],
  env: {
    SCHEMA_REGISTRY_URL: 'http://localhost:8081',
    SCHEMA_REGISTRY_USER: '',
    SCHEMA_REGISTRY_PASSWORD: '',
    VIEWONLY: 'true',
  },
};

/** @param {object} server */
function configuration(server) {
  return JSON.stringify({ mcpServers: { srkit: server } }, null, 2);
}

/** @param {string} word */
function quoted(word) {
  if (/^[\w./:=@-]+$/.test(word)) return word;
  return process.platform === 'win32' ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}

const words = [node, command].map(quoted).join(' ');

console.log(`Claude Desktop: put one of these into its configuration file, then restart it.

  macOS    ~/Library/Application Support/Claude/claude_desktop_config.json
  Windows  %APPDATA%\\Claude\\claude_desktop_config.json
  Linux    ~/.config/Claude/claude_desktop_config.json

A registry in memory with sample schemas; nothing is kept:

${configuration(demo)}

Your registry, view-only until you take VIEWONLY out:

${configuration(registry)}

Claude Code: run one of these.

  claude mcp add srkit -- ${words} --demo
  claude mcp add srkit --env SCHEMA_REGISTRY_URL=http://localhost:8081 --env VIEWONLY=true -- ${words}
`);

if (!existsSync(command)) {
  console.log('The server is not built yet. Build it first: npm run demo');
}

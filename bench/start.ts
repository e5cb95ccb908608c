// How long the server takes from its start to its answer to initialize, against an SDK hello-world that is bundled the same
// way. Run it with `npx tsx bench/start.ts [ROUNDS]` after a build.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';

const root = join(import.meta.dirname, '..');
const app = join(root, 'apps/mcp-server');
const rounds = Math.max(20, Number(process.argv[2]) || 0);
/** What the ratio may be at most. */
const limit = 1.25;

const helloWorld = `
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';

serveStdio(() => {
  const server = new McpServer({ name: 'hello', version: '1.0.0' });
  const inputSchema = z.object({ name: z.string() });
  server.registerTool('hello', { description: 'Greets', inputSchema }, ({ name }) => ({
    content: [{ type: 'text', text: 'Hello ' + name }],
  }));
  return server;
});
`;

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1.0.0' },
  },
};

interface Contestant {
  name: string;
  words: string[];
  environment: Record<string, string>;
  milliseconds: number[];
}

async function buildHelloWorld(folder: string): Promise<string> {
  const entry = join(folder, 'hello.ts');
  writeFileSync(entry, helloWorld);
  await build({
    config: false,
    silent: true,
    entry: [entry],
    outDir: join(folder, 'dist'),
    outExtension: () => ({ js: '.mjs' }),
    format: ['esm'],
    target: 'node20',
    sourcemap: true,
    splitting: false,
    removeNodeProtocol: false,
    noExternal: [/.*/],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    esbuildOptions(options) {
      options.nodePaths = [join(app, 'node_modules')];
    },
  });
  return join(folder, 'dist/hello.mjs');
}

function measureOnce({ words, environment }: Contestant): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, words, {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${words.join(' ')} ended without an answer`)));
    child.stdout.once('data', () => {
      const took = performance.now() - began;
      child.removeAllListeners('exit');
      child.once('exit', () => resolve(took));
      child.stdin.end();
    });
    child.stdin.write(`${JSON.stringify(initialize)}\n`);
  });
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), 'srkit-bench-'));
try {
  const hello = await buildHelloWorld(folder);
  const bundle = join(app, 'dist/srkit-mcp.js');
  const registry = { SCHEMA_REGISTRY_URL: 'http://127.0.0.1:8081' };
  const contestants: Contestant[] = [
    { name: 'SDK hello-world', words: [hello], environment: {}, milliseconds: [] },
    { name: 'srkit-mcp with a URL', words: [bundle], environment: registry, milliseconds: [] },
    { name: 'srkit-mcp --demo', words: [bundle, '--demo'], environment: {}, milliseconds: [] },
  ];
  // One round more than is counted: the first fills the file system's cache.
  for (let round = 0; round <= rounds; round += 1) {
    for (const contestant of contestants) {
      const took = await measureOnce(contestant);
      if (round > 0) contestant.milliseconds.push(took);
    }
  }
  const yardstick = median(contestants[0]?.milliseconds ?? []);
  console.log(`start to the answer of initialize, median of ${rounds} rounds, ${process.version}`);
  for (const { name, milliseconds } of contestants) {
    const middle = median(milliseconds);
    const ratio = middle / yardstick;
    console.log(`${name.padEnd(22)} ${middle.toFixed(1).padStart(7)} ms   ${ratio.toFixed(2)}`);
    if (ratio > limit) {
      console.error(`${name} takes more than ${limit} times as long as the hello-world.`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

// What clearing contexts takes, beside a bare loop of the same deletions: 300 subjects behind a socket that answers 10 ms late,
// with references in any direction. The loop is run on as many subjects without references, as it would fail otherwise.
// Run it with `pnpm exec tsx --conditions=@srkit/source bench/contexts.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import type { Cleared, ClearMessage, CountMessage, FillMessage } from './contexts/messages.ts';
import { type ServerProcess, startServer } from './embedded/server-process.ts';

const [subjects, latencyMs, most] = [300, 10, 1.1];
const rounds = Math.max(1, Number(process.argv[2]) || 5);
const contexts = [0, 1, 2, 3, 4].map((number) => `feature-${number}`);
let missed = 0;

const folder = mkdtempSync(join(tmpdir(), 'srkit-bench-'));
try {
  await buildProcesses();
  const registry = await startServer(join(folder, 'registry.mjs'));
  const clearing = await startServer(join(folder, 'clearing.mjs'));
  console.log(
    `node ${process.version}, ${subjects} subjects in ${contexts.length} contexts, answers ${latencyMs} ms late, 4 at a time, best of ${rounds} rounds`,
  );
  for (const permanent of [false, true]) await compare(registry, clearing, permanent);
  await clearing.stop();
  await registry.stop();
} finally {
  rmSync(folder, { recursive: true });
}
if (missed > 0) process.exitCode = 1;

/**
 * Both in turn, round after round, after some that do not count. The best of each counts: what else the machine does can only
 * add to a time that is mostly waiting.
 */
async function compare(
  registry: ServerProcess,
  clearing: ServerProcess,
  permanent: boolean,
): Promise<void> {
  const [ours, bare]: [Cleared[], Cleared[]] = [[], []];
  for (let round = -2; round < rounds; round += 1) {
    const loop = await clear(registry, clearing, { permanent, bare: true, references: 0 });
    const own = await clear(registry, clearing, { permanent, bare: false, references: 2 });
    if (round < 0) continue;
    bare.push(loop);
    ours.push(own);
  }
  console.log(`\n${permanent ? 'for good' : 'softly'}`);
  for (const field of ['requests', 'milliseconds'] as const) {
    const [own, loop] = [bestOf(ours, field), bestOf(bare, field)];
    const ratio = own / loop;
    const isMet = ratio <= most;
    if (!isMet) missed += 1;
    console.log(
      `  ${field.padEnd(13)} ${own.toFixed(0).padStart(6)}   bare loop ${loop.toFixed(0).padStart(6)}   x${ratio.toFixed(3)}, at most ${most}: ${isMet ? 'ok' : 'NO'}`,
    );
  }
}

async function clear(
  registry: ServerProcess,
  clearing: ServerProcess,
  { permanent, bare, references }: { permanent: boolean; bare: boolean; references: number },
): Promise<Cleared> {
  const { port } = registry;
  await registry.ask({ subjects, references, latencyMs } satisfies FillMessage);
  const message: ClearMessage = { port, contexts, permanent, bare };
  const cleared = await clearing.ask<Cleared>(message);
  const { left } = await registry.ask<{ left: number }>({ count: true } satisfies CountMessage);
  if (left > 0) throw new Error(`${left} subjects are left.`);
  return cleared;
}

function bestOf(all: readonly Cleared[], field: keyof Cleared): number {
  return Math.min(...all.map((one) => one[field]));
}

async function buildProcesses(): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry: {
      registry: join(import.meta.dirname, 'contexts/registry-process.ts'),
      clearing: join(import.meta.dirname, 'contexts/clearing-process.ts'),
    },
    outDir: folder,
    outExtension: () => ({ js: '.mjs' }),
    format: ['esm'],
    target: 'node20',
    splitting: false,
    removeNodeProtocol: false,
    noExternal: [/.*/],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    esbuildOptions(options) {
      options.conditions = ['@srkit/source', 'node'];
    },
  });
}

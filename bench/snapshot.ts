// How long a snapshot takes, in how many requests and how much memory, of a registry behind a socket that answers 10 ms late;
// and the same work done one by one beside it. Then how time and memory grow with what the registry holds.
// Run it with `pnpm exec tsx --conditions=@srkit/source bench/snapshot.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import { type ServerProcess, startServer } from './embedded/server-process.ts';
import { growth, type TimedSize } from './measure-in-turn.ts';
import type {
  Compared,
  CompareMessage,
  FillMessage,
  TakeMessage,
  Taken,
} from './snapshot/messages.ts';

const latencyMs = 10;
const rounds = Math.max(1, Number(process.argv[2]) || 3);
let missed = 0;

const folder = mkdtempSync(join(tmpdir(), 'srkit-bench-'));
try {
  await buildProcesses();
  const registry = await startServer(join(folder, 'registry.mjs'));
  console.log(`node ${process.version}, answers ${latencyMs} ms late, median of ${rounds} rounds`);
  await compareWithSingly(registry);
  await small(registry);
  await compareTwo(registry);
  await grow(registry);
  await registry.stop();
} finally {
  rmSync(folder, { recursive: true });
}
if (missed > 0) process.exitCode = 1;

async function compareWithSingly(registry: ServerProcess): Promise<void> {
  const [subjects, versions, share] = [10_000, 3, 500];
  await fill(registry, { subjects, versions, latencyMs });
  const taken = await take({ port: registry.port });
  const singly = await take({ port: registry.port, singly: share });
  const factor = subjects / share;
  console.log(`\n${count(subjects)} subjects, ${count(subjects * versions)} versions of 1 KB`);
  const requests = requestsForSchemas(taken);
  const others = total(singly) * factor;
  const seconds = (singly.milliseconds / 1000) * factor;
  row('requests for schemas', requests, `one by one ${count(others)}`, others / requests);
  row(
    'seconds',
    taken.milliseconds / 1000,
    `one by one ${seconds.toFixed(1)}`,
    seconds / (taken.milliseconds / 1000),
  );
  console.log(`  (one by one: ${share} of the subjects, 16 at a time, times ${factor})`);
  atMost('requests for schemas', requests, 40);
  atMost('seconds', taken.milliseconds / 1000, 5);
  console.log(
    `  memory over the baseline: peak ${megabytes(taken.peakRss)} MB, held ${megabytes(taken.heldRss)} MB`,
  );
}

async function small(registry: ServerProcess): Promise<void> {
  await fill(registry, { subjects: 300, versions: 2, latencyMs, configured: true });
  console.log('\n300 subjects x 2 versions');
  const schemas = await take({ port: registry.port });
  atMost('requests', total(schemas), 5);
  atMost('seconds', schemas.milliseconds / 1000, 0.1);
  const all = await take({ port: registry.port, includeConfigs: true });
  console.log(`  with every configuration and mode: ${total(all)} requests`);
  atMost('seconds', all.milliseconds / 1000, 0.8);
}

/** Two registries that differ in 33 places. */
async function compareTwo(registry: ServerProcess): Promise<void> {
  const other = await startServer(join(folder, 'registry.mjs'));
  const sizes = [
    { subjects: 300, versions: 2, configured: true, differences: 33 },
    { subjects: 10_000, versions: 3, configured: false, differences: 27 },
  ];
  for (const { differences, ...size } of sizes) {
    await fill(registry, { ...size, latencyMs: 0 });
    await fill(other, { ...size, latencyMs: 0, planted: true });
    const compared = await compare([registry.port, other.port], size.configured);
    const { compareMs, compareEqualMs, findMissingMs, findConflictsMs, statisticsMs } = compared;
    console.log(`\ncomparing two of ${count(size.subjects)} subjects x ${size.versions} versions`);
    atMost('differences not found', differences - compared.differences, 0);
    atMost('differences too many', compared.differences - differences, 0);
    atMost('seconds', compareMs / 1000, 1);
    atMost('seconds for statistics of one', statisticsMs / 1000, 1);
    console.log(
      `  ms: two that are equal ${compareEqualMs.toFixed(0)}, find missing ${findMissingMs.toFixed(0)}, find conflicts ${findConflictsMs.toFixed(0)}`,
    );
  }
  await other.stop();
}

/** Medians of all rounds, each in a process of its own, in which nothing has run before. */
async function compare(ports: [number, number], includeConfigs: boolean): Promise<Compared> {
  const all: Compared[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const process = await startServer(join(folder, 'comparing.mjs'));
    all.push(await process.ask<Compared>({ ports, includeConfigs } satisfies CompareMessage));
    await process.stop();
  }
  return {
    differences: median(all.map(({ differences }) => differences)),
    compareMs: median(all.map(({ compareMs }) => compareMs)),
    compareEqualMs: median(all.map(({ compareEqualMs }) => compareEqualMs)),
    findMissingMs: median(all.map(({ findMissingMs }) => findMissingMs)),
    findConflictsMs: median(all.map(({ findConflictsMs }) => findConflictsMs)),
    statisticsMs: median(all.map(({ statisticsMs }) => statisticsMs)),
  };
}

async function grow(registry: ServerProcess): Promise<void> {
  console.log('\nas it grows, 3 versions a subject');
  const times: TimedSize[] = [];
  for (const size of [1000, 10_000, 100_000]) {
    await fill(registry, { subjects: Math.round(size / 3), versions: 3, latencyMs: 0 });
    const taken = await take({ port: registry.port });
    times.push([taken.versions, taken.milliseconds]);
    console.log(
      `  ${count(taken.versions).padStart(7)} versions: ${taken.milliseconds.toFixed(0).padStart(6)} ms, ${requestsForSchemas(taken)} requests for schemas; memory peak ${megabytes(taken.peakRss)} MB, held ${megabytes(taken.heldRss)} MB (heap ${megabytes(taken.heldHeap)} MB)`,
    );
    if (size === 100_000) atMost('MB over the baseline', taken.peakRss / 1e6, 150);
  }
  atMost('exponent of time', growth(times).whole, 1.1);
}

/** Medians of all rounds, each in a process of its own, after a few reads that are not counted. */
async function take(message: TakeMessage): Promise<Taken> {
  const all: Taken[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const process = await startServer(join(folder, 'taking.mjs'));
    await process.ask<Taken>({ ...message, singly: 20 });
    all.push(await process.ask<Taken>(message));
    await process.stop();
  }
  const [first] = all;
  if (first === undefined || all.some(({ unreadable }) => unreadable > 0)) {
    throw new Error('The snapshot is not whole.');
  }
  return {
    ...first,
    milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
    peakRss: median(all.map(({ peakRss }) => peakRss)),
    heldRss: median(all.map(({ heldRss }) => heldRss)),
    heldHeap: median(all.map(({ heldHeap }) => heldHeap)),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

async function fill(registry: ServerProcess, message: FillMessage): Promise<void> {
  await registry.ask(message);
}

async function buildProcesses(): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry: {
      registry: join(import.meta.dirname, 'snapshot/registry-process.ts'),
      taking: join(import.meta.dirname, 'snapshot/taking-process.ts'),
      comparing: join(import.meta.dirname, 'snapshot/comparing-process.ts'),
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

function requestsForSchemas({ requests }: Taken): number {
  const { listSchemas = 0, listSubjects = 0, listContexts = 0 } = requests;
  return listSchemas + listSubjects + listContexts;
}

function total({ requests }: Taken): number {
  return Object.values(requests).reduce((sum, number) => sum + number, 0);
}

function row(name: string, ours: number, theirs: string, ratio: number): void {
  const own = Number.isInteger(ours) ? count(ours) : ours.toFixed(2);
  console.log(
    `  ${name.padEnd(24)} ${own.padStart(8)}   ${theirs.padEnd(24)} x${ratio.toFixed(1)}`,
  );
}

function atMost(name: string, value: number, most: number): void {
  const isMet = value <= most;
  if (!isMet) missed += 1;
  console.log(`  ${name}: ${Number(value.toFixed(3))}, at most ${most}: ${isMet ? 'ok' : 'NO'}`);
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

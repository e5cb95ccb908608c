// How many requests a second the client makes, against the same read by a bare fetch, by undici.request and by
// @confluentinc/schemaregistry, in turn in one run; and what a read from the cache costs.
// Run it with `pnpm exec tsx --conditions=@srkit/source bench/client.ts [ROUNDS]`. The first run installs Confluent's client
// (281 packages) into node_modules/.cache, where nothing else sees it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'tsup';

const root = join(import.meta.dirname, '..');
const clientFolder = join(root, 'packages/registry-client');
const rounds = Math.max(3, Number(process.argv[2]) || 7);
const roundMs = 400;
/** What the ratios have to be at least. */
const leastOfFetch = 0.9;
const leastOfConfluent = 2;
const leastCached = 100;

interface Runner {
  name: string;
  read(): Promise<unknown>;
}

/** As much of undici as is measured. */
interface UndiciModule {
  Pool: new (
    url: string,
    options: { connections: number },
  ) => {
    request(options: {
      method: 'GET';
      path: string;
    }): Promise<{ body: { text(): Promise<string> } }>;
  };
}

type Client = typeof import('../packages/registry-client/src/index.ts');
type TransportModule = typeof import('../packages/registry-client/src/node/index.ts');

const { createRegistryClient, createTransport } = await buildClient();
const url = await startServer();
const transport = createTransport();
const uncached = { url, cache: false, retry: false } as const;
const clients = {
  ours: createRegistryClient({ ...uncached, fetch: transport.fetch }),
  overFetch: createRegistryClient(uncached),
  cached: createRegistryClient({ url, fetch: transport.fetch }),
};
const { Pool }: UndiciModule = createRequire(join(clientFolder, 'package.json'))('undici');
const pool = new Pool(url, { connections: 64 });
const confluent = await confluentClient();

// Each read is of another id, as a client may answer two reads of the same one by one request.
let lastId = 0;
function nextId(): number {
  lastId += 1;
  return lastId;
}

const runners: Runner[] = [
  {
    name: 'bare fetch',
    read: async () => JSON.parse(await (await fetch(`${url}/schemas/ids/${nextId()}`)).text()),
  },
  {
    name: 'undici.request',
    read: async () => {
      const { body } = await pool.request({ method: 'GET', path: `/schemas/ids/${nextId()}` });
      return JSON.parse(await body.text());
    },
  },
  { name: 'client, pooled transport', read: async () => clients.ours.schemas.getById(nextId()) },
  { name: 'client, global fetch', read: async () => clients.overFetch.schemas.getById(nextId()) },
  ...(confluent ? [{ name: '@confluentinc/schemaregistry', read: confluent }] : []),
  { name: 'client, from the cache', read: async () => clients.cached.schemas.getById(1) },
];

const failures: string[] = [];
console.log(`Reads of a schema of 1 KB a second, median of ${rounds} rounds of ${roundMs} ms\n`);
for (const concurrency of [1, 10, 64]) {
  const rates = await measure(concurrency);
  const base = rates.get('bare fetch') ?? 0;
  console.log(`concurrency ${concurrency}`);
  for (const { name } of runners) {
    const rate = rates.get(name) ?? 0;
    console.log(
      `  ${name.padEnd(30)} ${String(Math.round(rate)).padStart(8)}/s  x${(rate / base).toFixed(2)}`,
    );
  }
  const ours = rates.get('client, pooled transport') ?? 0;
  expectAtLeast('of bare fetch', concurrency, ours / base, leastOfFetch);
  const theirs = rates.get('@confluentinc/schemaregistry');
  if (theirs) expectAtLeast("of Confluent's client", concurrency, ours / theirs, leastOfConfluent);
  const cached = (rates.get('client, from the cache') ?? 0) / base;
  if (concurrency === 1) expectAtLeast('of bare fetch, cached', concurrency, cached, leastCached);
}
console.log(
  failures.length === 0 ? '\nAll ratios are as they should be.' : `\n${failures.join('\n')}`,
);
process.exit(failures.length === 0 ? 0 : 1);

function expectAtLeast(what: string, concurrency: number, ratio: number, least: number): void {
  if (ratio < least) {
    failures.push(`x${ratio.toFixed(2)} ${what} at concurrency ${concurrency}: at least ${least}`);
  }
}

/** Takes turns, so that what slows the machine down slows everybody down. */
async function measure(concurrency: number): Promise<Map<string, number>> {
  const samples = new Map<string, number[]>(runners.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, read } of runners) {
      const rate = await rateOf(read, concurrency);
      if (round > 0) samples.get(name)?.push(rate);
    }
  }
  return new Map([...samples].map(([name, all]) => [name, median(all)]));
}

async function rateOf(read: () => Promise<unknown>, concurrency: number): Promise<number> {
  let count = 0;
  const begun = performance.now();
  const end = begun + roundMs;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < end) {
        await read();
        count += 1;
      }
    }),
  );
  return count / ((performance.now() - begun) / 1_000);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** A bare server on a thread of its own that answers everything with a schema of 1 KB. */
async function startServer(): Promise<string> {
  const fields = Array.from({ length: 12 }, (_, index) => ({
    name: `field${index}`,
    type: 'string',
    doc: 'Says something about it.',
  }));
  const schema = JSON.stringify({ type: 'record', name: 'Order', fields });
  const body = JSON.stringify({ subject: 's', version: 1, id: 1, schemaType: 'AVRO', schema });
  const worker = new Worker(
    `const { createServer } = require('node:http');
     const { parentPort, workerData } = require('node:worker_threads');
     const headers = { 'content-type': 'application/vnd.schemaregistry.v1+json', 'content-length': Buffer.byteLength(workerData) };
     createServer((_, response) => { response.writeHead(200, headers); response.end(workerData); })
       .listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });`,
    { eval: true, workerData: body },
  );
  const port = await new Promise<number>((resolve) => {
    worker.once('message', resolve);
  });
  return `http://127.0.0.1:${port}`;
}

/** Measured is what ships: tsx would wrap every function of the sources at every call. */
async function buildClient(): Promise<Client & TransportModule> {
  const folder = mkdtempSync(join(clientFolder, 'bench-'));
  try {
    await build({
      config: false,
      silent: true,
      entry: {
        index: join(clientFolder, 'src/index.ts'),
        transport: join(clientFolder, 'src/node/index.ts'),
      },
      outDir: folder,
      outExtension: () => ({ js: '.mjs' }),
      format: ['esm'],
      target: 'node20',
      noExternal: [/^@srkit\//],
      esbuildOptions: (options) => {
        options.conditions = ['@srkit/source'];
      },
      external: ['undici'],
      removeNodeProtocol: false,
    });
    const index: Client = await import(pathToFileURL(join(folder, 'index.mjs')).href);
    const node: TransportModule = await import(pathToFileURL(join(folder, 'transport.mjs')).href);
    return { ...index, ...node };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A read by Confluent's client that asks every time, as the others do; undefined where it cannot be installed. */
async function confluentClient(): Promise<(() => Promise<unknown>) | undefined> {
  const folder = join(root, 'node_modules/.cache/bench-client');
  const name = '@confluentinc/schemaregistry';
  if (!existsSync(join(folder, 'node_modules', name))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', `${name}@1.10.1`], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    } catch {
      console.log(`${name} cannot be installed here, and is left out.`);
      return undefined;
    }
  }
  const { SchemaRegistryClient } = createRequire(join(folder, 'package.json'))(name);
  const client = new SchemaRegistryClient({ baseURLs: [url], cacheCapacity: 1 });
  return async () => client.getBySubjectAndId('s', nextId());
}

// How many requests a second the embedded registry answers on a socket, against a bare node:http server that answers the same
// bytes, over 64 connections, in turn in one run; then how its time and memory grow with what it holds.
// Run it with `pnpm exec tsx bench/embedded.ts [ROUNDS]`.
import { join } from 'node:path';
import { type Load, openLoad, type Prepared, prepare } from './embedded/load.ts';
import { buildServers, type ServerProcess, startServer } from './embedded/server-process.ts';
import { recordText } from './embedded/texts.ts';
import { growth, type TimedSize } from './measure-in-turn.ts';

const connections = 64;
const roundMs = 500;
const rounds = Math.max(3, Number(process.argv[2]) || 7);
const sizes = [1000, 10_000, 100_000];
const growthRounds = 9;

/** One kind of request, as both servers are asked it. */
interface Question {
  name: string;
  /** What the ratio has to be at least. */
  least?: number;
  /** The next request; undefined when there are no more. */
  next: () => Prepared | undefined;
  /** Called before each round. */
  fill?: () => void;
}

const subjects = Array.from(
  { length: 100 },
  (_, index) => `com.example.bench.orders-${index}-value`,
);
const versionOf = new Map<string, number>();
let registrations = 0;

/** A registration of a text that was never sent before, as a new version of one of the subjects in turn. */
function newVersion(): Prepared {
  const subject = subjects[registrations++ % subjects.length] ?? '';
  const version = (versionOf.get(subject) ?? 0) + 1;
  versionOf.set(subject, version);
  return registration(subject, recordText(subject.replace(/\W/g, '_'), version));
}

function registration(subject: string, schema: string): Prepared {
  return prepare('POST', `/subjects/${subject}/versions`, JSON.stringify({ schema }));
}

const { folder, remove } = await buildServers();
try {
  const registry = await startServer(join(folder, 'registry.mjs'));
  const bare = await startServer(join(folder, 'bare.mjs'));
  const [ours, theirs] = [
    await openLoad(registry.port, connections),
    await openLoad(bare.port, connections),
  ];
  console.log(
    `node ${process.version}, ${connections} connections, median of ${rounds} rounds in turn`,
  );
  await compare(ours, theirs, bare);
  ours.close();
  theirs.close();
  await Promise.all([registry.stop(), bare.stop()]);
  await grow(folder);
} finally {
  remove();
}

async function compare(ours: Load, theirs: Load, bare: ServerProcess): Promise<void> {
  await ours.run(inTurn(Array.from({ length: 1000 }, newVersion)), 60_000);
  const byId = Array.from({ length: 1000 }, (_, index) => `/schemas/ids/${index + 1}`);
  const repeated = registration(
    subjects[0] ?? '',
    recordText((subjects[0] ?? '').replace(/\W/g, '_'), 1),
  );
  let fresh: Prepared[] = [];

  await compareOne(ours, theirs, bare, byId, {
    name: 'read by id',
    least: 0.7,
    next: inCircle(byId.map((target) => prepare('GET', target))),
  });
  await compareOne(ours, theirs, bare, [], {
    name: 'repeated registration',
    least: 0.6,
    next: () => repeated,
  });
  await compareOne(ours, theirs, bare, [], {
    name: 'new version, 1 KB, BACKWARD',
    least: 0.3,
    fill: () => {
      fresh = Array.from({ length: 10_000 }, newVersion);
    },
    next: () => fresh.pop(),
  });
  const more = Array.from({ length: 10_000 - subjects.length }, (_, index) =>
    registration(`more-subjects-${index}-value`, '"string"'),
  );
  await ours.run(inTurn(more), 60_000);
  await compareOne(ours, theirs, bare, ['/subjects'], {
    name: 'GET /subjects, 10,000 of them',
    least: 0.5,
    next: inCircle([prepare('GET', '/subjects')]),
  });
}

/** Asks both in turn, the bare server with the answers that the registry gives. */
async function compareOne(
  ours: Load,
  theirs: Load,
  bare: ServerProcess,
  targets: readonly string[],
  question: Question,
): Promise<void> {
  const answers: string[] = [];
  const byTarget: [string, string][] = [];
  for (const target of targets) {
    await ours.run(inTurn([prepare('GET', target)]), 1000, (body) =>
      byTarget.push([target, body.toString()]),
    );
  }
  question.fill?.();
  if (targets.length === 0)
    await ours.run(question.next, 200, (body) => answers.push(body.toString()));
  await bare.ask({ byTarget, inTurn: answers });
  const rates: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, load] of Object.entries({ ours, theirs }) as [keyof typeof rates, Load][]) {
      question.fill?.();
      const { count, milliseconds } = await load.run(question.next, roundMs);
      if (round >= 0) rates[name].push((count / milliseconds) * 1000);
    }
  }
  const [own, bareRate] = [median(rates.ours), median(rates.theirs)];
  const ratio = own / bareRate;
  const verdict =
    question.least === undefined
      ? ''
      : `  at least ${question.least}: ${ratio >= question.least ? 'ok' : 'NO'}`;
  console.log(
    `${question.name.padEnd(32)} ${rate(own)} /s  bare ${rate(bareRate)} /s  ratio ${ratio.toFixed(2)}${verdict}`,
  );
}

/** A registry of one size, and how it is asked. */
interface Grown {
  size: number;
  server: ServerProcess;
  questions: Readonly<Record<string, () => Prepared>>;
}

/**
 * How the time of a request, and the memory, grow with what the registry holds. Registries of all sizes are asked in turn, round
 * after round: between one size and the next a machine may change its pace.
 */
async function grow(folder: string): Promise<void> {
  console.log(
    '\nwith distinct versions of 1 KB in a tenth as many subjects, one connection, in turn:',
  );
  const started: Grown[] = [];
  for (const size of sizes) started.push(await startGrown(folder, size));
  // Opened only now, as a server closes connections that are idle for a while.
  const all = await Promise.all(
    started.map(async (one) => ({ ...one, asking: await openLoad(one.server.port, 1) })),
  );
  const times = new Map<string, TimedSize[]>();
  for (const name of Object.keys(all[0]?.questions ?? {})) {
    const taken = new Map<number, number[]>(sizes.map((size) => [size, []]));
    for (let round = -1; round < growthRounds; round += 1) {
      for (const one of all) {
        const next = one.questions[name];
        if (next === undefined) continue;
        const requests = Array.from({ length: 200 }, next);
        const { count, milliseconds } = await one.asking.run(inTurn(requests), 60_000);
        if (round >= 0) taken.get(one.size)?.push(milliseconds / count);
      }
    }
    times.set(
      name,
      [...taken].map(([size, values]) => [size, median(values)]),
    );
  }
  for (const [name, points] of times) {
    const { whole } = growth(points);
    const cells = points.map(([, time]) => `${Math.round(time * 1000)} µs`.padStart(7)).join(' ');
    console.log(
      `growth of ${name.padEnd(24)} ${cells}  exponent ${whole.toFixed(2)}  at most 0.1: ${whole <= 0.1 ? 'ok' : 'NO'}`,
    );
  }
  for (const { asking, server } of all) {
    asking.close();
    await server.stop();
  }
}

/** Starts a registry, fills it, and says how much memory it takes. */
async function startGrown(folder: string, size: number): Promise<Grown> {
  const server = await startServer(join(folder, 'registry.mjs'));
  const { rss: empty } = await server.ask<{ rss: number }>({});
  let held = 0;
  const filling = await openLoad(server.port, connections);
  while (held < size) {
    const batch = Array.from({ length: Math.min(5000, size - held) }, () => grown(held++));
    await filling.run(inTurn(batch), 600_000);
  }
  filling.close();
  const { rss } = await server.ask<{ rss: number }>({});
  console.log(
    `${String(size).padStart(7)} versions: RSS ${megabytes(rss)} MB (empty ${megabytes(empty)} MB)`,
  );
  const any = (): number => Math.floor(Math.random() * size);
  const questions = {
    'read by id': () => prepare('GET', `/schemas/ids/${1 + any()}`),
    'read latest': () => prepare('GET', `/subjects/${grownSubject(any())}/versions/latest`),
    'list versions': () => prepare('GET', `/subjects/${grownSubject(any())}/versions`),
    'repeated registration': () => grown(any()),
    'new version': () => grown(held++),
  };
  return { size, server, questions };
}

function grownSubject(index: number): string {
  return `grown-${Math.floor(index / 10)}-value`;
}

function grown(index: number): Prepared {
  const subject = grownSubject(index);
  return registration(subject, recordText(subject.replace(/\W/g, '_'), index % 10));
}

function inTurn(requests: Prepared[]): () => Prepared | undefined {
  let place = 0;
  return () => requests[place++];
}

function inCircle(requests: readonly Prepared[]): () => Prepared | undefined {
  let place = 0;
  return () => requests[place++ % requests.length];
}

function rate(perSecond: number): string {
  return Math.round(perSecond).toLocaleString('en').padStart(7);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

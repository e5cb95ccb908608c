import { isDeepStrictEqual } from 'node:util';
import { type RunningCommand, startCommand } from './a-command.ts';

/** How often the command is killed, and what it does until then. */
export interface KillPlan {
  /** The data folder. */
  folder: string;
  kills: number;
  /** How many registrations there are to do in each round; it is killed before they are done. */
  registrations: number;
  /** How many are in flight at once. */
  connections: number;
  /** About how long each text is, in bytes. */
  textBytes: number;
  /** Decides at what moment it is killed each time. */
  seed: number;
  /** Told of each round. */
  onRound?: (line: string) => void;
}

interface Kept {
  subject: string;
  version: number;
  id: number;
  guid: string;
  schema: string;
}

/** What was sent and not answered when it was killed: subject by text. */
type InFlight = Map<string, string>;

const subjects = 50;
const pageLength = 1000;

/**
 * Registers, kills the command, and starts it again on the same folder, in turn. Each time, everything that was answered has to be there
 * as it was answered, and what else is there has to be whole and to have been in flight.
 *
 * @returns how many registrations there are in the end, and how many of them were not answered
 * @throws Error that says what is missing, changed or more
 */
export async function killAgainAndAgain(
  plan: KillPlan,
): Promise<{ kept: number; unanswered: number }> {
  const random = randomNumbers(plan.seed);
  const known = new Map<string, Kept>();
  let unanswered = 0;
  let number = 0;
  let command = await startCommand(['--data', plan.folder]);
  try {
    await put(command, '/config', { compatibility: 'NONE' });
    for (let round = 1; round <= plan.kills; round += 1) {
      const killAfter = 1 + Math.floor(random() * (plan.registrations - 1));
      const before = known.size;
      const inFlight: InFlight = new Map();
      const clients = Array.from({ length: plan.connections }, async () => {
        for (;;) {
          number += 1;
          const text = textOf(number, plan.textBytes);
          inFlight.set(text, `s${number % subjects}`);
          const kept = await register(command, `s${number % subjects}`, text);
          if (kept === undefined) return;
          inFlight.delete(text);
          known.set(text, kept);
          if (known.size - before === killAfter) command.child.kill('SIGKILL');
        }
      });
      await Promise.all(clients);
      await command.end('SIGKILL');
      const answered = known.size;
      command = await startCommand(['--data', plan.folder]);
      await check(command, known, inFlight);
      unanswered += known.size - answered;
      plan.onRound?.(
        `round ${round}: killed after ${killAfter} answers, ${inFlight.size} in flight of which ${known.size - answered} were kept; ${known.size} in all`,
      );
    }
    await command.end('SIGTERM');
    command = await startCommand(['--data', plan.folder]);
    await check(command, known, new Map());
    return { kept: known.size, unanswered };
  } finally {
    command.child.kill('SIGKILL');
  }
}

/** Compares what is there with what is known; what was in flight and is there is known from then on. */
async function check(
  command: RunningCommand,
  known: Map<string, Kept>,
  inFlight: InFlight,
): Promise<void> {
  const there = new Set<string>();
  const ids = new Set<number>();
  for (let offset = 0; ; offset += pageLength) {
    const page = await get(command, `/schemas?offset=${offset}&limit=${pageLength}`);
    for (const { subject, version, id, guid, schema } of page) {
      const found: Kept = { subject, version, id, guid, schema };
      there.add(schema);
      ids.add(id);
      const expected = known.get(schema);
      if (expected === undefined && inFlight.get(schema) !== subject)
        throw new Error(`Nobody registered ${JSON.stringify(found)}.`);
      if (expected !== undefined && !isDeepStrictEqual(found, expected))
        throw new Error(`${JSON.stringify(expected)} became ${JSON.stringify(found)}.`);
      known.set(schema, found);
    }
    if (page.length < pageLength) break;
  }
  for (const [text, kept] of known)
    if (!there.has(text)) throw new Error(`${JSON.stringify(kept)} was answered, and is gone.`);
  if (ids.size !== known.size) throw new Error('Two schemas have one id.');
}

function textOf(number: number, bytes: number): string {
  return JSON.stringify({
    type: 'enum',
    name: `E${number}`,
    doc: 'x'.repeat(bytes),
    symbols: ['A'],
  });
}

/** What was answered; undefined when it was not. */
async function register(
  command: RunningCommand,
  subject: string,
  schema: string,
): Promise<Kept | undefined> {
  try {
    const answer = await fetch(`${command.url}/subjects/${subject}/versions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ schema }),
    });
    const { version, id, guid, schema: kept } = (await answer.json()) as Kept;
    if (answer.status !== 200) throw new RangeError(`An answer has the status ${answer.status}.`);
    return { subject, version, id, guid, schema: kept };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}

async function get(command: RunningCommand, path: string): Promise<Kept[]> {
  return (await fetch(`${command.url}${path}`)).json() as Promise<Kept[]>;
}

async function put(command: RunningCommand, path: string, body: object): Promise<void> {
  await fetch(`${command.url}${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Numbers from 0 to 1 that one seed always gives in the same order (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import { defaultContext } from '@srkit/registry-protocol';
import type { SnapshotDetail } from '../snapshot.ts';
import { type Asked, unread } from './ask.ts';
import type { BulkInput } from './in-bulk.ts';
import { listNames, type Names } from './names.ts';
import { readPage } from './pages.ts';
import { partsOf } from './parts.ts';
import type { Reading } from './reading.ts';
import type { ReadScope } from './scope.ts';
import { createShard, type Part, type Shard } from './shard.ts';
import { type ServerKind, tellServer } from './tell-server.ts';
import { createWorkQueue } from './work-queue.ts';

/** What a reading begins with. */
export interface Beginning extends BulkInput {
  readonly server: ServerKind;
}

interface First {
  readonly listed: Asked<string[]> | undefined;
  readonly names: Names;
}

const everything: readonly Part[] = [{ context: undefined, subjectPrefix: '' }];

/**
 * Lists contexts and names and reads a page of each part, all at the same time, and tells what the registry is.
 *
 * @throws RegistryError when nothing of it answers
 */
export async function begin(
  reading: Reading,
  { scope, detail }: { scope: ReadScope; detail: SnapshotDetail },
): Promise<Beginning> {
  const parts = partsOf(scope);
  const shardsOf = (which: readonly Part[]): Shard[] =>
    detail === 'names' ? [] : which.map((part) => createShard(part, reading.pageSize));
  const shards = shardsOf(parts);
  const first = await askFirst(reading, scope, parts, shards);
  const { listed } = first;
  let { names } = first;
  const isNothing = names.all.size === 0 && shards.every(({ pages }) => pages.size === 0);
  const failure = names.unknown[0]?.failure;
  if (failure !== undefined && isNothing && listed?.ok === false) throw failure.error;

  const server = await tellServer(reading, listed);
  const { contexts } = server;
  if (contexts === undefined) {
    names = await listNames(reading, scope, everything, []);
    const own = server.hasBulkRead ? shardsOf(everything) : [];
    for (const shard of own) await readPage(reading, shard, 0);
    return { server, scope, parts: everything, shards: own, contexts: [defaultContext], names };
  }
  if (listed?.ok === false) reading.unreadable.push(unread({ what: 'contexts' }, listed));
  if (names.unknown.length > 0) names = await listNames(reading, scope, parts, contexts);
  return { server, scope, parts, shards, contexts, names };
}

async function askFirst(
  reading: Reading,
  scope: ReadScope,
  parts: readonly Part[],
  shards: readonly Shard[],
): Promise<First> {
  const queue = createWorkQueue(reading.concurrency);
  let listed: Asked<string[]> | undefined;
  let names: Names = { all: new Set(), unknown: [] };
  queue.add(async () => {
    listed = await reading.ask(async ({ signal }) => reading.client.contexts.list({ signal }));
  });
  queue.add(async () => {
    names = await listNames(reading, scope, parts, []);
  });
  for (const shard of shards) queue.add(async () => readPage(reading, shard, 0));
  await queue.done();
  return { listed, names };
}

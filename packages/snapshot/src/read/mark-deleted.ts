import type { SnapshotVersion } from '../snapshot.ts';
import { type BulkInput, readInBulk } from './in-bulk.ts';
import { listNames } from './names.ts';
import { readPage } from './pages.ts';
import { readVersion } from './read-version.ts';
import type { Reading } from './reading.ts';
import { createShard } from './shard.ts';
import { inParallel } from './work-queue.ts';

/**
 * Tells soft-deleted versions from the others where a registry does not say it (Confluent before 8.0): reads the live ones
 * alone, once more.
 *
 * @param subjects changed in place
 * @returns subjects of which it cannot be told
 */
export async function markDeleted(
  reading: Reading,
  { scope, parts, contexts }: Pick<BulkInput, 'scope' | 'parts' | 'contexts'>,
  subjects: Map<string, readonly SnapshotVersion[]>,
): Promise<ReadonlySet<string>> {
  const ofLive: Reading = {
    ...reading,
    deleted: false,
    keep: async (listed) => readVersion(listed),
  };
  const shards = parts.map((part) => createShard(part, reading.pageSize));
  await inParallel(shards, reading.concurrency, async (shard) => readPage(ofLive, shard, 0));
  const names = await listNames(ofLive, scope, parts, contexts);
  const live = await readInBulk(ofLive, { scope, parts, shards, contexts, names });
  for (const [name, versions] of subjects) {
    const alive = new Set(live.subjects.get(name)?.map(({ version }) => version));
    const marked = versions.map((version) => ({
      ...version,
      deleted: !alive.has(version.version),
    }));
    subjects.set(name, marked);
  }
  return live.incomplete;
}

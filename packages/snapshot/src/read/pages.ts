import type { ListedSchema } from '@srkit/registry-protocol';
import type { SnapshotVersion } from '../snapshot.ts';
import type { Asked } from './ask.ts';
import { readVersion } from './read-version.ts';
import type { Reading } from './reading.ts';
import { isSameRow, prefixOf, type Rows, type Shard } from './shard.ts';
import type { WorkQueue } from './work-queue.ts';

// Some pages are in memory at the same time, each as its text and as what it says.
const largestPageBytes = 2 * 1024 * 1024;
// Of a long listing pages are shorter: what is left of large ones is freed late, and adds up. Measured by bench/snapshot.ts.
const longListingBytes = 64 * 1024 * 1024;
const largestPageBytesOfLong = 512 * 1024;

/** Asks for one page of a shard. */
export async function readPage(
  reading: Reading,
  shard: Shard,
  offset: number,
  limit: number = shard.pageSize,
): Promise<void> {
  shard.planned.add(offset);
  const page = await listPage(reading, shard, offset, limit);
  if (!page.ok) {
    shard.failures.set(offset, page);
    return;
  }
  const subjects: string[] = [];
  const versions: SnapshotVersion[] = [];
  for (const listed of page.value) {
    if (listed.deleted === undefined) shard.saysDeleted = false;
    // One text for the versions of a subject, which stand next to each other.
    const before = subjects.at(-1);
    subjects.push(listed.subject === before ? before : listed.subject);
    versions.push(await reading.keep(listed));
  }
  shard.pages.set(offset, { subjects, versions });
  // What is more than was asked for is everything: the server does not page.
  const isLast = versions.length !== limit;
  if (isLast && offset < (shard.lastOffset ?? Number.POSITIVE_INFINITY)) shard.lastOffset = offset;
}

/**
 * Asks for the pages of a shard after its first, several at the same time. Each begins with the last row of the one before it.
 * They are shorter than the first where texts are so long that pages would be.
 *
 * @param total how many rows all shards may have; more are found too, one page after the other
 * @param onPage told of each page that was read
 */
export function readOtherPages(
  reading: Reading,
  queue: WorkQueue,
  { shard, total, onPage }: { shard: Shard; total: number; onPage: () => void },
): void {
  const { versions: first = [] } = shard.pages.get(0) ?? {};
  const limit = limitFor(first, total, shard.pageSize);
  const plan = (offset: number): void => {
    if (shard.planned.has(offset)) return;
    shard.planned.add(offset);
    queue.add(async () => {
      if (shard.lastOffset !== undefined && offset > shard.lastOffset) return;
      await readPage(reading, shard, offset, limit);
      onPage();
      if (shard.lastOffset === undefined && shard.pages.has(offset)) plan(offset + limit - 1);
    });
  };
  const second = first.length - 1;
  plan(second);
  for (let offset = second + limit - 1; offset < shard.estimate; offset += limit - 1) plan(offset);
}

/** How many rows to ask for, so that a page is no longer than it should be. */
function limitFor(versions: readonly SnapshotVersion[], total: number, pageSize: number): number {
  const bytes = versions.reduce((sum, version) => sum + version.bytes, 0);
  const bytesOfOne = Math.max(1, bytes / versions.length);
  const isLong = total * bytesOfOne > longListingBytes;
  const fitting = Math.floor((isLong ? largestPageBytesOfLong : largestPageBytes) / bytesOfOne);
  return Math.max(2, Math.min(pageSize, fitting));
}

/** What asking for the end of a shard once more shows; `more` is after what was its last row. */
export type EndOfShard = 'as it was' | 'moved' | 'more' | 'not paged';

/**
 * Asks for the last row of a shard once more, and for what comes after it. That tells whether somebody has added or removed
 * rows since, and whether the server cuts pages shorter than it is asked.
 */
export async function askForEnd(
  reading: Reading,
  shard: Shard,
  rows: Rows,
): Promise<Asked<EndOfShard>> {
  const last = rows.versions.length - 1;
  const page = await listPage(reading, shard, Math.max(0, last), 2);
  if (!page.ok) return page;
  const found = {
    subjects: page.value.map(({ subject }) => subject),
    versions: page.value.map(readVersion),
  };
  return { ok: true, value: compareEnd(rows, found) };
}

function compareEnd(rows: Rows, found: Rows): EndOfShard {
  const [count, foundCount] = [rows.versions.length, found.versions.length];
  if (count === 0) return foundCount === 0 ? 'as it was' : 'more';
  const isAll =
    count > 1 &&
    foundCount === count &&
    found.versions.every((_, index) => isSameRow(found, index, rows, index));
  if (isAll) return 'not paged';
  if (!isSameRow(found, 0, rows, count - 1)) return 'moved';
  return foundCount === 1 ? 'as it was' : 'more';
}

async function listPage(
  { ask, client, deleted }: Reading,
  { part }: Shard,
  offset: number,
  limit: number,
): Promise<Asked<ListedSchema[]>> {
  const subjectPrefix = prefixOf(part);
  return ask(async ({ signal }) =>
    client.schemas.list({ subjectPrefix, deleted, offset, limit, signal }),
  );
}

import { chooseShards } from './choose-shards.ts';
import { type Gathered, gather } from './gather.ts';
import { listNames, type Names } from './names.ts';
import { askForEnd, readOtherPages, readPage } from './pages.ts';
import type { Reading } from './reading.ts';
import { isInScope, type ReadScope } from './scope.ts';
import { contentsOf, type Part, partCovers, resetShard, type Shard } from './shard.ts';
import { createWorkQueue, inParallel } from './work-queue.ts';

/** Pages at the same time: each is some megabytes, here and there. */
const pagesAtOnce = 4;
/** Of a long listing fewer: what is left of pages is freed late, and adds up. Measured by bench/snapshot.ts. */
const pagesAtOnceOfLong = 2;
const longListing = 50_000;
/** How often a part is read before it is taken as it is. */
const mostRounds = 3;

/** What a bulk read begins with. */
export interface BulkInput {
  readonly scope: ReadScope;
  readonly parts: readonly Part[];
  /** One for each part, its first page read. */
  readonly shards: readonly Shard[];
  readonly contexts: readonly string[];
  readonly names: Names;
}

/** What a bulk read brings. */
export interface BulkRead extends Gathered {
  /** Whether somebody still wrote when it was read the last time. */
  readonly changed: boolean;
}

/**
 * Reads parts of a listing in pages. What somebody wrote to meanwhile is read again, some times at most. Writes are seen by
 * pages that do not begin where the one before ended, by an end that is not where it was, and by names that came or went.
 */
export async function readInBulk(reading: Reading, input: BulkInput): Promise<BulkRead> {
  const { scope, parts, contexts } = input;
  const shards = input.shards.flatMap((shard) => chooseShards(shard, reading, input));
  let { names } = input;
  let unread: readonly Shard[] = shards;
  let isChanging = false;
  for (let round = 1; ; round += 1) {
    const before = names;
    await readShards(reading, unread, shards);
    await findShortPages(reading, shards);
    const moved = await findMoved(reading, shards);
    if (round > 1 || shards.some(({ pages }) => pages.size > 1)) {
      names = withKnown(await listNames(reading, scope, parts, contexts), before);
    }
    const odd = oddNames({ shards, names, scope });
    const isDirty = (shard: Shard): boolean =>
      moved.has(shard) || odd.some((name) => partCovers(shard.part, name));
    unread = shards.filter(isDirty);
    isChanging = moved.size > 0 || !isSameSet(before.all, names.all);
    if (unread.length === 0 || round === mostRounds) break;
    for (const shard of unread) resetShard(shard);
  }
  return { ...gather(shards, scope, names), changed: unread.length > 0 && isChanging };
}

/** Reads whole shards, whatever of them is read already. */
async function readShards(
  reading: Reading,
  unread: readonly Shard[],
  shards: readonly Shard[],
): Promise<void> {
  const total = sum(shards, ({ estimate }) => estimate);
  const queue = createWorkQueue(total > longListing ? pagesAtOnceOfLong : pagesAtOnce);
  const tell = (): void => {
    const done = sum(shards, ({ pages }) => rowsOf(pages));
    const all = sum(shards, (shard) =>
      shard.lastOffset === undefined
        ? Math.max(shard.estimate, rowsOf(shard.pages))
        : rowsOf(shard.pages),
    );
    const message = 'Reading schemas in pages';
    reading.report({ done, total: Math.max(done, all), unit: 'versions', message });
  };
  for (const shard of unread) {
    queue.add(async () => {
      if (!shard.planned.has(0)) await readPage(reading, shard, 0);
      if (shard.pages.has(0) && shard.lastOffset === undefined) {
        readOtherPages(reading, queue, { shard, total, onPage: tell });
      }
      tell();
    });
  }
  await queue.done();
}

/**
 * Reads on where pages may be shorter than was asked. A page that is not full is the last one, unless the server has a limit of
 * its own that is lower; where none was full, the longest tells.
 */
async function findShortPages(reading: Reading, shards: readonly Shard[]): Promise<void> {
  if (shards.some(({ pages }) => pages.size > 1)) return;
  const lengths = shards.map(({ pages }) => rowsOf(pages));
  const longest = Math.max(0, ...lengths);
  const longestShard = shards[lengths.indexOf(longest)];
  // A page of one row cannot overlap another, and no server has such a limit.
  if (longestShard === undefined || longest < 2 || longest > longestShard.pageSize) return;
  const end = await askForEnd(reading, longestShard, contentsOf(longestShard).rows);
  if (!end.ok || end.value !== 'more') return;
  const cut = shards.filter((_, index) => lengths[index] === longest);
  const queue = createWorkQueue(pagesAtOnce);
  for (const shard of cut) {
    shard.pageSize = longest;
    shard.lastOffset = undefined;
    readOtherPages(reading, queue, { shard, total: 0, onPage: () => {} });
  }
  await queue.done();
}

/** The shards of several pages in which somebody has added or removed something since they were begun. */
async function findMoved(reading: Reading, shards: readonly Shard[]): Promise<Set<Shard>> {
  const moved = new Set<Shard>();
  await inParallel(shards, pagesAtOnce, async (shard) => {
    if (shard.pages.size < 2) return;
    const contents = contentsOf(shard);
    if (contents.moved) moved.add(shard);
    if (contents.moved || contents.gaps.length > 0) return;
    const end = await askForEnd(reading, shard, contents.rows);
    if (end.ok && end.value !== 'as it was') moved.add(shard);
  });
  return moved;
}

/** Names, and where they could not be listed now those that were listed before. */
function withKnown(now: Names, before: Names): Names {
  if (now.unknown.length === 0) return now;
  const known = [...before.all].filter((name) =>
    now.unknown.some(({ part }) => partCovers(part, name)),
  );
  return { ...now, all: new Set([...now.all, ...known]) };
}

/** Names that are listed and were not read, or the other way round. */
function oddNames({
  shards,
  names,
  scope,
}: {
  shards: readonly Shard[];
  names: Names;
  scope: ReadScope;
}): string[] {
  const read = new Set<string>();
  for (const { pages } of shards) {
    for (const page of pages.values()) for (const name of page.subjects) read.add(name);
  }
  const isKnown = (name: string): boolean =>
    !names.unknown.some(({ part }) => partCovers(part, name));
  // What lies in a gap is read one by one, whatever comes of reading the shard again.
  const missing = [...names.all].filter(
    (name) =>
      !read.has(name) &&
      !shards.some((shard) => partCovers(shard.part, name) && shard.failures.size > 0),
  );
  const gone = [...read].filter(
    (name) => !names.all.has(name) && isInScope(scope, name) && isKnown(name),
  );
  return [...missing, ...gone];
}

function rowsOf(pages: Shard['pages']): number {
  return sum([...pages.values()], ({ versions }) => versions.length);
}

function sum<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((total, item) => total + numberOf(item), 0);
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

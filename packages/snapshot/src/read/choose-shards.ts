import { type Names, partsByContext } from './names.ts';
import type { Reading } from './reading.ts';
import { createShard, type Part, partCovers, type Rows, type Shard } from './shard.ts';
import { splitPart } from './split.ts';

/** A shard as it is, or several in its place: where one listing of all contexts is refused, or where there is much to read. */
export function chooseShards(
  shard: Shard,
  { pageSize }: Reading,
  { names: { all }, contexts }: { names: Names; contexts: readonly string[] },
): Shard[] {
  const own = [...all].filter((name) => partCovers(shard.part, name));
  const first = shard.pages.get(0);
  const parts = partsOfShard(shard, own, { contexts, pageSize });
  const shards = parts.length > 1 ? parts.map((part) => createShard(part, pageSize)) : [shard];
  const rowsPerName = first === undefined ? 0 : rowsForEachName(first);
  for (const one of shards) {
    const names = shards.length === 1 ? own : own.filter((name) => partCovers(one.part, name));
    one.estimate = Math.round(names.length * rowsPerName);
  }
  return shards;
}

function partsOfShard(
  shard: Shard,
  names: readonly string[],
  { contexts, pageSize }: { contexts: readonly string[]; pageSize: number },
): readonly Part[] {
  const first = shard.pages.get(0);
  if (first === undefined) return partsByContext(shard.part, contexts);
  if (shard.lastOffset !== undefined || shard.part.context === undefined) return [];
  const rowsPerName = rowsForEachName(first);
  return splitPart(shard.part, names, { rowsPerName, rowsPerPage: pageSize - 1 });
}

function rowsForEachName({ subjects }: Rows): number {
  return subjects.length / Math.max(1, new Set(subjects).size);
}

import type { Pair } from '../compare/choose-pairs.ts';
import { contentOf } from '../compare/compared-content.ts';
import { indexesOf, type PlacedVersion } from '../indexes.ts';
import type { SnapshotContext } from '../snapshot.ts';
import type { Conflict } from './conflict.ts';
import { type ConflictSearch, conflicting } from './conflict-search.ts';

/** Finds ids that have different contents on the two sides: ids are counted in each context alone. */
export async function findIdConflicts(
  contexts: readonly Pair<SnapshotContext>[],
  search: ConflictSearch,
): Promise<Conflict[]> {
  const conflicts: Conflict[] = [];
  for (const { source: context, target: targetContext } of contexts) {
    const ids = indexesOf(search.source).idsOf.get(context);
    const others = indexesOf(search.target).idsOf.get(targetContext);
    for (const [id, places] of ids ?? []) {
      await search.turn();
      const clash = await firstClash(places, others?.get(id) ?? [], search);
      if (clash === undefined) continue;
      const [source, target] = clash.map(({ subject, version }) => conflicting(subject, version));
      if (source === undefined || target === undefined) continue;
      const reason = `Id ${id} is version ${source.version} of ${source.subject} in the source, and version ${target.version} of ${target.subject} in the target, with other content.`;
      conflicts.push({ kind: 'id', id, context, targetContext, source, target, reason });
    }
  }
  return conflicts;
}

async function firstClash(
  places: readonly PlacedVersion[],
  others: readonly PlacedVersion[],
  { contents, names }: ConflictSearch,
): Promise<[PlacedVersion, PlacedVersion] | undefined> {
  for (const place of distinct(places)) {
    for (const other of distinct(others)) {
      if (await contents.isSame(place, other)) continue;
      const isClear = names.isIdentity || place.version.references.length === 0;
      // What else differs is nobody's question, and telling it would read the texts of everything that was numbered anew.
      if (isClear || (await contents.compare(place, other)).state === 'different') {
        return [place, other];
      }
    }
  }
  return undefined;
}

/** Many versions share one content and id; one of each is enough. */
function distinct(places: readonly PlacedVersion[]): readonly PlacedVersion[] {
  if (places.length < 2) return places;
  return [...new Map(places.map((place) => [contentOf(place.version), place])).values()];
}

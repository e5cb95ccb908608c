import type { Conflict } from './conflict.ts';
import {
  type ConflictSearch,
  type FoundConflicts,
  namesOf,
  type SubjectPair,
} from './conflict-search.ts';

/** Finds versions of two subjects that have the same number and different contents; soft-deleted ones too, as they keep it. */
export async function findVersionConflicts(
  pair: SubjectPair,
  { contents }: ConflictSearch,
): Promise<FoundConflicts> {
  const found: FoundConflicts = { conflicts: [], unknown: [] };
  const others = new Map(pair.target.versions.map((version) => [version.version, version]));
  for (const one of pair.source.versions) {
    const other = others.get(one.version);
    if (other === undefined) continue;
    const verdict = await contents.compare(
      { subject: pair.source, version: one },
      { subject: pair.target, version: other },
    );
    if (verdict.state === 'unknown') {
      found.unknown.push({ subject: pair.source.name, reason: verdict.reason });
    }
    if (verdict.state !== 'different') continue;
    const { version } = one;
    const { differs } = verdict;
    const conflict: Conflict = {
      kind: 'version',
      subject: pair.source.name,
      targetSubject: pair.target.name,
      version,
      source: { id: one.id, guid: one.guid, schemaType: one.schemaType },
      target: { id: other.id, guid: other.guid, schemaType: other.schemaType },
      differs,
      reason: `Version ${version} of ${namesOf(pair)} has other content in the target: other ${differs.map(inWords).join(', ')}.`,
    };
    found.conflicts.push(conflict);
  }
  return found;
}

function inWords(part: string): string {
  return part.replace('_', ' ');
}

import { choosePairs } from '../compare/choose-pairs.ts';
import { countedVersions } from '../compare/compare-versions.ts';
import { contentOf, createContentComparer } from '../compare/compared-content.ts';
import { depthOf } from '../compare/depth.ts';
import { inReferenceOrder } from '../compare/order-changes.ts';
import type { PairOptions } from '../compare/read-pairs.ts';
import { versionToWrite } from '../compare/version-to-write.ts';
import { unreadableParts, whatIsNotCompared } from '../compare/what-is-missing.ts';
import { indexesOf, type PlacedVersion } from '../indexes.ts';
import { requireVersions } from '../require-part.ts';
import type { Snapshot, SnapshotSubject } from '../snapshot.ts';
import { takeTurns } from '../take-turns.ts';
import { unreadSubjects } from '../unknown-parts.ts';
import type { MissingSchemas, MissingVersion, NeededReference } from './missing-schemas.ts';
import { type FoundVersion, judgeReference, type MissingSearch } from './needed-references.ts';

/** What is looked for. */
export interface FindMissingOptions extends PairOptions {
  /** Ends looking; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

/**
 * Finds what is in a source and not in a target: versions whose content the target's subject does not have at any number.
 * Soft-deleted versions do not count, on either side. What could not be read is unknown, and not missing.
 *
 * @returns with what the missing versions need that is missing too, also outside of what was asked for
 * @throws SnapshotError `invalid_argument` where nothing can be compared or only names were read, `context_not_found`,
 *   `subject_not_found`, `aborted`, `closed`
 */
export async function findMissing(
  source: Snapshot,
  target: Snapshot,
  options: FindMissingOptions = {},
): Promise<MissingSchemas> {
  const { signal } = options;
  requireVersions(source);
  requireVersions(target);
  const turn = takeTurns(`Comparing ${source.registry} with ${target.registry}`, signal);
  const depth = depthOf(source, target);
  const pairs = choosePairs(source, target, { ...options, deleted: false });
  const { texts } = depth;
  const contents = createContentComparer(source, target, pairs.names, { texts, signal });
  const unread = unreadSubjects(target);
  const work: Work = { source, target, names: pairs.names, contents, unread, turn };
  const found: FoundVersion[] = [];
  const unknownSubjects: { subject: string; reason: string }[] = [];
  for (const pair of pairs.subjects) {
    await turn();
    const { inSource, inTarget, source: subject, target: name } = pair;
    if (!inSource) continue;
    const { missing, unknown } = pair.unknown
      ? { missing: [], unknown: pair.unknown.reason }
      : await findInSubject(inSource, inTarget, name, work);
    found.push(...missing);
    if (unknown !== undefined) unknownSubjects.push({ subject, reason: unknown });
  }
  const { ordered, circles } = inReferenceOrder(await withNeeds(found, work));
  const missingSubjects = found.filter(({ why }) => why === 'no_subject');
  const incomplete = found.filter(({ why }) => why === 'no_version');
  return {
    missing: ordered,
    circles: circles.map((members) =>
      members.map(({ subject, version }) => ({ subject, version })),
    ),
    summary: {
      subjects: new Set(missingSubjects.map(({ name }) => name)).size,
      incompleteSubjects: new Set(incomplete.map(({ name }) => name)).size,
      versions: found.length,
      referenced: ordered.length - found.length,
      unknownSubjects: unknownSubjects.length,
    },
    unknownSubjects,
    notCompared: whatIsNotCompared(pairs, { ...depth, deleted: true, configs: true }, none),
    unknown: unreadableParts(source, target, pairs, { ...depth, configs: false }),
  };
}

const none = { leadOutside: false };
const mostElsewhere = 5;

interface Work extends MissingSearch {
  /** Subjects of the target of which not every version could be read. */
  readonly unread: ReadonlyMap<string, string>;
  turn(): Promise<void>;
}

interface FoundInSubject {
  readonly missing: readonly FoundVersion[];
  /** Why it is not known what is missing. */
  readonly unknown?: string;
}

async function findInSubject(
  inSource: SnapshotSubject,
  inTarget: SnapshotSubject | undefined,
  name: string,
  { contents, unread }: Work,
): Promise<FoundInSubject> {
  const live = inTarget ? countedVersions(inTarget, false) : [];
  const there = new Set(live.map(contentOf));
  const why = inTarget ? 'no_version' : 'no_subject';
  const missing: FoundVersion[] = [];
  for (const version of countedVersions(inSource, false)) {
    if (there.has(contentOf(version))) continue;
    const place = { subject: inSource, version };
    // References may have other names there.
    const mayBeThere = inTarget && version.references.length > 0;
    if (mayBeThere && (await contents.isAmong(place, inTarget, live))) continue;
    missing.push({ place, name, why });
  }
  // A version that could not be read may have any content.
  const unknown = missing.length > 0 ? unread.get(name) : undefined;
  return unknown === undefined ? { missing } : { missing: [], unknown };
}

/** Adds what is found and what it needs, and what that needs in turn. */
async function withNeeds(found: readonly FoundVersion[], work: Work): Promise<MissingVersion[]> {
  const all = [...found];
  const seen = new Set(found.map(({ place }) => keyOf(place)));
  const missing: MissingVersion[] = [];
  for (const one of all) {
    await work.turn();
    const needs: NeededReference[] = [];
    for (const reference of one.place.version.references) {
      const { need, missing: needed } = await judgeReference(one, reference, work);
      needs.push(need);
      if (needed === undefined || seen.has(keyOf(needed.place))) continue;
      seen.add(keyOf(needed.place));
      all.push(needed);
    }
    missing.push(describe(one, needs, work));
  }
  return missing;
}

function describe(
  { place, name, why }: FoundVersion,
  needs: readonly NeededReference[],
  { target, names }: Work,
): MissingVersion {
  const { subjects, placesOf } = indexesOf(target);
  const content = contentOf(place.version);
  const isDeleted = subjects
    .get(name)
    ?.versions.some((other) => other.deleted && contentOf(other) === content);
  const elsewhere = (placesOf.get(place.version.guid) ?? []).filter(
    ({ subject, version }) =>
      subject.name !== name && !version.deleted && contentOf(version) === content,
  );
  return {
    ...versionToWrite(place, name, names),
    ...{ why, needs },
    ...(isDeleted && { deletedInTarget: true }),
    ...(elsewhere.length > 0 && {
      elsewhere: elsewhere.slice(0, mostElsewhere).map(({ subject, version }) => ({
        subject: subject.name,
        version: version.version,
      })),
    }),
  };
}

function keyOf({ subject, version }: PlacedVersion): string {
  return `${version.version} ${subject.name}`;
}

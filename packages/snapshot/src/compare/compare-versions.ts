import { referencedVersion } from '../resolve-references.ts';
import type { SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import { compareReferences, type ReferenceComparison } from './compare-references.ts';
import { contentOf } from './compared-content.ts';
import type {
  AffectedVersion,
  ComparedDifference,
  Side,
  Tally,
  UnknownDifference,
  VersionFacts,
} from './comparison.ts';
import { count, emptyTally } from './tally.ts';

/** Two subjects that both sides have. */
export interface SubjectPair {
  readonly source: SnapshotSubject;
  readonly target: SnapshotSubject;
}

/** What versions are compared with. */
export interface VersionComparison extends ReferenceComparison {
  /** Whether soft-deleted versions count. */
  readonly deleted: boolean;
  /** Whether another id is a difference. */
  readonly ids: boolean;
  /** Awaited between two steps. */
  turn(): Promise<void>;
}

/** What comes of the versions of two subjects. */
export interface ComparedVersions {
  readonly tally: Tally;
  readonly differences: ComparedDifference[];
  readonly unknown: UnknownDifference[];
  readonly affected: AffectedVersion[];
  otherIds: number;
  otherOrder: boolean;
  /** Some references lead to what one of the sides did not have to read. */
  leadOutside: boolean;
}

/** The versions of a subject that are compared. */
export function countedVersions(
  { versions }: SnapshotSubject,
  deleted: boolean,
): readonly SnapshotVersion[] {
  return deleted || versions.every((version) => !version.deleted)
    ? versions
    : versions.filter((version) => !version.deleted);
}

/**
 * How many versions have another id, where two subjects are equal at first sight; undefined where one has to look closer.
 */
export function otherIdsOfEqual(
  { source, target }: SubjectPair,
  { ids, names, deleted, source: ofSource, target: ofTarget }: VersionComparison,
): number | undefined {
  const [versions, others] = [countedVersions(source, deleted), countedVersions(target, deleted)];
  if (versions.length !== others.length) return undefined;
  let otherIds = 0;
  for (let index = 0; index < versions.length; index += 1) {
    const [one, other] = [versions[index], others[index]];
    if (one === undefined || other === undefined || !isSameAtOnce(one, other)) return undefined;
    if (one.id !== other.id) otherIds += 1;
    if (one.references.length === 0) continue;
    if (!names.isIdentity) return undefined;
    for (const reference of one.references) {
      const found = referencedVersion(ofSource, source.context, reference)?.version.guid;
      const otherFound = referencedVersion(ofTarget, target.context, reference)?.version.guid;
      if (found === undefined || found !== otherFound) return undefined;
    }
  }
  return ids && otherIds > 0 ? undefined : otherIds;
}

function isSameAtOnce(one: SnapshotVersion, other: SnapshotVersion): boolean {
  return (
    one.version === other.version &&
    one.guid === other.guid &&
    one.schemaType === other.schemaType &&
    one.deleted === other.deleted
  );
}

/** Compares the versions of two subjects, one number after the other. What could not be read on a side counts as unknown. */
export async function compareVersions(
  pair: SubjectPair,
  comparison: VersionComparison,
): Promise<ComparedVersions> {
  const { deleted } = comparison;
  const versions = countedVersions(pair.source, deleted);
  const others = countedVersions(pair.target, deleted);
  const compared: ComparedVersions = {
    tally: emptyTally(),
    differences: [],
    unknown: [],
    affected: [],
    otherIds: 0,
    otherOrder: false,
    leadOutside: false,
  };
  const work: Work = {
    ...{ pair, comparison, compared },
    numbers: { source: numbersByContent(versions), target: numbersByContent(others) },
  };
  let [at, otherAt] = [0, 0];
  for (;;) {
    const [one, other] = [versions[at], others[otherAt]];
    if (one === undefined && other === undefined) break;
    const isFirst =
      one !== undefined && one.version <= (other?.version ?? Number.POSITIVE_INFINITY);
    const isOtherFirst =
      other !== undefined && other.version <= (one?.version ?? Number.POSITIVE_INFINITY);
    if (isFirst) at += 1;
    if (isOtherFirst) otherAt += 1;
    await comparison.turn();
    if (isFirst && isOtherFirst) await compareOne(one, other, work);
    else if (isFirst) addOneSided('source', one, work);
    else if (isOtherFirst) addOneSided('target', other, work);
  }
  compared.otherOrder = compared.differences.length > 0 && haveOtherOrder(versions, others);
  return compared;
}

interface Work {
  readonly pair: SubjectPair;
  readonly comparison: VersionComparison;
  readonly compared: ComparedVersions;
  /** Where a side has a content. */
  readonly numbers: Record<Side, ReadonlyMap<string, number>>;
}

async function compareOne(one: SnapshotVersion, other: SnapshotVersion, work: Work): Promise<void> {
  const { pair, comparison, compared, numbers } = work;
  const { version } = one;
  const source = { subject: pair.source, version: one };
  const target = { subject: pair.target, version: other };
  const before = compared.differences.length;
  const verdict = await comparison.contents.compare(source, target);
  if (verdict.state === 'unknown') {
    compared.unknown.push({ side: 'source', what: 'content', version, reason: verdict.reason });
    count(compared.tally, 'unknown');
    return;
  }
  if (verdict.state === 'different') {
    compared.differences.push({
      kind: 'content',
      version,
      source: factsOf(one),
      target: factsOf(other),
      differs: verdict.differs,
      ...elsewhere(numbers, 'source', one),
      ...elsewhere(numbers, 'target', other),
    });
  } else {
    if (one.id !== other.id) compared.otherIds += 1;
    if (one.id !== other.id && comparison.ids) {
      compared.differences.push({ kind: 'id', version, source: one.id, target: other.id });
    }
    const references = await compareReferences(source, target, comparison);
    compared.differences.push(...references.differences);
    compared.unknown.push(...references.unknown);
    compared.affected.push(...references.affected);
    if (references.leadOutside) compared.leadOutside = true;
  }
  if (one.deleted !== other.deleted) {
    const [isDeleted, isOtherDeleted] = [one.deleted, other.deleted];
    compared.differences.push({
      kind: 'deleted',
      version,
      source: isDeleted,
      target: isOtherDeleted,
    });
  }
  count(compared.tally, compared.differences.length > before ? 'different' : 'equal');
}

function addOneSided(side: Side, version: SnapshotVersion, work: Work): void {
  const { pair, comparison, compared, numbers } = work;
  const otherSide = side === 'source' ? 'target' : 'source';
  if (unknownPartsOf(comparison[otherSide]).version(pair[otherSide].name, version.version)) {
    count(compared.tally, 'unknown');
    return;
  }
  const { version: number, guid } = version;
  const place = elsewhere(numbers, side, version);
  if (side === 'source') {
    compared.differences.push({ kind: 'version_missing', version: number, guid, ...place });
    count(compared.tally, 'only_in_source');
  } else {
    compared.differences.push({ kind: 'version_extra', version: number, guid, ...place });
    count(compared.tally, 'only_in_target');
  }
}

/** Where the other side has the content of a version. */
function elsewhere(
  numbers: Work['numbers'],
  side: Side,
  version: SnapshotVersion,
): { atTargetVersion?: number; atSourceVersion?: number } {
  const number = numbers[side === 'source' ? 'target' : 'source'].get(contentOf(version));
  if (number === undefined) return {};
  return side === 'source' ? { atTargetVersion: number } : { atSourceVersion: number };
}

function numbersByContent(versions: readonly SnapshotVersion[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const version of versions) {
    const content = contentOf(version);
    if (!version.deleted && !numbers.has(content)) numbers.set(content, version.version);
  }
  return numbers;
}

function haveOtherOrder(
  versions: readonly SnapshotVersion[],
  others: readonly SnapshotVersion[],
): boolean {
  if (versions.length !== others.length) return false;
  const [contents, otherContents] = [versions.map(contentOf), others.map(contentOf)];
  return (
    contents.join() !== otherContents.join() &&
    contents.toSorted().join() === otherContents.toSorted().join()
  );
}

function factsOf({ id, guid, schemaType }: SnapshotVersion): VersionFacts {
  return { id, guid, schemaType };
}

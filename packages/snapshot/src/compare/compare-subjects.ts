import { parseQualifiedName } from '@srkit/registry-protocol';
import type { Snapshot, SnapshotSubject, Unreadable } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import type { Pair } from './choose-pairs.ts';
import { compareSettings, type OwnSettings } from './compare-settings.ts';
import {
  type ComparedVersions,
  compareVersions,
  countedVersions,
  otherIdsOfEqual,
  type SubjectPair,
  type VersionComparison,
} from './compare-versions.ts';
import type {
  AffectedVersion,
  ComparedDifference,
  ComparisonState,
  SubjectComparison,
  Tally,
  UnknownDifference,
} from './comparison.ts';
import type { Depth } from './depth.ts';
import type { ChangeList } from './list-changes.ts';
import { addTally, count, emptyTally } from './tally.ts';

/** What subjects are compared with. */
export interface SubjectsComparison extends VersionComparison {
  readonly depth: Depth;
  readonly changes: ChangeList;
}

/** How many subjects and versions of a context stand how. */
export interface ContextTallies {
  readonly subjects: Tally;
  readonly versions: Tally;
}

/** What comes of all subjects. */
export interface ComparedSubjects {
  /** Those that are equal, too. */
  readonly subjects: readonly SubjectComparison[];
  /** By the source's context. */
  readonly byContext: ReadonlyMap<string, ContextTallies>;
  readonly affected: readonly AffectedVersion[];
  readonly otherIds: number;
  /** Some references lead to what one of the sides did not have to read. */
  readonly leadOutside: boolean;
}

/** Compares subjects, and gathers what has to change. */
export async function compareSubjects(
  pairs: readonly Pair<SnapshotSubject>[],
  comparison: SubjectsComparison,
): Promise<ComparedSubjects> {
  const compared: SubjectComparison[] = [];
  const byContext = new Map<string, ContextTallies>();
  const affected: AffectedVersion[] = [];
  const partsOf = {
    source: partsBySubject(comparison.source, comparison.depth),
    target: partsBySubject(comparison.target, comparison.depth),
  };
  let otherIds = 0;
  let leadOutside = false;
  for (const pair of pairs) {
    await comparison.turn();
    const one = await compareOne(pair, comparison);
    const unknown = [
      ...unknownOf(partsOf.source.get(pair.source), 'source'),
      ...unknownOf(partsOf.target.get(pair.target), 'target'),
      ...one.unknown,
    ];
    const state = one.state === 'equal' && unknown.length > 0 ? 'unknown' : one.state;
    const { versions, differences } = one;
    const { source, target } = pair;
    compared.push({
      ...{ source, target, state, versions, differences, unknown },
      ...(one.otherOrder && { otherOrder: true }),
    });
    const context = pair.inSource?.context ?? parseQualifiedName(source).context;
    const tallies = byContext.get(context) ?? { subjects: emptyTally(), versions: emptyTally() };
    byContext.set(context, tallies);
    count(tallies.subjects, state);
    addTally(tallies.versions, versions);
    affected.push(...one.affected);
    otherIds += one.otherIds;
    leadOutside ||= one.leadOutside;
  }
  return { subjects: compared, byContext, affected, otherIds, leadOutside };
}

interface ComparedSubject extends Omit<ComparedVersions, 'tally'> {
  readonly state: ComparisonState;
  readonly versions: Tally;
}

async function compareOne(
  { inSource, inTarget, unknown, target }: Pair<SnapshotSubject>,
  comparison: SubjectsComparison,
): Promise<ComparedSubject> {
  const { depth, changes } = comparison;
  if (inSource && inTarget) return compareBoth({ source: inSource, target: inTarget }, comparison);
  const subject = inSource ?? inTarget;
  const state = unknown ? 'unknown' : inSource ? 'only_in_source' : 'only_in_target';
  const versions = emptyTally();
  if (subject && depth.versions)
    count(versions, state, countedVersions(subject, depth.deleted).length);
  if (unknown) {
    const { side, reason } = unknown;
    return { ...nothingFound(state, versions), unknown: [{ side, what: 'subjects', reason }] };
  }
  if (inTarget) changes.deleteSubject(inTarget);
  if (inSource) {
    if (depth.versions) changes.addSubject(inSource, target);
    if (depth.configs) {
      const { differences } = compareSettings(inSource, {}, allKnown);
      changes.changeSettings(
        { subject: inSource.name },
        { subject: target },
        inSource,
        differences,
      );
    }
  }
  return nothingFound(state, versions);
}

const allKnown = { source: () => undefined, target: () => undefined };

async function compareBoth(
  pair: SubjectPair,
  comparison: SubjectsComparison,
): Promise<ComparedSubject> {
  const { source, target } = pair;
  const { depth, changes } = comparison;
  const settings = depth.configs ? settingsOf(pair, comparison) : { differences: [], unknown: [] };
  changes.changeSettings(
    { subject: source.name },
    { subject: target.name },
    source,
    settings.differences,
  );
  const compared = depth.versions
    ? await versionsOf(pair, comparison)
    : nothingFound('equal', emptyTally());
  const differences: readonly ComparedDifference[] = [
    ...compared.differences,
    ...settings.differences,
  ];
  const unknown: readonly UnknownDifference[] = compared.unknown;
  return {
    ...compared,
    state: differences.length > 0 ? 'different' : unknown.length > 0 ? 'unknown' : 'equal',
    differences: [...differences],
  };
}

async function versionsOf(
  pair: SubjectPair,
  comparison: SubjectsComparison,
): Promise<ComparedSubject> {
  const otherIds = otherIdsOfEqual(pair, comparison);
  if (otherIds !== undefined) {
    const versions = emptyTally();
    count(versions, 'equal', countedVersions(pair.source, comparison.deleted).length);
    return { ...nothingFound('equal', versions), otherIds };
  }
  const { tally, ...compared } = await compareVersions(pair, comparison);
  comparison.changes.changeVersions(pair.source, pair.target, compared.differences);
  return { ...compared, versions: tally, state: 'equal' };
}

function settingsOf(
  { source, target }: SubjectPair,
  comparison: SubjectsComparison,
): ReturnType<typeof compareSettings> {
  return compareSettings(source satisfies OwnSettings, target satisfies OwnSettings, {
    source: (what) => unknownPartsOf(comparison.source).setting(what, { subject: source.name }),
    target: (what) => unknownPartsOf(comparison.target).setting(what, { subject: target.name }),
  });
}

function nothingFound(state: ComparisonState, versions: Tally): ComparedSubject {
  return {
    ...{ state, versions, differences: [], unknown: [], affected: [] },
    ...{ otherIds: 0, otherOrder: false, leadOutside: false },
  };
}

/** What of each subject could not be read, as far as it is compared. */
function partsBySubject({ unreadable }: Snapshot, depth: Depth): ReadonlyMap<string, Unreadable[]> {
  const parts = new Map<string, Unreadable[]>();
  for (const part of unreadable) {
    const isSetting = part.what === 'config' || part.what === 'mode';
    const isCompared = isSetting ? depth.configs : depth.versions;
    if (part.subject === undefined || !isCompared) continue;
    const known = parts.get(part.subject);
    if (known) known.push(part);
    else parts.set(part.subject, [part]);
  }
  return parts;
}

function unknownOf(
  parts: readonly Unreadable[] | undefined,
  side: 'source' | 'target',
): UnknownDifference[] {
  if (parts === undefined) return [];
  return parts.map(({ what, version, reason }) => ({
    ...{ side, what, reason },
    ...(version !== undefined && { version }),
  }));
}

import type { ContextName, SchemaType, SubjectVersion } from '@srkit/registry-protocol';
import { indexesOf } from '../indexes.ts';
import { requireVersions } from '../require-part.ts';
import type { Snapshot, SnapshotSubject, SnapshotVersion, Unreadable } from '../snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import { countReferences, type ReferenceStatistics } from './count-references.ts';
import { countSettings, type SettingStatistics } from './count-settings.ts';
import { keepGreatest } from './greatest.ts';
import { countGrowth, type Growth, type GrowthUnit } from './growth.ts';
import { incompleteContexts } from './incomplete-contexts.ts';
import { type Sizes, sumUpSizes } from './sizes.ts';

/** What one context holds. */
export interface ContextStatistics {
  readonly name: ContextName;
  readonly subjects: number;
  readonly versions: number;
  /** Ids are counted in each context alone. */
  readonly schemaIds: number;
  readonly totalBytes: number;
  /** False where something of it could not be read, so that there may be more. */
  readonly isComplete: boolean;
}

/** What there is of one format. */
export interface SchemaTypeStatistics {
  readonly schemaType: SchemaType;
  /** Subjects whose newest version is of it. */
  readonly subjects: number;
  readonly versions: number;
  readonly totalBytes: number;
}

/** Numbers about a registry. What is soft-deleted is counted in `softDeleted` alone, unless something else is said. */
export interface RegistryStatistics {
  readonly registry: string;
  /** When the snapshot was complete, in milliseconds since 1970. */
  readonly readAt: number;
  readonly totalContexts: number;
  /** Those of which at least one version is not soft-deleted. */
  readonly totalSubjects: number;
  readonly totalVersions: number;
  /** Undefined without versions. */
  readonly averageVersionsPerSubject?: number;
  /** Ids, counted in each context alone. */
  readonly totalSchemaIds: number;
  /** Contents (text, references, metadata and rules), each once however many versions of any context have it. */
  readonly distinctContents: number;
  /** In the order of the snapshot. */
  readonly contexts: readonly ContextStatistics[];
  /** Those that there are, the one with most versions first. */
  readonly schemaTypes: readonly SchemaTypeStatistics[];
  /** Of the texts of all versions; `distinctBytes` counts each content once. */
  readonly sizes: Sizes & { readonly distinctBytes: number };
  /** The versions with the largest texts. */
  readonly largest: readonly (SubjectVersion & { readonly bytes: number })[];
  /** The subjects with most versions. */
  readonly mostVersions: readonly { readonly subject: string; readonly versions: number }[];
  readonly references: ReferenceStatistics;
  /** Undefined where soft-deleted versions were not read. */
  readonly softDeleted?: {
    /** Those of which every version is soft-deleted. */
    readonly subjects: number;
    readonly versions: number;
    readonly totalBytes: number;
  };
  /** Undefined where configurations and modes were not read. */
  readonly settings?: SettingStatistics;
  readonly growth: Growth;
  /** What could not be read, and is therefore not counted. */
  readonly unknown: readonly Unreadable[];
}

/** How statistics are made. */
export interface StatisticsOptions {
  /** How long the lists of what is largest, and of what there is most of, are: from 0 to 1000. @default 10 */
  top?: number | undefined;
  /** How growth is divided, in UTC. @default 'month' */
  growthUnit?: GrowthUnit | undefined;
}

/**
 * Counts what stands in a snapshot, in one pass; no texts are read.
 *
 * @throws SnapshotError `invalid_argument`, also for a snapshot of names only
 *
 * @example
 * const { totalSubjects, totalVersions, unknown } = registryStatistics(snapshot);
 */
export function registryStatistics(
  snapshot: Snapshot,
  options: StatisticsOptions = {},
): RegistryStatistics {
  const { top = 10, growthUnit = 'month' } = options;
  requireVersions(snapshot);
  requireOptions(top, growthUnit);
  const types = new Map<SchemaType, { subjects: number; versions: number; totalBytes: number }>();
  const contents = new Map<string, number>();
  const bytes: number[] = [];
  const largest = keepGreatest<SubjectVersion & { bytes: number }>(top);
  const longest = keepGreatest<{ subject: string; versions: number }>(top);
  const growth = countGrowth(growthUnit);
  const deleted = { subjects: 0, versions: 0, totalBytes: 0 };
  const incomplete = incompleteContexts(snapshot);
  let subjectsWithVersions = 0;

  const contexts = [...indexesOf(snapshot).subjectsOf].map(([name, subjects]) => {
    const ids = new Set<number>();
    const counts = { subjects: 0, versions: 0, totalBytes: 0 };
    for (const subject of subjects) countSubject(subject, counts, ids);
    const { totalBytes, ...rest } = counts;
    const isComplete = !incomplete.has(name);
    return { name, ...rest, schemaIds: ids.size, totalBytes, isComplete };
  });

  const totalVersions = bytes.length;
  let distinctBytes = 0;
  for (const size of contents.values()) distinctBytes += size;
  return {
    registry: snapshot.registry,
    readAt: snapshot.endedAt,
    totalContexts: contexts.length,
    totalSubjects: sum(contexts.map(({ subjects }) => subjects)),
    totalVersions,
    ...(totalVersions > 0 && { averageVersionsPerSubject: totalVersions / subjectsWithVersions }),
    totalSchemaIds: sum(contexts.map(({ schemaIds }) => schemaIds)),
    distinctContents: contents.size,
    contexts,
    schemaTypes: [...types]
      .map(([schemaType, counts]) => ({ schemaType, ...counts }))
      .sort((one, other) => other.versions - one.versions),
    sizes: { ...sumUpSizes(bytes), distinctBytes },
    largest: largest.items(),
    mostVersions: longest.items(),
    references: countReferences(snapshot, top),
    ...(snapshot.includesDeleted && { softDeleted: deleted }),
    ...(snapshot.includesConfigs && { settings: countSettings(snapshot) }),
    growth: growth.finish(),
    unknown: snapshot.unreadable,
  };

  function countSubject(
    subject: SnapshotSubject,
    counts: { subjects: number; versions: number; totalBytes: number },
    ids: Set<number>,
  ): void {
    const live = subject.versions.filter((version) => !version.deleted);
    for (const version of subject.versions) {
      if (!version.deleted) continue;
      deleted.versions += 1;
      deleted.totalBytes += version.bytes;
    }
    if (isDeleted(subject, live)) deleted.subjects += 1;
    else counts.subjects += 1;
    const newest = live.at(-1);
    if (newest === undefined) return;
    subjectsWithVersions += 1;
    typeOf(newest).subjects += 1;
    longest.add(live.length, () => ({ subject: subject.name, versions: live.length }));
    growth.addSubject(live.map(({ ts }) => ts));
    for (const version of live) {
      const type = typeOf(version);
      type.versions += 1;
      type.totalBytes += version.bytes;
      counts.versions += 1;
      counts.totalBytes += version.bytes;
      ids.add(version.id);
      contents.set(version.guid, version.bytes);
      bytes.push(version.bytes);
      largest.add(version.bytes, () => ({
        subject: subject.name,
        version: version.version,
        bytes: version.bytes,
      }));
    }
  }

  /** One whose versions are not all known counts as there. */
  function isDeleted(subject: SnapshotSubject, live: readonly SnapshotVersion[]): boolean {
    if (live.length > 0 || subject.versions.length === 0) return false;
    return unknownPartsOf(snapshot).version(subject.name) === undefined;
  }

  function typeOf({ schemaType }: SnapshotVersion) {
    const known = types.get(schemaType) ?? { subjects: 0, versions: 0, totalBytes: 0 };
    types.set(schemaType, known);
    return known;
  }
}

function requireOptions(top: number, growthUnit: string): void {
  if (!Number.isInteger(top) || top < 0 || top > 1000) {
    const message = `top must be a whole number from 0 to 1000; it is ${top}.`;
    throw new SnapshotError('invalid_argument', message);
  }
  if (!['day', 'week', 'month'].includes(growthUnit)) {
    const message = `growthUnit must be 'day', 'week' or 'month'; it is ${JSON.stringify(growthUnit)}.`;
    throw new SnapshotError('invalid_argument', message);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

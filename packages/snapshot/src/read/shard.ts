import { everyContext, parseQualifiedName, qualifiedName } from '@srkit/registry-protocol';
import type { SnapshotVersion } from '../snapshot.ts';
import type { Failure } from './ask.ts';

/**
 * Versions as a listing shows them. Two lists and not one of pairs: of 100,000 rows, pairs take some megabytes that are only
 * needed while it is read.
 */
export interface Rows {
  /** As the registry names them. */
  readonly subjects: readonly string[];
  /** Of each of the subjects, one. */
  readonly versions: readonly SnapshotVersion[];
}

/** What a listing is asked for: the subjects of one context, or of all, whose names begin with something. */
export interface Part {
  /** `*` for all; undefined where a registry knows neither contexts nor prefixes, and lists everything. */
  readonly context: string | undefined;
  readonly subjectPrefix: string;
}

/** A part of a listing that is read, verified and, if somebody wrote meanwhile, read again by itself. */
export interface Shard {
  readonly part: Part;
  /** How many rows a page has at most. */
  pageSize: number;
  /** Rows by the offset at which they were asked for. */
  readonly pages: Map<number, Rows>;
  readonly failures: Map<number, Failure>;
  /** Offsets that were asked for or will be. */
  readonly planned: Set<number>;
  /** The offset of the last page, once it is known. */
  lastOffset: number | undefined;
  /** How many rows there may be, from how many there are for each name. */
  estimate: number;
  /** Whether the server says of each version whether it is soft-deleted; releases before 8.0 do not. */
  saysDeleted: boolean;
}

/** A stretch of a listing that could not be read: between two rows, or to either end. */
export interface Gap {
  readonly after: string | undefined;
  readonly before: string | undefined;
  readonly failure: Failure;
}

/** What the pages of a shard say together. */
export interface ShardContents {
  readonly rows: Rows;
  /** Whether a page does not begin where the one before it ended: somebody wrote. */
  readonly moved: boolean;
  readonly gaps: readonly Gap[];
}

/** Makes a shard of which nothing is read. */
export function createShard(part: Part, pageSize: number): Shard {
  return {
    part,
    pageSize,
    pages: new Map(),
    failures: new Map(),
    planned: new Set(),
    lastOffset: undefined,
    estimate: 0,
    saysDeleted: true,
  };
}

/** Forgets what was read of a shard. */
export function resetShard(shard: Shard): void {
  shard.pages.clear();
  shard.failures.clear();
  shard.planned.clear();
  shard.lastOffset = undefined;
}

/** What to ask for, as a prefix of qualified names; undefined for everything. */
export function prefixOf({ context, subjectPrefix }: Part): string | undefined {
  return context === undefined ? undefined : qualifiedName(context, subjectPrefix);
}

/** Puts the pages of a shard together. */
export function contentsOf(shard: Shard): ShardContents {
  const subjects: string[] = [];
  const versions: SnapshotVersion[] = [];
  const rows: Rows = { subjects, versions };
  const gaps: Gap[] = [];
  let moved = false;
  let open: Failure | undefined;
  for (const offset of [...shard.planned].sort((one, other) => one - other)) {
    if (shard.lastOffset !== undefined && offset > shard.lastOffset) break;
    const page = shard.pages.get(offset);
    if (page === undefined) {
      open ??= shard.failures.get(offset);
      continue;
    }
    const continues = open === undefined && isSameRow(page, 0, rows, versions.length - 1);
    if (open !== undefined) {
      gaps.push({ after: subjects.at(-1), before: page.subjects[0], failure: open });
      open = undefined;
    } else if (versions.length > 0 && !continues) {
      moved = true;
    }
    subjects.push(...page.subjects.slice(continues ? 1 : 0));
    versions.push(...page.versions.slice(continues ? 1 : 0));
  }
  if (open !== undefined) gaps.push({ after: subjects.at(-1), before: undefined, failure: open });
  return { rows, moved, gaps };
}

/** Whether two rows show the same version with the same content. */
export function isSameRow(one: Rows, index: number, other: Rows, otherIndex: number): boolean {
  const [version, otherVersion] = [one.versions[index], other.versions[otherIndex]];
  return (
    version !== undefined &&
    otherVersion !== undefined &&
    one.subjects[index] === other.subjects[otherIndex] &&
    version.version === otherVersion.version &&
    version.id === otherVersion.id &&
    version.guid === otherVersion.guid &&
    version.deleted === otherVersion.deleted
  );
}

/** Whether a qualified name is of a part. */
export function partCovers({ context, subjectPrefix }: Part, name: string): boolean {
  if (context === undefined || (context === everyContext && subjectPrefix === '')) return true;
  const parsed = parseQualifiedName(name);
  return (
    (context === everyContext || parsed.context === context) &&
    parsed.subject.startsWith(subjectPrefix)
  );
}

/** Whether two parts may have subjects in common. */
export function partsMeet(one: Part, other: Part): boolean {
  const [prefix, otherPrefix] = [one.subjectPrefix, other.subjectPrefix];
  if (!prefix.startsWith(otherPrefix) && !otherPrefix.startsWith(prefix)) return false;
  const contexts = new Set([one.context, other.context]);
  return contexts.size === 1 || contexts.has(everyContext) || contexts.has(undefined);
}

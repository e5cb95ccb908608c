import type { ContentComparer } from '../compare/compared-content.ts';
import type { NameMap } from '../compare/name-map.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { Snapshot, SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import type { Conflict, ConflictingVersion, UnknownConflict } from './conflict.ts';

/** Where conflicts are looked for. */
export interface ConflictSearch {
  readonly source: Snapshot;
  readonly target: Snapshot;
  readonly names: NameMap;
  readonly contents: ContentComparer;
  readonly parseSource: SchemaReader;
  readonly parseTarget: SchemaReader;
  /** Of the source: subjects that are looked at. */
  isCompared(subject: string): boolean;
  turn(): Promise<void>;
}

/** What was found. */
export interface FoundConflicts {
  readonly conflicts: Conflict[];
  readonly unknown: UnknownConflict[];
}

/** Two subjects that both sides have. */
export interface SubjectPair {
  readonly source: SnapshotSubject;
  readonly target: SnapshotSubject;
}

/** A version, as a conflict names it. */
export function conflicting(
  { name }: SnapshotSubject,
  { version, id, guid, schemaType }: SnapshotVersion,
): ConflictingVersion {
  return { subject: name, version, id, guid, schemaType };
}

/** A subject in a sentence; with both names where they differ. */
export function namesOf({ source, target }: SubjectPair): string {
  return source.name === target.name
    ? source.name
    : `${source.name} (${target.name} in the target)`;
}

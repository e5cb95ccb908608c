import { contentKey } from './content-key.ts';
import type { SchemaRecord } from './records.ts';
import { firstPlace } from './sorted-names.ts';

/** The versions of one subject. */
export interface SubjectVersions {
  /** All, ascending, soft-deleted ones too. */
  readonly all: readonly SchemaRecord[];
  /** Those that are not deleted, ascending. */
  readonly live: readonly SchemaRecord[];
  /** Those that refer to others, ascending. */
  readonly referring: readonly SchemaRecord[];
}

/** Versions that can be changed, with what finds some of them where they are many. */
export interface ChangingVersions extends SubjectVersions {
  readonly all: SchemaRecord[];
  readonly live: SchemaRecord[];
  referring: SchemaRecord[];
  /** The numbers of the versions of a content. */
  byContent: Map<string, readonly number[]> | undefined;
  /** Soft-deleted ones by id. */
  deletedById: Map<number, readonly SchemaRecord[]> | undefined;
}

const none: never[] = [];
/** Up to so many versions are looked through, which takes less room than an index. */
const few = 16;

/** No versions. */
export const noVersions: SubjectVersions = { all: none, live: none, referring: none };

/** Creates an empty list of versions. */
export function createSubjectVersions(): ChangingVersions {
  return { all: [], live: [], referring: none, byContent: undefined, deletedById: undefined };
}

/** One version; undefined where there is none of this number. */
export function findRecord({ all }: SubjectVersions, version: number): SchemaRecord | undefined {
  const record = all[placeOf(all, version)];
  return record?.version === version ? record : undefined;
}

/** Versions of one content, whatever number the registry keeps in their metadata; ascending. */
export function recordsWithContent(
  versions: ChangingVersions,
  key: string,
): readonly SchemaRecord[] {
  if (versions.all.length <= few) return versions.all.filter((each) => contentKey(each) === key);
  versions.byContent ??= indexContents(versions.all);
  const numbers = versions.byContent.get(key);
  if (numbers === undefined) return none;
  return [...numbers]
    .sort((a, b) => a - b)
    .map((version) => findRecord(versions, version))
    .filter((record) => record !== undefined);
}

/** Soft-deleted versions with an id. */
export function deletedRecordsWithId(
  { deletedById }: ChangingVersions,
  id: number,
): readonly SchemaRecord[] {
  return deletedById?.get(id) ?? none;
}

/** Puts a version in place, and gives what stood there. */
export function putRecord(
  versions: ChangingVersions,
  record: SchemaRecord,
): SchemaRecord | undefined {
  const before = removeRecord(versions, record.version);
  if (record.references.length > 0 && versions.referring === none) versions.referring = [];
  for (const list of listsOf(versions, record))
    list.splice(placeOf(list, record.version), 0, record);
  if (versions.byContent) addTo(versions.byContent, contentKey(record), record.version);
  if (record.deleted) {
    versions.deletedById ??= new Map();
    addTo(versions.deletedById, record.id, record);
  }
  return before;
}

/** Takes a version away, and gives it. */
export function removeRecord(
  versions: ChangingVersions,
  version: number,
): SchemaRecord | undefined {
  const record = findRecord(versions, version);
  if (record === undefined) return undefined;
  for (const list of listsOf(versions, record)) list.splice(placeOf(list, version), 1);
  if (versions.byContent) removeFrom(versions.byContent, contentKey(record), version);
  if (versions.deletedById && record.deleted) removeFrom(versions.deletedById, record.id, record);
  return record;
}

function listsOf(
  { all, live, referring }: ChangingVersions,
  { deleted, references }: SchemaRecord,
): SchemaRecord[][] {
  const lists = deleted ? [all] : [all, live];
  return references.length > 0 ? [...lists, referring] : lists;
}

function indexContents(records: readonly SchemaRecord[]): Map<string, readonly number[]> {
  const index = new Map<string, readonly number[]>();
  for (const record of records) addTo(index, contentKey(record), record.version);
  return index;
}

function addTo<Key, Item>(index: Map<Key, readonly Item[]>, key: Key, item: Item): void {
  index.set(key, [...(index.get(key) ?? none), item]);
}

function removeFrom<Key, Item>(index: Map<Key, readonly Item[]>, key: Key, item: Item): void {
  const left = (index.get(key) ?? none).filter((each) => each !== item);
  if (left.length > 0) index.set(key, left);
  else index.delete(key);
}

/** The place of a version in an ascending list, or where it would stand. */
function placeOf(versions: readonly SchemaRecord[], version: number): number {
  const last = versions.at(-1);
  if (last === undefined || last.version < version) return versions.length;
  return firstPlace(versions, (record) => record.version >= version);
}

import type { SchemaRecord } from './records.ts';
import { firstPlace } from './sorted-names.ts';

/** The versions of one subject, with what is asked of them. */
export interface SubjectVersions {
  /** All, ascending, soft-deleted ones too. */
  readonly all: readonly SchemaRecord[];
  /** Those that are not deleted, ascending. */
  readonly live: readonly SchemaRecord[];
  get(version: number): SchemaRecord | undefined;
  /** Versions of one content, whatever number the registry keeps in their metadata; ascending. */
  withContent(contentKey: string): readonly number[];
  /** Soft-deleted versions with an id. */
  deletedWithId(id: number): readonly SchemaRecord[];
  /** Versions that refer to others, ascending. */
  readonly referring: readonly SchemaRecord[];
}

/** Versions that can be changed. */
export interface ChangingVersions extends SubjectVersions {
  /** Puts a version in place, and gives what stood there. */
  put(record: SchemaRecord): SchemaRecord | undefined;
  /** Takes a version away, and gives it. */
  remove(version: number): SchemaRecord | undefined;
}

const none: readonly never[] = [];

/** No versions. */
export const noVersions: SubjectVersions = {
  all: none,
  live: none,
  referring: none,
  get: () => undefined,
  withContent: () => none,
  deletedWithId: () => none,
};

/** Up to so many versions are looked through, which takes less room than an index. */
const few = 16;

/**
 * Creates an empty list of versions.
 *
 * @param contentKeyOf what a content is recognised by whatever version number its metadata has
 */
export function createSubjectVersions(
  contentKeyOf: (record: SchemaRecord) => string,
): ChangingVersions {
  const all: SchemaRecord[] = [];
  const live: SchemaRecord[] = [];
  const referring: SchemaRecord[] = [];
  let byContent: Map<string, readonly number[]> | undefined;
  let deletedById: Map<number, readonly SchemaRecord[]> | undefined;

  function listsOf({ deleted, references }: SchemaRecord): SchemaRecord[][] {
    const lists = deleted ? [all] : [all, live];
    return references.length > 0 ? [...lists, referring] : lists;
  }

  function indexContents(): Map<string, readonly number[]> {
    const index = new Map<string, readonly number[]>();
    for (const record of all) addTo(index, contentKeyOf(record), record.version);
    return index;
  }

  function remove(version: number): SchemaRecord | undefined {
    const record = find(all, version);
    if (record === undefined) return undefined;
    for (const list of listsOf(record)) list.splice(placeOf(list, version), 1);
    if (byContent) removeFrom(byContent, contentKeyOf(record), version);
    if (deletedById && record.deleted) removeFrom(deletedById, record.id, record);
    return record;
  }

  return {
    all,
    live,
    referring,
    get: (version) => find(all, version),
    withContent(contentKey) {
      if (all.length <= few) {
        const same = all.filter((record) => contentKeyOf(record) === contentKey);
        return same.map(({ version }) => version);
      }
      byContent ??= indexContents();
      return (byContent.get(contentKey) ?? none).toSorted((a, b) => a - b);
    },
    deletedWithId: (id) => deletedById?.get(id) ?? none,
    put(record) {
      const before = remove(record.version);
      for (const list of listsOf(record)) list.splice(placeOf(list, record.version), 0, record);
      if (byContent) addTo(byContent, contentKeyOf(record), record.version);
      if (record.deleted) {
        deletedById ??= new Map();
        addTo(deletedById, record.id, record);
      }
      return before;
    },
    remove,
  };
}

function addTo<Key, Item>(index: Map<Key, readonly Item[]>, key: Key, item: Item): void {
  index.set(key, [...(index.get(key) ?? none), item]);
}

function removeFrom<Key, Item>(index: Map<Key, readonly Item[]>, key: Key, item: Item): void {
  const left = (index.get(key) ?? none).filter((each) => each !== item);
  if (left.length > 0) index.set(key, left);
  else index.delete(key);
}

function find(versions: readonly SchemaRecord[], version: number): SchemaRecord | undefined {
  const record = versions[placeOf(versions, version)];
  return record?.version === version ? record : undefined;
}

/** The place of a version in an ascending list, or where it would stand. */
function placeOf(versions: readonly SchemaRecord[], version: number): number {
  const last = versions.at(-1);
  if (last === undefined || last.version < version) return versions.length;
  return firstPlace(versions, (record) => record.version >= version);
}

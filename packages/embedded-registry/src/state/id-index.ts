import type { ContextIds } from './change.ts';
import { createFirstOfHashMap, type FirstOfHashMap } from './first-of-hash-map.ts';
import type { SchemaRecord } from './records.ts';

/** The ids of one context: which content they stand for, and who uses them. */
export interface IdIndex {
  /** A version was put. */
  put(record: SchemaRecord): void;
  /**
   * A version was taken away.
   *
   * @returns whether nothing uses its id any more
   */
  remove(record: SchemaRecord): boolean;
  idOfContent(guid: string): number | undefined;
  /** For each subject that uses an id, the one version that last did. */
  uses(id: number): ReadonlyMap<string, number>;
  /** The subject that a Java hash map of an id's users holds first. */
  firstUser(id: number): string | undefined;
  /** The greatest id that there ever was; 0 for none. */
  readonly maxId: number;
  restore(ids: Pick<ContextIds, 'maxId' | 'uses' | 'contents'>): void;
  /** What differs from an index in which only the versions were put. */
  differencesFrom(other: IdIndex): Pick<ContextIds, 'maxId' | 'uses' | 'contents'>;
  readonly ids: ReadonlyMap<number, Users>;
  readonly contents: ReadonlyMap<string, number>;
}

/** Who uses an id: mostly one subject, for which a map would take much room. */
type Users = Map<string, number> | { readonly subject: string; readonly version: number };

const none: ReadonlyMap<string, number> = new Map();

/** Creates an empty index. */
export function createIdIndex(): IdIndex {
  const ids = new Map<number, Users>();
  const contents = new Map<string, number>();
  /** Only of ids that several subjects use. */
  const firsts = new Map<number, FirstOfHashMap>();
  let maxId = 0;

  return {
    ids,
    contents,
    get maxId() {
      return maxId;
    },
    idOfContent: (guid) => contents.get(guid),
    uses: (id) => usesOf(ids.get(id)),
    firstUser(id) {
      const uses = ids.get(id);
      if (!(uses instanceof Map)) return uses?.subject;
      const first = firsts.get(id) ?? createFirstOfHashMap();
      firsts.set(id, first);
      return first.of(uses);
    },
    put(record) {
      const { id, guid, subject, version, deleted } = record;
      const uses = ids.get(id);
      if (uses === undefined) ids.set(id, record);
      else if (uses instanceof Map) {
        const isNew = !uses.has(subject);
        if (!deleted || isNew) uses.set(subject, version);
        if (isNew) firsts.get(id)?.added(subject, uses.size);
      } else if (uses.subject !== subject) {
        const both = new Map([[uses.subject, uses.version]]);
        ids.set(id, both.set(subject, version));
      } else if (!deleted || uses.version === version) ids.set(id, record);
      contents.set(guid, id);
      maxId = Math.max(maxId, id);
    },
    remove({ id, guid, subject, version }) {
      const uses = ids.get(id);
      if (uses instanceof Map) {
        if (uses.get(subject) === version) {
          uses.delete(subject);
          firsts.get(id)?.removed(subject);
        }
        if (uses.size > 0) return false;
      } else if (uses && (uses.subject !== subject || uses.version !== version)) return false;
      ids.delete(id);
      firsts.delete(id);
      if (contents.get(guid) === id) contents.delete(guid);
      return true;
    },
    restore(kept) {
      maxId = Math.max(maxId, kept.maxId);
      firsts.clear();
      for (const [id, uses] of kept.uses) {
        if (uses.length > 0) ids.set(id, new Map(uses));
        else ids.delete(id);
      }
      for (const [guid, id] of kept.contents) {
        if (id === null) contents.delete(guid);
        else contents.set(guid, id);
      }
    },
    differencesFrom(other) {
      return {
        maxId,
        uses: differences(ids, other.ids, isSameInOrder)
          .map(([id, uses]): ContextIds['uses'][number] => [id, [...usesOf(uses)]])
          .sort(([one], [another]) => one - another),
        contents: differences(contents, other.contents, Object.is)
          .map(([guid, id]): ContextIds['contents'][number] => [guid, id ?? null])
          .sort(([one], [another]) => (one < another ? -1 : 1)),
      };
    },
  };
}

/** The entries that another map does not have, and undefined for those that only it has. */
function differences<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  other: ReadonlyMap<Key, Value>,
  isSame: (one: Value, another: Value) => boolean,
): [Key, Value | undefined][] {
  const found: [Key, Value | undefined][] = [];
  for (const [key, value] of map) {
    const there = other.get(key);
    if (there === undefined || !isSame(value, there)) found.push([key, value]);
  }
  for (const key of other.keys()) if (!map.has(key)) found.push([key, undefined]);
  return found;
}

function usesOf(users: Users | undefined): ReadonlyMap<string, number> {
  if (users === undefined) return none;
  return users instanceof Map ? users : new Map([[users.subject, users.version]]);
}

function isSameInOrder(ofOne: Users, ofAnother: Users): boolean {
  const [one, another] = [usesOf(ofOne), usesOf(ofAnother)];
  if (one.size !== another.size) return false;
  const entries = another.entries();
  for (const [subject, version] of one) {
    const [otherSubject, otherVersion] = entries.next().value ?? [];
    if (subject !== otherSubject || version !== otherVersion) return false;
  }
  return true;
}

import type { ContextIds } from './change.ts';
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
  /** The greatest id that there ever was; 0 for none. */
  readonly maxId: number;
  restore(ids: Pick<ContextIds, 'maxId' | 'uses' | 'contents'>): void;
  /** What differs from an index in which only the versions were put. */
  differencesFrom(other: IdIndex): Pick<ContextIds, 'maxId' | 'uses' | 'contents'>;
  readonly ids: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly contents: ReadonlyMap<string, number>;
}

const none: ReadonlyMap<string, number> = new Map();

/** Creates an empty index. */
export function createIdIndex(): IdIndex {
  const ids = new Map<number, Map<string, number>>();
  const contents = new Map<string, number>();
  let maxId = 0;

  return {
    ids,
    contents,
    get maxId() {
      return maxId;
    },
    idOfContent: (guid) => contents.get(guid),
    uses: (id) => ids.get(id) ?? none,
    put({ id, guid, subject, version, deleted }) {
      const uses = ids.get(id) ?? new Map<string, number>();
      if (!deleted || !uses.has(subject)) uses.set(subject, version);
      ids.set(id, uses);
      contents.set(guid, id);
      maxId = Math.max(maxId, id);
    },
    remove({ id, guid, subject, version }) {
      const uses = ids.get(id);
      if (uses?.get(subject) === version) uses.delete(subject);
      if (uses && uses.size > 0) return false;
      ids.delete(id);
      if (contents.get(guid) === id) contents.delete(guid);
      return true;
    },
    restore(kept) {
      maxId = Math.max(maxId, kept.maxId);
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
      const named = new Set([...ids.keys(), ...other.ids.keys()]);
      const texts = new Set([...contents.keys(), ...other.contents.keys()]);
      return {
        maxId,
        uses: [...named]
          .map((id): ContextIds['uses'][number] => [id, [...(ids.get(id) ?? none)]])
          .filter(([id, uses]) => JSON.stringify(uses) !== JSON.stringify([...other.uses(id)])),
        contents: [...texts]
          .map((guid): ContextIds['contents'][number] => [guid, contents.get(guid) ?? null])
          .filter(([guid, id]) => id !== (other.idOfContent(guid) ?? null)),
      };
    },
  };
}

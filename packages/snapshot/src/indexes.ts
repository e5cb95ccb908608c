import type { Snapshot, SnapshotContext, SnapshotSubject, SnapshotVersion } from './snapshot.ts';

/** A version, and the subject that it is of. */
export interface PlacedVersion {
  readonly subject: SnapshotSubject;
  readonly version: SnapshotVersion;
}

/** A snapshot's subjects and versions, by what questions ask for. */
export interface SnapshotIndexes {
  /** By name. */
  readonly contexts: ReadonlyMap<string, SnapshotContext>;
  /** By qualified name. */
  readonly subjects: ReadonlyMap<string, SnapshotSubject>;
  /** By name of context, in the snapshot's order; a context without subjects has an empty list. */
  readonly subjectsOf: ReadonlyMap<string, readonly SnapshotSubject[]>;
  /** Every version with the same content, by guid. */
  readonly placesOf: ReadonlyMap<string, readonly PlacedVersion[]>;
  /** By context and then by id: ids are counted in each context alone. */
  readonly idsOf: ReadonlyMap<string, ReadonlyMap<number, readonly PlacedVersion[]>>;
}

const made = new WeakMap<Snapshot, SnapshotIndexes>();

/**
 * The indexes of a snapshot. Each is made when it is first asked for, and kept as long as the snapshot.
 *
 * @param snapshot is never changed
 */
export function indexesOf(snapshot: Snapshot): SnapshotIndexes {
  const known = made.get(snapshot);
  if (known) return known;
  const indexes = lazyIndexes(snapshot);
  made.set(snapshot, indexes);
  return indexes;
}

function lazyIndexes(snapshot: Snapshot): SnapshotIndexes {
  const subjects = once(() => new Map(snapshot.subjects.map((subject) => [subject.name, subject])));
  const contexts = once(() => new Map(snapshot.contexts.map((context) => [context.name, context])));
  const subjectsOf = once(() => {
    const found = new Map<string, SnapshotSubject[]>();
    for (const { name } of snapshot.contexts) found.set(name, []);
    for (const subject of snapshot.subjects) into(found, subject.context, subject);
    return found;
  });
  const placesOf = once(() => {
    const found = new Map<string, PlacedVersion[]>();
    for (const place of versionsOf(snapshot)) into(found, place.version.guid, place);
    return found;
  });
  const idsOf = once(() => {
    const found = new Map<string, Map<number, PlacedVersion[]>>();
    for (const place of versionsOf(snapshot)) {
      const ids = found.get(place.subject.context) ?? new Map<number, PlacedVersion[]>();
      found.set(place.subject.context, ids);
      into(ids, place.version.id, place);
    }
    return found;
  });
  return {
    get contexts() {
      return contexts();
    },
    get subjects() {
      return subjects();
    },
    get subjectsOf() {
      return subjectsOf();
    },
    get placesOf() {
      return placesOf();
    },
    get idsOf() {
      return idsOf();
    },
  };
}

function* versionsOf(snapshot: Snapshot): Generator<PlacedVersion> {
  for (const subject of snapshot.subjects) {
    for (const version of subject.versions) yield { subject, version };
  }
}

function into<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

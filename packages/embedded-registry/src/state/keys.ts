import type { Change } from './change.ts';
import { type CountedNames, createCountedNames } from './counted-names.ts';
import { keepDek, keepKek } from './key-change.ts';
import type { DekId, DekRecord, DekSeries, KekRecord } from './key-records.ts';
import { firstPlace } from './sorted-names.ts';

/** The keys of a registry, with an index for each question that is asked of them. `deleted` means soft-deleted ones too. */
export interface Keys {
  /** How many keys there are of both kinds, soft-deleted ones too. */
  readonly size: number;
  kek(name: string): KekRecord | undefined;
  /** Names of key encryption keys, in order. */
  kekNames(deleted: boolean): string[];
  /** Subjects that begin with a prefix and have keys, each with the name of a key encryption key; by subject. */
  usesWithPrefix(prefix: string, deleted: boolean): { subject: string; kekName: string }[];
  /** The versions of a data encryption key, ascending, soft-deleted ones too. */
  deks(series: DekSeries): readonly DekRecord[];
  dek(id: DekId): DekRecord | undefined;
  /** Subjects with data encryption keys under a key encryption key, in order. */
  dekSubjects(kekName: string, deleted: boolean): string[];
  /** Whether there are data encryption keys under a key encryption key. */
  hasDeks(kekName: string, deleted: boolean): boolean;
}

/** Keys that can be changed. */
export interface ChangingKeys extends Keys {
  /** Puts a key encryption key in place, or takes it away. */
  putKek(name: string, record: KekRecord | null): void;
  /** Puts a data encryption key in place, or takes it away. */
  putDek(id: DekId, record: DekRecord | null): void;
  /** Changes that make an empty set of keys equal to this one. */
  dump(): Change[];
  clear(): void;
}

/** The same names twice: those of all records, and those of the live ones. */
interface Names {
  all: CountedNames;
  live: CountedNames;
}

/** Between a subject and the name of a key encryption key; neither can hold it. */
const separator = '\u0000';

/** Creates an empty set of keys. */
export function createKeys(): ChangingKeys {
  const keks = new Map<string, KekRecord>();
  const kekNames = createNames();
  const series = new Map<string, DekRecord[]>();
  const subjects = new Map<string, Names>();
  const uses = createNames();
  let dekCount = 0;

  function index(record: DekRecord, change: (names: Names, name: string) => void): void {
    const { kekName, subject } = record;
    const known = subjects.get(kekName) ?? createNames();
    change(known, subject);
    if (known.all.isEmpty) subjects.delete(kekName);
    else subjects.set(kekName, known);
    change(uses, `${subject}${separator}${kekName}`);
  }

  function removeDek(id: DekId): void {
    const key = keyOf(id);
    const versions = series.get(key) ?? [];
    const place = placeOf(versions, id.version);
    const record = versions[place];
    if (record?.version !== id.version) return;
    versions.splice(place, 1);
    if (versions.length === 0) series.delete(key);
    dekCount -= 1;
    index(record, (names, name) => remove(names, name, record.deleted));
  }

  function addDek(record: DekRecord): void {
    const key = keyOf(record);
    const versions = series.get(key) ?? [];
    versions.splice(placeOf(versions, record.version), 0, record);
    series.set(key, versions);
    dekCount += 1;
    index(record, (names, name) => add(names, name, record.deleted));
  }

  return {
    get size() {
      return keks.size + dekCount;
    },
    kek: (name) => keks.get(name),
    kekNames: (deleted) => choose(kekNames, deleted).withPrefix(''),
    usesWithPrefix: (prefix, deleted) =>
      choose(uses, deleted)
        .withPrefix(prefix)
        .map((use) => {
          const end = use.indexOf(separator);
          return { subject: use.slice(0, end), kekName: use.slice(end + 1) };
        }),
    deks: (each) => series.get(keyOf(each)) ?? [],
    dek(id) {
      const versions = series.get(keyOf(id)) ?? [];
      const record = versions[placeOf(versions, id.version)];
      return record?.version === id.version ? record : undefined;
    },
    dekSubjects(kekName, deleted) {
      const names = subjects.get(kekName);
      return names ? choose(names, deleted).withPrefix('') : [];
    },
    hasDeks(kekName, deleted) {
      const names = subjects.get(kekName);
      return names !== undefined && !choose(names, deleted).isEmpty;
    },
    putKek(name, record) {
      const before = keks.get(name);
      if (before) remove(kekNames, name, before.deleted);
      keks.delete(name);
      if (record === null) return;
      keks.set(name, record);
      add(kekNames, name, record.deleted);
    },
    putDek(id, record) {
      removeDek(id);
      if (record !== null) addDek(record);
    },
    dump: () => [
      ...[...keks.values()].map(keepKek),
      ...[...series.values()].flatMap((versions) => versions.map(keepDek)),
    ],
    clear() {
      for (const kept of [keks, series, subjects, ...Object.values(kekNames)]) kept.clear();
      for (const kept of Object.values(uses)) kept.clear();
      dekCount = 0;
    },
  };
}

function createNames(): Names {
  return { all: createCountedNames(), live: createCountedNames() };
}

function choose({ all, live }: Names, deleted: boolean): CountedNames {
  return deleted ? all : live;
}

function add({ all, live }: Names, name: string, isDeleted: boolean): void {
  all.add(name);
  if (!isDeleted) live.add(name);
}

function remove({ all, live }: Names, name: string, isDeleted: boolean): void {
  all.remove(name);
  if (!isDeleted) live.remove(name);
}

function keyOf({ kekName, subject, algorithm }: DekSeries): string {
  return JSON.stringify([kekName, algorithm, subject]);
}

function placeOf(versions: readonly DekRecord[], version: number): number {
  return firstPlace(versions, (each) => each.version >= version);
}

import {
  defaultContext,
  maxVersion,
  normalizeQualifiedName,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import type { SchemaRecord, Settings } from './records.ts';
import { createSortedNames, type SortedNames } from './sorted-names.ts';

/** Everything that can happen to the state; nothing else changes it. */
export type Change =
  /** A version is registered, overwritten, or replaced by its soft-deleted self. */
  | { kind: 'put'; record: SchemaRecord }
  /** A version goes for good. */
  | { kind: 'remove'; subject: string; version: number }
  | { kind: 'settings'; name: string; settings: Settings }
  | { kind: 'context'; context: string; exists: boolean };

/** What a registry keeps, with an index for each question that is asked of it. */
export interface Store {
  apply(change: Change): void;
  /** Subjects with at least one version, soft-deleted ones too, in order. */
  readonly subjects: Pick<SortedNames, 'has' | 'withPrefix'>;
  /** Contexts other than the default one, in order. */
  readonly contexts: Pick<SortedNames, 'has' | 'withPrefix'>;
  /** All versions of a subject, ascending, soft-deleted ones too. */
  versions(subject: string): readonly SchemaRecord[];
  version(subject: string, version: number): SchemaRecord | undefined;
  /** Which id has this content in this context. */
  idOfContent(context: string, guid: string): number | undefined;
  /** For each subject of the context that uses an id, the one version that last did. */
  usesOfId(context: string, id: number): ReadonlyMap<string, number>;
  /** Ids whose schemas refer to a version, by the referring context. */
  referrers(subject: string, version: number): readonly { context: string; id: number }[];
  /** The greatest id that a context ever had; 0 for none. */
  maxId(context: string): number;
  settings(name: string): Settings;
  /** Names with settings of their own. */
  settingsNames(): Iterable<string>;
}

interface ContextIndex {
  ids: Map<number, Map<string, number>>;
  idsByContent: Map<string, number>;
  maxId: number;
}

const none: ReadonlyMap<string, number> = new Map();

/** Creates an empty store. */
export function createStore(): Store {
  const bySubject = new Map<string, SchemaRecord[]>();
  const byContext = new Map<string, ContextIndex>();
  const referrers = new Map<string, Map<string, { context: string; id: number }>>();
  const settings = new Map<string, Settings>();
  const subjects = createSortedNames();
  const contexts = createSortedNames();

  function indexOf(context: string): ContextIndex {
    let index = byContext.get(context);
    if (!index) {
      index = { ids: new Map(), idsByContent: new Map(), maxId: 0 };
      byContext.set(context, index);
    }
    return index;
  }

  function put(record: SchemaRecord): void {
    const versions = bySubject.get(record.subject) ?? [];
    const place = placeOf(versions, record.version);
    if (versions[place]?.version === record.version) versions[place] = record;
    else versions.splice(place, 0, record);
    bySubject.set(record.subject, versions);
    subjects.add(record.subject);

    const { context } = parseQualifiedName(record.subject);
    const index = indexOf(context);
    const uses = index.ids.get(record.id) ?? new Map<string, number>();
    if (!record.deleted || !uses.has(record.subject)) uses.set(record.subject, record.version);
    index.ids.set(record.id, uses);
    index.idsByContent.set(record.guid, record.id);
    index.maxId = Math.max(index.maxId, record.id);
    for (const target of targetsOf(record)) {
      const ids = referrers.get(target) ?? new Map<string, { context: string; id: number }>();
      ids.set(`${record.id}${context}`, { context, id: record.id });
      referrers.set(target, ids);
    }
  }

  function remove(subject: string, version: number): void {
    const versions = bySubject.get(subject) ?? [];
    const place = placeOf(versions, version);
    const record = versions[place];
    if (record?.version !== version) return;
    versions.splice(place, 1);
    if (versions.length === 0) {
      bySubject.delete(subject);
      subjects.delete(subject);
    }
    const { context } = parseQualifiedName(subject);
    const index = indexOf(context);
    const uses = index.ids.get(record.id);
    if (uses?.get(subject) === version) uses.delete(subject);
    if (uses && uses.size > 0) return;
    index.ids.delete(record.id);
    if (index.idsByContent.get(record.guid) === record.id) index.idsByContent.delete(record.guid);
    for (const target of targetsOf(record)) {
      const ids = referrers.get(target);
      ids?.delete(`${record.id}${context}`);
      if (ids?.size === 0) referrers.delete(target);
    }
  }

  return {
    subjects,
    contexts,
    apply(change) {
      if (change.kind === 'put') put(change.record);
      else if (change.kind === 'remove') remove(change.subject, change.version);
      else if (change.kind === 'context')
        change.exists ? contexts.add(change.context) : contexts.delete(change.context);
      else if (change.settings.config || change.settings.mode)
        settings.set(change.name, change.settings);
      else settings.delete(change.name);
    },
    versions: (subject) => bySubject.get(subject) ?? [],
    version(subject, version) {
      const versions = bySubject.get(subject) ?? [];
      const record = versions[placeOf(versions, version)];
      return record?.version === version ? record : undefined;
    },
    idOfContent: (context, guid) => byContext.get(context)?.idsByContent.get(guid),
    usesOfId: (context, id) => byContext.get(context)?.ids.get(id) ?? none,
    referrers: (subject, version) => [
      ...(referrers.get(versionKey(subject, version))?.values() ?? []),
    ],
    maxId: (context) => byContext.get(context)?.maxId ?? 0,
    settings: (name) => settings.get(name) ?? {},
    settingsNames: () => settings.keys(),
  };
}

/**
 * The versions that a subject's listings show: all but 2^31 - 1, which the real registry leaves out too, because the end of
 * its range is not part of it.
 */
export function listedVersions(store: Store, subject: string): readonly SchemaRecord[] {
  const versions = store.versions(subject);
  return versions.at(-1)?.version === maxVersion ? versions.slice(0, -1) : versions;
}

/** The versions that a record refers to; unqualified, a subject is one of the record's own context. */
function targetsOf(record: SchemaRecord): string[] {
  const { context } = parseQualifiedName(record.subject);
  return record.references.map(({ subject, version }) =>
    versionKey(referencedSubject(context, subject), version),
  );
}

/**
 * The full name of a referenced subject: unless it names a context other than the default one, it is one of the referring
 * schema's context.
 */
export function referencedSubject(context: string, subject: string): string {
  return parseQualifiedName(subject).context === defaultContext
    ? qualifiedName(context, subject)
    : normalizeQualifiedName(subject);
}

function versionKey(subject: string, version: number): string {
  return `${version} ${subject}`;
}

/** The place of a version in an ascending list, or where it would stand. */
function placeOf(versions: readonly SchemaRecord[], version: number): number {
  let low = 0;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((versions[middle]?.version ?? 0) < version) low = middle + 1;
    else high = middle;
  }
  return low;
}

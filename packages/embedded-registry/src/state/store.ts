import { parseQualifiedName } from '@srkit/registry-protocol';
import { keepAssociation } from './association-change.ts';
import { type Associations, createAssociations } from './associations.ts';
import type { Change, ContextIds } from './change.ts';
import { dumpVersions } from './dump-versions.ts';
import { createExporters, type Exporters } from './exporters.ts';
import { createIdIndex, type IdIndex } from './id-index.ts';
import { createKeys, type Keys } from './keys.ts';
import type { SchemaRecord, Settings } from './records.ts';
import { referencedVersions } from './referenced-subject.ts';
import { createReferrerIndex } from './referrer-index.ts';
import { createSortedNames, type SortedNames } from './sorted-names.ts';
import {
  type ChangingVersions,
  createSubjectVersions,
  deletedRecordsWithId,
  findRecord,
  noVersions,
  putRecord,
  recordsWithContent,
  removeRecord,
  type SubjectVersions,
} from './subject-versions.ts';

/** What a registry keeps, with an index for each question that is asked of it. */
export interface Store {
  apply(change: Change): void;
  /** The changes since this was last asked, in order. */
  takeChanges(): readonly Change[];
  /** Changes that make an empty store equal to this one. */
  dump(): Change[];
  /** Grows with every change. */
  readonly revision: number;
  /** Grows when what stands behind a version has changed: it was overwritten or went. */
  readonly replacements: number;
  /** Subjects with at least one version, soft-deleted ones too, in order. */
  readonly subjects: Pick<SortedNames, 'has' | 'withPrefix'>;
  /** Contexts other than the default one, in order. */
  readonly contexts: Pick<SortedNames, 'has' | 'withPrefix'>;
  /** The versions of a subject. */
  versions(subject: string): SubjectVersions;
  version(subject: string, version: number): SchemaRecord | undefined;
  /** Versions of one content, whatever number the registry keeps in their metadata; ascending. */
  versionsWithContent(subject: string, contentKey: string): readonly SchemaRecord[];
  /** Soft-deleted versions of a subject with an id. */
  deletedVersionsWithId(subject: string, id: number): readonly SchemaRecord[];
  /** Which id has this content in this context. */
  idOfContent(context: string, guid: string): number | undefined;
  /** For each subject of the context that uses an id, the one version that last did. */
  usesOfId(context: string, id: number): ReadonlyMap<string, number>;
  /** The subject that a Java hash map of an id's users holds first. */
  firstUserOfId(context: string, id: number): string | undefined;
  /** Ids whose schemas refer to a version, by the referring context. */
  referrers(subject: string, version: number): readonly { context: string; id: number }[];
  /** The greatest id that a context ever had; 0 for none. */
  maxId(context: string): number;
  settings(name: string): Settings;
  /** Associations of subjects with resources. */
  readonly associations: Associations;
  /** Keys of the DEK registry. */
  readonly keys: Keys;
  readonly exporters: Exporters;
  /** Whether any name stands for another subject. */
  readonly hasAliases: boolean;
  /** Names with settings of their own. */
  settingsNames(): Iterable<string>;
}

const noUses: ReadonlyMap<string, number> = new Map();
const noSettings: Settings = {};

/** Creates an empty store. */
export function createStore(): Store {
  const bySubject = new Map<string, ChangingVersions>();
  const byContext = new Map<string, IdIndex>();
  const referrers = createReferrerIndex();
  const settings = new Map<string, Settings>();
  const subjects = createSortedNames();
  const contexts = createSortedNames();
  const associations = createAssociations();
  const keys = createKeys();
  const exporters = createExporters();
  let changes: Change[] = [];
  let revision = 0;
  let aliases = 0;
  let replacements = 0;

  function idsOf(context: string): IdIndex {
    const known = byContext.get(context);
    if (known) return known;
    const index = createIdIndex();
    byContext.set(context, index);
    return index;
  }

  function put(record: SchemaRecord): void {
    const { subject, id } = record;
    let versions = bySubject.get(subject);
    if (versions === undefined) {
      versions = createSubjectVersions();
      bySubject.set(subject, versions);
      subjects.add(subject);
    }
    const before = putRecord(versions, record);
    if (before !== undefined && before.guid !== record.guid) replacements += 1;
    const { context } = parseQualifiedName(subject);
    idsOf(context).put(record);
    for (const [target, version] of referencedVersions(record))
      referrers.add(target, version, context, id);
  }

  function remove(subject: string, version: number): void {
    const versions = bySubject.get(subject);
    const record = versions && removeRecord(versions, version);
    if (versions === undefined || record === undefined) return;
    replacements += 1;
    if (versions.all.length === 0) {
      bySubject.delete(subject);
      subjects.delete(subject);
    }
    const { context } = parseQualifiedName(subject);
    if (!idsOf(context).remove(record)) return;
    for (const [target, targetVersion] of referencedVersions(record))
      referrers.remove(target, targetVersion, context, record.id);
  }

  function restore({ context, referrers: kept, ...ids }: ContextIds): void {
    idsOf(context).restore(ids);
    for (const [subject, version, referring] of kept)
      referrers.restore(subject, version, context, referring);
  }

  function keepSettings(name: string, kept: Settings): void {
    aliases += countAliases(kept) - countAliases(settings.get(name));
    if (kept.config || kept.mode) settings.set(name, kept);
    else settings.delete(name);
  }

  /** A kind of state that is left out here is found by the test of `reset`. */
  function clear(): void {
    for (const kept of [
      bySubject,
      byContext,
      referrers,
      settings,
      subjects,
      contexts,
      associations,
      keys,
      exporters,
    ])
      kept.clear();
    aliases = 0;
    replacements += 1;
  }

  function perform(change: Change): void {
    if (change.kind === 'put') put(change.record);
    else if (change.kind === 'remove') remove(change.subject, change.version);
    else if (change.kind === 'settings') keepSettings(change.name, change.settings);
    else if (change.kind === 'ids') restore(change);
    else if (change.kind === 'reset') clear();
    else if (change.kind === 'association') associations.put(change, change.association);
    else if (change.kind === 'kek') keys.putKek(change.name, change.kek);
    else if (change.kind === 'dek') keys.putDek(change, change.dek);
    else if (change.kind === 'exporter') exporters.put(change.name, change.record);
    else if (change.exists) contexts.add(change.context);
    else contexts.delete(change.context);
  }

  return {
    subjects,
    contexts,
    associations,
    keys,
    exporters,
    get revision() {
      return revision;
    },
    get replacements() {
      return replacements;
    },
    apply(change) {
      perform(change);
      changes.push(change);
      revision += 1;
    },
    takeChanges() {
      const taken = changes;
      if (taken.length > 0) changes = [];
      return taken;
    },
    dump() {
      return [
        ...contexts.withPrefix('').map(
          (context): Change => ({
            kind: 'context',
            context,
            exists: true,
          }),
        ),
        ...[...settings].map(
          ([name, each]): Change => ({ kind: 'settings', name, settings: each }),
        ),
        ...dumpVersions(
          subjects.withPrefix('').flatMap((subject) => bySubject.get(subject)?.all ?? []),
          byContext,
          referrers,
        ),
        ...[...associations.ofResource(undefined, undefined)].map(keepAssociation),
        ...keys.dump(),
        ...exporters.dump(),
      ];
    },
    versions: (subject) => bySubject.get(subject) ?? noVersions,
    version(subject, version) {
      const versions = bySubject.get(subject);
      return versions && findRecord(versions, version);
    },
    versionsWithContent(subject, key) {
      const versions = bySubject.get(subject);
      return versions ? recordsWithContent(versions, key) : [];
    },
    deletedVersionsWithId(subject, id) {
      const versions = bySubject.get(subject);
      return versions ? deletedRecordsWithId(versions, id) : [];
    },
    idOfContent: (context, guid) => byContext.get(context)?.idOfContent(guid),
    usesOfId: (context, id) => byContext.get(context)?.uses(id) ?? noUses,
    firstUserOfId: (context, id) => byContext.get(context)?.firstUser(id),
    referrers: (subject, version) => referrers.of(subject, version),
    maxId: (context) => byContext.get(context)?.maxId ?? 0,
    settings: (name) => settings.get(name) ?? noSettings,
    get hasAliases() {
      return aliases > 0;
    },
    settingsNames: () => settings.keys(),
  };
}

function countAliases(settings: Settings | undefined): number {
  return settings?.config?.alias || settings?.config?.aliasForDeks ? 1 : 0;
}

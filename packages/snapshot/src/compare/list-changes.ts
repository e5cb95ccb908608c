import type { PlacedVersion } from '../indexes.ts';
import type { SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import type { Change, SettingOwner, VersionToWrite } from './change.ts';
import type { OwnSettings } from './compare-settings.ts';
import { countedVersions } from './compare-versions.ts';
import type { ComparedDifference, ConfigField } from './comparison.ts';
import type { NameMap } from './name-map.ts';
import {
  againstReferenceOrder,
  type Deletion,
  inReferenceOrder,
  type WriteChange,
} from './order-changes.ts';
import { versionToWrite } from './version-to-write.ts';

/** Gathers what has to change in the target, while it is compared. */
export interface ChangeList {
  /** A context that the target does not have, and that no subject brings along. */
  createContext(context: string): void;
  deleteContext(context: string): void;
  /** A subject that the target does not have. */
  addSubject(subject: SnapshotSubject, name: string): void;
  deleteSubject(subject: SnapshotSubject): void;
  /** What differs between the versions of two subjects. */
  changeVersions(
    source: SnapshotSubject,
    target: SnapshotSubject,
    differences: readonly ComparedDifference[],
  ): void;
  /** What differs between the settings of two owners. */
  changeSettings(
    source: SettingOwner,
    target: SettingOwner,
    settings: OwnSettings,
    differences: readonly ComparedDifference[],
  ): void;
  /** All of it, in an order in which it can be done. */
  inOrder(): Change[];
}

/**
 * Makes a list of changes.
 *
 * @param options.deleted whether soft-deleted versions are compared, so that what goes has to go permanently
 */
export function createChangeList(names: NameMap, { deleted }: { deleted: boolean }): ChangeList {
  const created: Change[] = [];
  const writes: WriteChange[] = [];
  const deletions: Deletion[] = [];
  const contexts: Change[] = [];
  const early: Change[] = [];
  const configs: Change[] = [];
  const modes: Change[] = [];

  function write(place: PlacedVersion, name: string, other?: SnapshotVersion): void {
    const version = versionToWrite(place, name, names);
    writes.push(
      other === undefined
        ? { action: 'register_version', ...version }
        : { action: 'replace_version', replaces: { id: other.id, guid: other.guid }, ...version },
    );
    if (place.version.deleted) softDelete(version);
  }

  /** What is deleted in the source, once it stands in the target. */
  function softDelete({ subject, version, references }: VersionToWrite): void {
    deletions.push({
      change: { action: 'delete_version', subject, version, permanent: false },
      versions: [{ subject, version, references }],
    });
  }

  return {
    createContext(context) {
      created.push({ action: 'create_context', context });
    },
    deleteContext(context) {
      contexts.push({ action: 'delete_context', context });
    },
    addSubject(subject, name) {
      for (const version of countedVersions(subject, deleted)) write({ subject, version }, name);
    },
    deleteSubject(subject) {
      const versions = countedVersions(subject, deleted);
      const { name } = subject;
      deletions.push({
        change: {
          action: 'delete_subject',
          subject: name,
          versions: versions.length,
          permanent: deleted,
        },
        versions: versions.map(({ version, references }) => ({
          subject: name,
          version,
          references,
        })),
      });
    },
    changeVersions(source, target, differences) {
      const versions = new Map(source.versions.map((version) => [version.version, version]));
      const others = new Map(target.versions.map((version) => [version.version, version]));
      const written = new Set<number>();
      for (const difference of differences) {
        if (!('version' in difference) || written.has(difference.version)) continue;
        const version = versions.get(difference.version);
        const other = others.get(difference.version);
        if (version === undefined && other !== undefined) {
          deletions.push({
            change: {
              action: 'delete_version',
              subject: target.name,
              version: other.version,
              permanent: deleted,
            },
            versions: [
              { subject: target.name, version: other.version, references: other.references },
            ],
          });
        } else if (version !== undefined) {
          const place = { subject: source, version };
          const action = actionOf(difference, version);
          if (action === 'none') continue;
          if (action === 'delete') softDelete(versionToWrite(place, target.name, names));
          else write(place, target.name, action === 'replace' ? other : undefined);
          written.add(version.version);
        }
      }
    },
    changeSettings(source, target, settings, differences) {
      for (const difference of differences) {
        if (difference.kind === 'config') {
          const change = configChange(source, target, settings, difference.fields);
          if (difference.fields.some(normalizes)) early.push(change);
          else configs.push(change);
        }
        if (difference.kind === 'mode') modes.push(modeChange(target, settings));
      }
    },
    inOrder() {
      return [
        ...modes.filter(opens),
        ...early,
        ...created,
        ...inReferenceOrder(writes).ordered,
        ...againstReferenceOrder(deletions),
        ...contexts,
        // Settings of a subject go with its last version, and a mode can forbid to change a configuration.
        ...configs,
        ...modes.filter((change) => !opens(change)),
      ];
    },
  };
}

/** What a difference between two versions of one number takes. */
function actionOf(
  difference: ComparedDifference,
  version: SnapshotVersion,
): 'register' | 'replace' | 'delete' | 'none' {
  switch (difference.kind) {
    case 'version_missing':
      return 'register';
    case 'content':
    case 'id':
      return 'replace';
    case 'deleted':
      return version.deleted ? 'delete' : 'register';
    case 'reference':
      // What lies outside of what is compared does not change.
      return difference.why === 'other_subject' ? 'replace' : 'none';
    default:
      return 'none';
  }
}

function configChange(
  source: SettingOwner,
  target: SettingOwner,
  { config }: OwnSettings,
  fields: readonly { field: string }[],
): Change {
  if (config === undefined) return { action: 'delete_config', of: target };
  const changed = fields.map(({ field }) => field);
  return { action: 'set_config', of: target, fields: changed, from: source };
}

function modeChange(target: SettingOwner, { mode }: OwnSettings): Change {
  return mode === undefined
    ? { action: 'delete_mode', of: target }
    : { action: 'set_mode', of: target, mode };
}

/** Whether the target would write schemas in another form than they have. */
function normalizes({ field, target }: ConfigField): boolean {
  return field === 'normalize' && target === true;
}

/** Whether it lets more be written than before, so that it comes first. */
function opens(change: Change): boolean {
  return change.action === 'set_mode' && (change.mode === 'READWRITE' || change.mode === 'IMPORT');
}

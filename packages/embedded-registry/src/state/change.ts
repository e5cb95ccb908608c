import type { AssociationKey, AssociationRecord } from './association-record.ts';
import type { ExporterRecord } from './exporter-record.ts';
import type { DekId, DekRecord, KekRecord } from './key-records.ts';
import type { SchemaRecord, Settings } from './records.ts';

/** Everything that can happen to the state; nothing else changes it. Plain data, so that it can be kept and done again. */
export type Change =
  /** A version is registered, overwritten, or replaced by its soft-deleted self. */
  | { kind: 'put'; record: SchemaRecord }
  /** A version goes for good. */
  | { kind: 'remove'; subject: string; version: number }
  | { kind: 'settings'; name: string; settings: Settings }
  | { kind: 'context'; context: string; exists: boolean }
  /** An association is created, changed, or (null) goes. */
  | ({ kind: 'association'; association: AssociationRecord | null } & AssociationKey)
  /** A key encryption key is created, changed, or (null) goes. */
  | { kind: 'kek'; name: string; kek: KekRecord | null }
  /** A version of a data encryption key is created, changed, or (null) goes. */
  | ({ kind: 'dek'; dek: DekRecord | null } & DekId)
  /** An exporter is created, changed, or (null) goes. */
  | { kind: 'exporter'; name: string; record: ExporterRecord | null }
  /** Everything goes: what follows happens to an empty registry. */
  | { kind: 'reset' }
  /** What the versions alone do not tell of a context's ids; only in what a registry is restored from. */
  | ({ kind: 'ids' } & ContextIds);

const kinds: Readonly<Record<Change['kind'], true>> = {
  put: true,
  remove: true,
  settings: true,
  context: true,
  association: true,
  kek: true,
  dek: true,
  exporter: true,
  reset: true,
  ids: true,
};

/** Whether a value that was read is a change that this release can do again. */
export function isKnownChange(value: unknown): value is Change {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind);
}

/** What is known of the ids of a context beyond what its versions say. */
export interface ContextIds {
  context: string;
  /** The greatest id that the context ever had. */
  maxId: number;
  /** For an id, the subjects that use it with the version that last did; empty for an id that nothing uses. */
  uses: [id: number, [subject: string, version: number][]][];
  /** The id of a content; null where it has none. */
  contents: [guid: string, id: number | null][];
  /** All ids of the context whose schemas refer to a version. */
  referrers: [subject: string, version: number, ids: number[]][];
}

import type { SchemaRecord, Settings } from './records.ts';

/** Everything that can happen to the state; nothing else changes it. Plain data, so that it can be kept and done again. */
export type Change =
  /** A version is registered, overwritten, or replaced by its soft-deleted self. */
  | { kind: 'put'; record: SchemaRecord }
  /** A version goes for good. */
  | { kind: 'remove'; subject: string; version: number }
  | { kind: 'settings'; name: string; settings: Settings }
  | { kind: 'context'; context: string; exists: boolean }
  /** What the versions alone do not tell of a context's ids; only in what a registry is restored from. */
  | ({ kind: 'ids' } & ContextIds);

/** What is known of the ids of a context beyond what its versions say. */
export interface ContextIds {
  context: string;
  /** The greatest id that the context ever had. */
  maxId: number;
  /** For an id, the subjects that use it with the version that last did; empty for an id that nothing uses. */
  uses: [id: number, [subject: string, version: number][]][];
  /** The id of a content; null where it has none. */
  contents: [guid: string, id: number | null][];
  /** The ids whose schemas refer to a version. */
  referrers: [subject: string, version: number, ids: number[]][];
}

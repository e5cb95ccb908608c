import type { RegistryClient } from '@srkit/registry-client';
import type { RegisteredSchema } from '@srkit/registry-protocol';
import type { SnapshotVersion, Unreadable } from '../snapshot.ts';
import type { SnapshotProgress } from '../snapshot-progress.ts';
import type { Ask } from './ask.ts';

/** What all parts of one reading share. */
export interface Reading {
  /** Of the default context. */
  readonly client: RegistryClient;
  readonly ask: Ask;
  readonly signal: AbortSignal | undefined;
  /** Whether soft-deleted versions are read too. */
  readonly deleted: boolean;
  /** How many versions are asked for at once. */
  readonly pageSize: number;
  /** How many small requests are made at the same time. */
  readonly concurrency: number;
  /** What could not be read so far. */
  readonly unreadable: Unreadable[];
  /** Keeps the text of a version, and gives everything else. */
  keep(listed: RegisteredSchema): Promise<SnapshotVersion>;
  report(progress: SnapshotProgress): void;
}

import type { Snapshot } from '../snapshot.ts';

/** What both of two snapshots have read. */
export interface Depth {
  readonly versions: boolean;
  readonly texts: boolean;
  /** Soft-deleted versions. */
  readonly deleted: boolean;
  readonly configs: boolean;
}

/** What both of two snapshots have read, so that it can be compared. */
export function depthOf(source: Snapshot, target: Snapshot): Depth {
  return {
    versions: source.detail !== 'names' && target.detail !== 'names',
    texts: source.detail === 'schemas' && target.detail === 'schemas',
    deleted: source.includesDeleted && target.includesDeleted,
    configs: source.includesConfigs && target.includesConfigs,
  };
}

import type { ReadingCall } from '../reading/with-snapshots.ts';
import { describeComparison } from './describe-comparison.ts';
import { pairsOf, readSides, type Sides } from './read-sides.ts';

/** What of two sides is compared. */
export interface ComparedParts {
  configs: boolean;
  ids: boolean;
  deleted: boolean;
  /** Whether to list what would have to change in the target. */
  changes: boolean;
}

/** Reads two sides and compares them. */
export async function compareSides(
  sides: Sides,
  { configs, ids, deleted, changes }: ComparedParts,
  call: ReadingCall,
) {
  const parts = {
    detail: 'schemas',
    includeDeleted: deleted,
    includeConfigs: configs,
  } as const;
  return readSides(
    sides,
    { source: parts, target: parts },
    call,
    async ([source, target], { compareSnapshots }) => {
      const compared = await compareSnapshots(source, target, {
        ...pairsOf(sides),
        ids,
        formatting: 'tell',
        signal: call.signal,
      });
      return describeComparison(compared, { changes });
    },
  );
}

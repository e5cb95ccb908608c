import { limitFor, type TaskLimits } from '../task-limits.ts';

/** What counts when it is decided whether a task may run. */
export interface Claim {
  readonly kind: string;
  readonly keys: readonly string[];
}

/** A task that waits. */
export interface WaitingClaim extends Claim {
  /** Whether all tasks that it comes after have succeeded. */
  readonly isReady: boolean;
}

type RunLimits = Pick<Required<TaskLimits>, 'running' | 'perKind' | 'perKey'>;

/**
 * Decides which tasks start now. Earlier ones come first; a later one overtakes only where it takes no key that an earlier one waits
 * for, so that a task which needs several keys is never passed by for good.
 *
 * @param queued what waits, the earliest first
 * @param running what runs
 * @param limits how many may
 */
export function chooseRunnable<Waiting extends WaitingClaim>(
  queued: Iterable<Waiting>,
  running: Iterable<Claim>,
  limits: RunLimits,
): Waiting[] {
  const kinds = new Map<string, number>();
  const keys = new Map<string, number>();
  const chosen: Waiting[] = [];
  let count = 0;
  for (const claim of running) {
    add(kinds, [claim.kind]);
    add(keys, claim.keys);
    count += 1;
  }
  for (const claim of queued) {
    if (count >= limits.running) break;
    if (!claim.isReady) continue;
    const hasKeys = claim.keys.every(
      (key) => (keys.get(key) ?? 0) < limitFor(limits.perKey, key, 1),
    );
    // Also when it cannot start: the keys are kept for it. Its kind is not, or tasks that wait for a key would stop the others.
    add(keys, claim.keys);
    const kindLimit = limitFor(limits.perKind, claim.kind, limits.running);
    if (!hasKeys || (kinds.get(claim.kind) ?? 0) >= kindLimit) continue;
    add(kinds, [claim.kind]);
    chosen.push(claim);
    count += 1;
  }
  return chosen;
}

function add(counts: Map<string, number>, names: readonly string[]): void {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
}

import type { RegistryClient } from '@srkit/registry-client';
import type { Snapshot, SnapshotScope, TakeSnapshotOptions } from '@srkit/snapshot';
import type { ProgressReport } from '@srkit/tasks';

/** The package, loaded with the first call that needs it. */
export type SnapshotLibrary = typeof import('@srkit/snapshot');

/** What is read. */
export interface SnapshotRequest
  extends Pick<
    TakeSnapshotOptions,
    'detail' | 'includeDeleted' | 'includeConfigs' | 'includeReferenced'
  > {
  client: RegistryClient;
  scope?: SnapshotScope;
}

/** What belongs to the call. */
export interface ReadingCall {
  signal: AbortSignal;
  report(progress: ProgressReport): void;
}

/** Takes a snapshot, asks it something, and lets it go. */
export async function withSnapshot<Answer>(
  request: SnapshotRequest,
  call: ReadingCall,
  ask: (snapshot: Snapshot, library: SnapshotLibrary) => Answer | Promise<Answer>,
): Promise<Answer> {
  return withSnapshots([request], call, ([snapshot], library) => ask(snapshot, library));
}

/**
 * Takes several snapshots at the same time, asks them something, and lets them go. Where one cannot be taken the others are given
 * up: what a registry holds that could not be read is never taken for nothing.
 */
export async function withSnapshots<
  Requests extends readonly [SnapshotRequest, ...SnapshotRequest[]],
  Answer,
>(
  requests: Requests,
  { signal, report }: ReadingCall,
  ask: (
    snapshots: { readonly [Index in keyof Requests]: Snapshot },
    library: SnapshotLibrary,
  ) => Answer | Promise<Answer>,
): Promise<Answer> {
  const library = await import('@srkit/snapshot');
  const failed = new AbortController();
  const tell = sumUp(requests.length, report);
  const outcomes = await Promise.allSettled(
    requests.map(async ({ client, scope, ...options }, index) => {
      try {
        return await library.takeSnapshot(client, scope, {
          ...options,
          signal: AbortSignal.any([signal, failed.signal]),
          onProgress: (progress) => tell(index, progress),
        });
      } catch (error) {
        // The reason of the first one is kept: what the others fail with afterwards is that they were given up.
        if (!failed.signal.aborted) failed.abort(error);
        throw error;
      }
    }),
  );
  const taken = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  try {
    signal.throwIfAborted();
    if (failed.signal.aborted) throw failed.signal.reason;
    return await ask(taken as { readonly [Index in keyof Requests]: Snapshot }, library);
  } finally {
    await Promise.all(taken.map((snapshot) => snapshot.close()));
  }
}

/** Adds up how far several readings are, as far as they say so in the same unit. */
function sumUp(
  count: number,
  report: ReadingCall['report'],
): (index: number, progress: ProgressReport) => void {
  const latest: (ProgressReport | undefined)[] = Array.from({ length: count });
  return (index, progress) => {
    latest[index] = progress;
    const known = latest.filter((one) => one !== undefined);
    const same = known.filter(({ unit }) => unit === progress.unit);
    const isWhole = same.length === count && same.every(({ total }) => total !== undefined);
    report({
      ...progress,
      done: same.reduce((sum, { done = 0 }) => sum + done, 0),
      ...(isWhole && { total: same.reduce((sum, { total = 0 }) => sum + total, 0) }),
    });
  };
}

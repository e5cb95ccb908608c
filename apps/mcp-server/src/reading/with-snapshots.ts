import type { RegistryClient } from '@srkit/registry-client';
import { parseQualifiedName } from '@srkit/registry-protocol';
import type { Snapshot, SnapshotScope, TakeSnapshotOptions } from '@srkit/snapshot';
import type { ProgressReport } from '@srkit/tasks';

/** The package, loaded with the first call that needs it. */
export type SnapshotLibrary = typeof import('@srkit/snapshot');

/** What is read. */
export interface SnapshotRequest
  extends Pick<TakeSnapshotOptions, 'detail' | 'includeDeleted' | 'includeConfigs'> {
  client: RegistryClient;
  scope?: SnapshotScope;
  /** Whether what lies outside of the scope is read too, as far as something inside refers to it. @default false */
  referenced?: boolean;
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
    requests.map(async (request, index) => {
      try {
        return await take(library, request, {
          signal: AbortSignal.any([signal, failed.signal]),
          report: (progress) => tell(index, progress),
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

/** Takes one, and takes it again with a larger scope while what is in it refers to something outside. */
async function take(
  library: SnapshotLibrary,
  { client, scope = {}, referenced = false, ...options }: SnapshotRequest,
  { signal, report }: ReadingCall,
): Promise<Snapshot> {
  const reading = { ...options, signal, onProgress: report };
  let wider = scope;
  for (;;) {
    const snapshot = await library.takeSnapshot(client, wider, reading);
    const next = referenced ? widened(library, snapshot, wider) : undefined;
    if (next === undefined) return snapshot;
    await snapshot.close();
    wider = next;
  }
}

/** The scope with what lies outside of it and is referred to; undefined where nothing is. It grows each time, so it ends. */
function widened(
  { referencedSubject }: SnapshotLibrary,
  { subjects }: Snapshot,
  scope: SnapshotScope,
): SnapshotScope | undefined {
  const named = new Set<string>();
  for (const { context, versions } of subjects) {
    for (const { references } of versions) {
      for (const { subject } of references) named.add(referencedSubject(context, subject));
    }
  }
  const missing = (known: readonly string[], found: Iterable<string>): string[] =>
    [...new Set(found)].filter((name) => !known.includes(name));
  if (scope.subjects) {
    const more = missing(scope.subjects, named);
    return more.length > 0 ? { ...scope, subjects: [...scope.subjects, ...more] } : undefined;
  }
  if (scope.contexts === undefined) return undefined;
  const contexts = [...named].map((name) => parseQualifiedName(name).context);
  const more = missing(scope.contexts, contexts);
  return more.length > 0 ? { ...scope, contexts: [...scope.contexts, ...more] } : undefined;
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

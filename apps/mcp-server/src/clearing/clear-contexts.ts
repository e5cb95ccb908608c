import type { ClearResult } from '@srkit/contexts';
import type { RegistryClient } from '@srkit/registry-client';
import { defaultContext } from '@srkit/registry-protocol';
import type { ReadingCall } from '../reading/with-snapshots.ts';
import { describePlan, describeResult, type RemovedContexts } from './describe-clear.ts';

/** What is cleared, and how. */
export interface ClearRequest {
  client: RegistryClient;
  /** Each one that is meant, as it came. */
  contexts: readonly string[];
  permanent: boolean;
  /** Whether contexts that are empty afterwards are deleted, too. */
  deleteAfter: boolean;
  dryRun: boolean;
  concurrency: number;
}

/** Clears contexts, or says what that would do. */
export async function clearContexts(request: ClearRequest, { signal, report }: ReadingCall) {
  const { contexts, permanent, deleteAfter, dryRun, concurrency } = request;
  const { prepareClear, applyClear, ContextsError } = await import('@srkit/contexts');
  if (deleteAfter && !permanent) {
    throw new ContextsError(
      'invalid_argument',
      "'delete_after' needs permanent=true: a registry keeps a context that holds soft-deleted subjects.",
    );
  }
  const client = request.client.inContext(defaultContext);
  const plan = await prepareClear(client, contexts, { permanent, signal });
  if (dryRun) return { dry_run: true, ...describePlan(plan) };
  const result = await applyClear(client, plan, {
    concurrency,
    signal,
    onProgress: ({ context: _, ...progress }) => report(progress),
  });
  const removed = deleteAfter ? await removeEmptied(client, result, signal) : undefined;
  return { dry_run: false, ...describeResult(plan, result, removed) };
}

/** Deletes those that hold nothing any more; one that fails does not stop the others. */
async function removeEmptied(
  client: RegistryClient,
  { contexts }: ClearResult,
  signal: AbortSignal,
): Promise<RemovedContexts> {
  const { deleteContext } = await import('@srkit/contexts');
  const removed = new Map<string, { outcome: string; remains: readonly string[] }>();
  for (const { name, left } of contexts) {
    if (name === defaultContext || left === undefined || left.length > 0) continue;
    if (signal.aborted) break;
    try {
      const { outcome, remains } = await deleteContext(client, name, { signal });
      removed.set(name, { outcome, remains });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      removed.set(name, { outcome: 'failed', remains: [reason] });
    }
  }
  return removed;
}

import type { RegistryClient } from '@srkit/registry-client';
import { defaultContext } from '@srkit/registry-protocol';
import type { ReadingCall } from '../reading/with-snapshots.ts';
import { describePlan, describeResult } from './describe-clear.ts';

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
  const { prepareClear, applyClear, deleteEmptied, ContextsError } = await import(
    '@srkit/contexts'
  );
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
  const emptied = deleteAfter ? await deleteEmptied(client, result, { signal }) : [];
  return { dry_run: false, ...describeResult(plan, result, emptied) };
}

import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import { requireAble } from './clear/carry-out.ts';
import type { ClearResult } from './clear/clear-result.ts';
import { ContextsError } from './contexts-error.ts';
import { type OwnSetting, outcomeOf, ownSettings, removeEmpty } from './remove-empty.ts';

/** What became of a context that clearing had emptied. */
export interface EmptiedContext {
  readonly context: ContextName;
  /** As of `deleteContext`: `incomplete` also where something was registered in it since. */
  readonly outcome: 'deleted' | 'still_listed' | 'incomplete';
  /** Settings of its own that were removed. */
  readonly settings: readonly OwnSetting[];
  /** What is left of it, in sentences. */
  readonly remains: readonly string[];
}

/**
 * Takes the contexts off a registry's list that clearing has emptied, with their own settings: some requests for each, and
 * nothing of the registry is read again. A registry refuses to delete one in which something was registered since.
 *
 * @param cleared for good; what holds anything, and the default context, is left alone
 * @param options.signal no further one is begun after it
 * @returns one for each that was tried
 * @throws ContextsError `invalid_argument` where it was cleared softly, `view_only`
 *
 * @example
 * const cleared = await clearContexts(client, ['feature-a'], { permanent: true });
 * const emptied = await deleteEmptied(client, cleared);
 */
export async function deleteEmptied(
  client: RegistryClient,
  cleared: ClearResult,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<EmptiedContext[]> {
  requireAble(client, {});
  if (!cleared.permanent) {
    throw new ContextsError(
      'invalid_argument',
      'The contexts were cleared softly, and a registry keeps a context that holds soft-deleted subjects. Clear them for good.',
    );
  }
  const registry = client.inContext(defaultContext);
  const emptied: EmptiedContext[] = [];
  for (const { name: context, left } of cleared.contexts) {
    if (context === defaultContext || left === undefined || left.length > 0) continue;
    if (signal?.aborted) break;
    // Once begun it is finished, so that what was done is told.
    const settings = await ownSettings(registry, context, undefined);
    const removed = await removeEmpty(registry, context, settings);
    const outcome = outcomeOf(removed, true);
    emptied.push({
      context,
      outcome: outcome === 'absent' ? 'deleted' : outcome,
      settings: removed.settings,
      remains: removed.remains,
    });
  }
  return emptied;
}

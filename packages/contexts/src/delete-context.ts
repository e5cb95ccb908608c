import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import { type ApplyClearOptions, carryOut, noChanges, requireAble } from './clear/carry-out.ts';
import type { ClearPlan } from './clear/clear-plan.ts';
import type { ClearOutcome, ClearResult } from './clear/clear-result.ts';
import { preparePlan } from './clear/prepare-clear.ts';
import { ContextsError, type ContextsErrorCode } from './contexts-error.ts';
import { markerOf } from './marker.ts';
import { readName } from './read-names.ts';
import { cannotUnlist, outcomeOf, ownSettings, removeEmpty } from './remove-empty.ts';

/** How to delete a context. */
export interface DeleteContextOptions extends ApplyClearOptions {
  /** With all of its subjects; only when it is empty otherwise. It needs `permanent`. @default false */
  everything?: boolean | undefined;
  /** Says that its subjects go for good: a registry keeps a context that holds soft-deleted ones. @default false */
  permanent?: boolean | undefined;
  /** Only say what would be done. @default false */
  dryRun?: boolean | undefined;
}

/** What became of a context, or with `dryRun` would become of it. */
export interface DeletedContext {
  readonly context: ContextName;
  /**
   * - `deleted`: the registry does not list it any more;
   * - `absent`: it did not list it before;
   * - `still_listed`: it holds nothing, and the registry lists it all the same;
   * - `incomplete`: not all of it is gone; `remains` says what is left;
   * - `planned`: nothing was changed.
   */
  readonly outcome: 'deleted' | 'absent' | 'still_listed' | 'incomplete' | 'planned';
  /** What goes with it. */
  readonly plan: ClearPlan;
  /** Settings of its own that were removed; with `dryRun`, that would be. */
  readonly settings: readonly ('config' | 'mode')[];
  /** What is left of it, in sentences. */
  readonly remains: readonly string[];
  /** What became of its subjects. */
  readonly cleared?: ClearResult;
  /** With `dryRun`, why it would not be done. */
  readonly refusal?: { readonly code: ContextsErrorCode; readonly reason: string };
}

/**
 * Deletes a context with its own configuration and mode, so that the registry does not list it any more: when it is empty, or
 * with all that it holds. Where something would stop it halfway, it is not begun.
 *
 * @param name in any form: `staging`, `.staging`, `:.staging:`
 * @throws ContextsError `invalid_argument`, `not_empty`, `blocked`, `read_only`, `view_only`, `contexts_unsupported`;
 * RegistryError where it cannot be read
 *
 * @example
 * const { outcome, remains } = await deleteContext(client, 'feature-payments', { everything: true, permanent: true });
 * console.log(outcome, remains); // deleted []
 */
export async function deleteContext(
  client: RegistryClient,
  name: string,
  options: DeleteContextOptions = {},
): Promise<DeletedContext> {
  const { everything = false, permanent = false, dryRun = false, signal } = options;
  const context = readName(name);
  requirePossible(context, { everything, permanent });
  if (!dryRun) requireAble(client, options);
  const registry = client.inContext(defaultContext);
  const [plan, settings] = await Promise.all([
    // Of one that has to be empty nobody needs to know what elsewhere refers into it.
    preparePlan(registry, [context], everything ? {} : { contexts: [context] }, {
      permanent: true,
      signal,
    }),
    ownSettings(registry, context, signal),
  ]);
  const refusal = refusalOf(client, plan, everything);
  if (dryRun) {
    const { can } = await client.probe({ signal });
    const remains = can.deleteContext ? [] : [cannotUnlist];
    const planned = { context, outcome: 'planned' as const, plan, settings, remains };
    return refusal === undefined ? planned : { ...planned, refusal };
  }
  if (refusal) throw new ContextsError(refusal.code, refusal.reason);

  const cleared = await carryOut(registry, plan, noChanges, options);
  const began = { context, plan, cleared };
  const remains = remainsOf(cleared, signal);
  if (remains.length > 0) return { ...began, outcome: 'incomplete', settings: [], remains };
  const removed = await removeEmpty(registry, context, settings);
  const wasThere = plan.contexts[0]?.exists !== false;
  return {
    ...began,
    outcome: outcomeOf(removed, wasThere),
    settings: removed.settings,
    remains: removed.remains,
  };
}

/** What is left after clearing. */
function remainsOf(
  { subjects, contexts, ended }: ClearResult,
  signal: AbortSignal | undefined,
): string[] {
  const left = [
    ...subjects.flatMap(({ name, outcome }) => (isGone(outcome) ? [] : [name])),
    ...contexts.flatMap(({ unplanned }) => unplanned),
  ];
  const why = ended ?? (signal?.aborted ? 'It was stopped by its caller.' : undefined);
  return [
    ...(left.length > 0 ? [`Subjects are left: ${someOf(left)}.`] : []),
    ...(why === undefined ? [] : [why]),
  ];
}

function requirePossible(
  context: ContextName,
  { everything, permanent }: { everything: boolean; permanent: boolean },
): void {
  if (context === defaultContext) {
    throw new ContextsError(
      'invalid_argument',
      'The default context cannot be deleted. Clear it, if what it holds is to go.',
    );
  }
  if (!everything || permanent) return;
  throw new ContextsError(
    'invalid_argument',
    'A context with everything in it can be deleted for good only: a registry keeps one that holds soft-deleted subjects. Say permanent too, or clear it softly.',
  );
}

/** Why it is not begun. */
function refusalOf(
  client: RegistryClient,
  { contexts, subjects, blocked }: ClearPlan,
  everything: boolean,
): DeletedContext['refusal'] {
  const { name, viewOnly } = client.describe();
  const context = contexts[0]?.name ?? '';
  if (viewOnly)
    return { code: 'view_only', reason: `${name} is view-only here. Nothing was sent.` };
  const held = [...subjects, ...blocked].filter((one) => one.name !== markerOf(context));
  if (!everything && held.length > 0) {
    const many = held.length === 1 ? 'a subject' : `${held.length} subjects`;
    const reason = `${context} is not empty: it holds ${many} (${someOf(held.map((one) => one.name))}); soft-deleted ones count. Say everything and permanent to delete them for good too.`;
    return { code: 'not_empty', reason };
  }
  const [first] = blocked;
  if (first === undefined) return undefined;
  const others = blocked.length > 1 ? ` So ${blocked.length} of its subjects stay.` : '';
  const reason = `${context} cannot be deleted with everything in it, and nothing was sent. ${first.name}: ${first.reason}${others}`;
  return { code: first.by === 'mode' ? 'read_only' : 'blocked', reason };
}

function isGone(outcome: ClearOutcome): boolean {
  return outcome === 'deleted' || outcome === 'already_gone';
}

const mostNamed = 5;

function someOf(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${named} and ${names.length - mostNamed} more` : named;
}

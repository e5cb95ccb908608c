import type { RegistryError } from '@srkit/registry-client';
import { type ContextName, parseQualifiedName } from '@srkit/registry-protocol';
import type { ClearPlan, PlannedSubject } from './clear-plan.ts';
import {
  type ClearedContext,
  type ClearOutcome,
  countNames,
  type SubjectOutcome,
} from './clear-result.ts';
import type { StepOutcome, StepsRun } from './run-steps.ts';

/** What an account is made of. */
export interface AccountParts {
  readonly plan: ClearPlan;
  readonly run: StepsRun;
  /** Subjects with versions that the plan does not know. */
  readonly changed: ReadonlyMap<string, readonly number[]>;
  /** What is listed afterwards, by context; without those whose subjects could not be listed. */
  readonly left: ReadonlyMap<ContextName, readonly string[]>;
}

/** What became of each subject of a plan. */
export function accountOf({ plan, run, changed, left }: AccountParts): SubjectOutcome[] {
  const placesOf = new Map<string, number[]>();
  for (const [place, { subject }] of plan.steps.entries()) {
    const places = placesOf.get(subject);
    if (places) places.push(place);
    else placesOf.set(subject, [place]);
  }
  const heldBy = heldSteps(plan, run, changed);
  const listed = new Set([...left.values()].flat());
  const gone = plan.subjects.map((subject) => {
    const { name, context } = subject;
    const own = { name, context, subject: subject.subject };
    const places = placesOf.get(name) ?? [];
    const sent = places.flatMap((place) => run.outcomes.get(place) ?? []);
    const found = outcomeOf(subject, sent, {
      isWhole: sent.length === places.length,
      unknownVersions: changed.get(name),
      // Where clearing ended early, it would have been its turn later.
      holder: run.ended === undefined ? holderOf(places, heldBy) : undefined,
      isListed: left.has(context) ? listed.has(name) : undefined,
    });
    const isUnfinished = plan.permanent && !isGone(found.outcome);
    const isSoftDeleted = isUnfinished && sent.some((one) => one.ok && !one.wasGone);
    return {
      ...own,
      versions: versionsOf(sent),
      ...found,
      ...(isSoftDeleted && { softDeleted: true as const }),
    };
  });
  const stayed = plan.blocked.map(({ name, context, subject, reason, by }) => ({
    name,
    context,
    subject,
    outcome: 'blocked' as const,
    versions: [],
    reason,
    ...((by === 'reference' || by === 'circle') && { code: 'reference_exists' }),
  }));
  return [...gone, ...stayed];
}

function holderOf(
  places: readonly number[],
  heldBy: ReadonlyMap<number, string>,
): string | undefined {
  for (const place of places) {
    const holder = heldBy.get(place);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

type Found = Pick<SubjectOutcome, 'outcome' | 'reason' | 'code'>;

interface OutcomeFacts {
  /** Whether all its steps were sent. */
  readonly isWhole: boolean;
  readonly unknownVersions: readonly number[] | undefined;
  /** The subject that refers to it and was not deleted. */
  readonly holder: string | undefined;
  readonly isListed: boolean | undefined;
}

function outcomeOf(
  { name, versions }: PlannedSubject,
  sent: readonly StepOutcome[],
  { isWhole, unknownVersions, holder, isListed }: OutcomeFacts,
): Found {
  if (unknownVersions !== undefined) {
    const reason = `It has versions that the plan does not know (${unknownVersions.join(', ')}). Plan again.`;
    return { outcome: 'changed', reason };
  }
  const failed = sent.find((one) => !one.ok);
  if (failed?.ok === false) return outcomeOfFailure(failed.error, isListed);
  if (isWhole) {
    const wasGone = sent.every((one) => one.ok && one.wasGone);
    if (!wasGone) return { outcome: 'deleted', ...withUnplanned(versions, versionsOf(sent)) };
    if (isListed !== true) return { outcome: 'already_gone' };
    const reason = `The registry says that there is no ${name}, and lists it: it was registered again, or its name is an alias.`;
    return { outcome: 'failed', reason };
  }
  if (holder === undefined) return { outcome: 'not_reached' };
  const reason = `${holder} refers to it and was not deleted.`;
  return { outcome: 'blocked', reason, code: 'reference_exists' };
}

/** Says what went with a subject that the plan does not know. Where its versions could not be read, none can be told. */
function withUnplanned(
  planned: readonly number[],
  deleted: readonly number[],
): { reason?: string } {
  const others =
    planned.length === 0 ? [] : deleted.filter((version) => !planned.includes(version));
  if (others.length === 0) return {};
  return { reason: `Versions went with it that were registered meanwhile: ${others.join(', ')}.` };
}

function outcomeOfFailure(
  { code, message, outcomeUnknown }: RegistryError,
  isListed: boolean | undefined,
): Found {
  const failure = { reason: message, code };
  if (code === 'reference_exists') return { outcome: 'blocked', ...failure };
  if (code === 'subject_not_soft_deleted' || code === 'version_not_soft_deleted') {
    const reason = `Something was registered in it again. ${message}`;
    return { outcome: 'changed', reason, code };
  }
  if (code !== 'aborted' && !outcomeUnknown) return { outcome: 'failed', ...failure };
  return isListed === false ? { outcome: 'deleted' } : { outcome: 'unknown', ...failure };
}

/** Steps that were not sent because one before them was not done, with the subject of that one. */
function heldSteps(
  { steps }: ClearPlan,
  { outcomes }: StepsRun,
  changed: ReadonlyMap<string, unknown>,
): Map<number, string> {
  const held = new Map<number, string>();
  for (const [place, { after, subject }] of steps.entries()) {
    if (outcomes.has(place)) continue;
    for (const before of after) {
      const other = steps[before]?.subject ?? '';
      const isStuck = held.has(before) || outcomes.get(before)?.ok === false || changed.has(other);
      if (isStuck && other !== subject) held.set(place, other);
      else if (isStuck) held.set(place, held.get(before) ?? other);
      if (isStuck) break;
    }
  }
  return held;
}

/** What became of each context of a plan. */
export function contextsOf(
  { plan, left }: AccountParts,
  subjects: readonly SubjectOutcome[],
  unplanned: readonly string[],
): ClearedContext[] {
  const planned = new Set(subjects.map(({ name }) => name));
  const bySubjects = new Map<ContextName, SubjectOutcome[]>();
  for (const one of subjects) {
    const own = bySubjects.get(one.context);
    if (own) own.push(one);
    else bySubjects.set(one.context, [one]);
  }
  return plan.contexts.map(({ name }) => {
    const own = bySubjects.get(name) ?? [];
    const count = (outcome: ClearOutcome): number =>
      own.filter((one) => one.outcome === outcome).length;
    const counts = Object.entries(countNames).map(([outcome, field]) => [
      field,
      count(outcome as ClearOutcome),
    ]);
    const listed = left.get(name);
    return {
      name,
      total: own.length,
      ...(Object.fromEntries(counts) as Record<(typeof countNames)[ClearOutcome], number>),
      left: listed,
      unplanned: (listed ?? unplannedIn(name, unplanned)).filter((each) => !planned.has(each)),
    };
  });
}

function isGone(outcome: ClearOutcome): boolean {
  return outcome === 'deleted' || outcome === 'already_gone';
}

function versionsOf(sent: readonly StepOutcome[]): number[] {
  const versions = new Set(sent.flatMap((one) => (one.ok ? one.versions : [])));
  return [...versions].sort((one, other) => one - other);
}

function unplannedIn(context: ContextName, names: readonly string[]): string[] {
  return names.filter((name) => parseQualifiedName(name).context === context);
}

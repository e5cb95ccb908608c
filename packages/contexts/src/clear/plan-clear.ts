import { type ContextName, defaultContext, type Mode } from '@srkit/registry-protocol';
import type { Snapshot, SnapshotSubject, SnapshotVersion } from '@srkit/snapshot';
import { ContextsError } from '../contexts-error.ts';
import { readNames } from '../read-names.ts';
import type { BlockedSubject, ClearPlan, ClearStep, PlannedContext } from './clear-plan.ts';
import { type BlockedBy, describeBlocked, spreadBlocked } from './find-blocked.ts';
import { heldOf, modesOf } from './held-subjects.ts';
import { orderPhase, stepsOf } from './order-steps.ts';
import type { OrderedUnits } from './order-units.ts';
import { findReferences } from './references.ts';
import { unknownOf } from './unknown-of.ts';

/** How to clear. */
export interface PlanClearOptions {
  /** Delete for good, also what is soft-deleted already. @default false */
  permanent?: boolean | undefined;
  /** The modes in force for contexts, where the snapshot has no modes. */
  modes?: ReadonlyMap<ContextName, Mode> | undefined;
  /** Names that stand for other subjects (aliases), with what they stand for, where the snapshot has no configurations. */
  aliases?: ReadonlyMap<string, string> | undefined;
}

/**
 * Decides what clearing contexts would do: which subjects and versions go, in which order, and which stay because something
 * that stays refers to them, because of their mode, or because their name stands for another subject. Reads and changes nothing.
 *
 * @param snapshot of all contexts, at the detail `versions` or `schemas`; for `permanent` with what is soft-deleted
 * @param contexts each one that is meant, in any form; the default one (`.`) only where it is named
 * @throws ContextsError `invalid_argument`
 */
export function planClear(
  snapshot: Snapshot,
  contexts: readonly string[],
  options: PlanClearOptions = {},
): ClearPlan {
  const { permanent = false } = options;
  const names = readNames(contexts);
  requireUsable(snapshot, names, permanent);
  const candidates = candidatesOf(snapshot, new Set(names), permanent);
  const references = findReferences(snapshot, candidates, permanent);
  const modes = modesOf(snapshot, names, options.modes);
  const held = heldOf(candidates, modes, options.aliases);
  const staying = new Map<string, BlockedBy>([...held].map(([name, { by }]) => [name, by]));
  let steps: ClearStep[] | undefined;
  while (steps === undefined) {
    spreadBlocked(staying, candidates, references);
    const going = [...candidates.values()].filter(({ name }) => !staying.has(name));
    const soft = orderPhase(going, references, false);
    const last: OrderedUnits = permanent ? orderPhase(going, references, true) : nothing;
    for (const name of [...soft.circles, ...last.circles].flat()) staying.set(name, 'circle');
    if (soft.circles.length + last.circles.length === 0) steps = stepsOf(soft, last);
  }
  const blocked = [...candidates.values()].flatMap((subject) => {
    const by = staying.get(subject.name);
    if (by === undefined) return [];
    const stays = (references.to.get(subject.name) ?? []).filter(
      ({ from }) => !candidates.has(from) || staying.has(from),
    );
    const reason = held.get(subject.name)?.reason;
    return [describeBlocked(subject, by, { references: stays, ...(reason && { reason }) })];
  });
  const subjects = goingInOrder(candidates, steps, permanent);
  return {
    registry: snapshot.registry,
    permanent,
    readAt: snapshot.startedAt,
    contexts: names.map((name) => plannedContext(snapshot, name, { subjects, blocked, modes })),
    subjects,
    blocked,
    steps,
    unknown: unknownOf(snapshot),
  };
}

const nothing: OrderedUnits = { units: [], circles: [] };

function requireUsable(
  { detail, includesDeleted, scope }: Snapshot,
  names: readonly ContextName[],
  permanent: boolean,
): void {
  const outside = names.filter((name) => scope.contexts && !scope.contexts.includes(name));
  let wrong: string | undefined;
  if (detail === 'names') wrong = "of names only. Take it at the detail 'versions'";
  else if (permanent && !includesDeleted) {
    wrong = 'without what is soft-deleted, which goes too. Take it with includeDeleted';
  } else if (outside.length > 0) wrong = `without ${outside.join(', ')}. Take it of all contexts`;
  if (wrong === undefined) return;
  throw new ContextsError('invalid_argument', `The snapshot is ${wrong}.`);
}

/** What would go if nothing stood in the way. */
function candidatesOf(
  { subjects }: Snapshot,
  names: ReadonlySet<ContextName>,
  permanent: boolean,
): Map<string, SnapshotSubject> {
  const found = subjects.filter(
    ({ context, versions }) =>
      names.has(context) &&
      (permanent || versions.length === 0 || versions.some(({ deleted }) => !deleted)),
  );
  return new Map(found.map((subject) => [subject.name, subject]));
}

function goingInOrder(
  candidates: ReadonlyMap<string, SnapshotSubject>,
  steps: readonly ClearStep[],
  permanent: boolean,
): ClearPlan['subjects'] {
  const names = new Set(steps.map(({ subject }) => subject));
  return [...names].flatMap((name) => {
    const found = candidates.get(name);
    if (found === undefined) return [];
    const { context, subject } = found;
    // What is soft-deleted already stays as it is where nothing goes for good.
    const versions = found.versions.filter(({ deleted }) => permanent || !deleted);
    const softDeleted = versions.filter(({ deleted }) => deleted);
    return [
      {
        name,
        context,
        subject,
        versions: numbersOf(versions),
        softDeleted: numbersOf(softDeleted),
      },
    ];
  });
}

function numbersOf(versions: readonly SnapshotVersion[]): number[] {
  return versions.map(({ version }) => version);
}

function plannedContext(
  snapshot: Snapshot,
  name: ContextName,
  {
    subjects,
    blocked,
    modes,
  }: {
    subjects: ClearPlan['subjects'];
    blocked: readonly BlockedSubject[];
    modes: ReadonlyMap<ContextName, Mode>;
  },
): PlannedContext {
  const own = subjects.filter(({ context }) => context === name);
  const isThere = name === defaultContext || snapshot.contexts.some((one) => one.name === name);
  const isUnknown = snapshot.unreadable.some(({ what }) => what === 'contexts');
  return {
    name,
    exists: isThere || (isUnknown ? undefined : false),
    mode: modes.get(name),
    subjects: own.length,
    versions: own.reduce((sum, { versions }) => sum + versions.length, 0),
    blocked: blocked.filter(({ context }) => context === name).length,
  };
}

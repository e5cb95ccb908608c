import type { CompatibilityLevel, Direction } from '../compatibility/difference.ts';
import { DIRECTIONS } from '../compatibility/difference.ts';
import type { PreviousSchema } from '../compatibility.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { changesBetween } from './changes-between.ts';
import { chooseNearest, choosePassage } from './choose-passage.ts';
import type { Draft } from './draft.ts';
import type { EvolutionPlan, StepSequence, UnreachableTarget } from './evolution-plan.ts';
import type { SubjectVersions, UnreadableVersion } from './evolution-question.ts';
import { findRoute, withSteps } from './find-route.ts';
import { isTransitive, relevantTo } from './level-verdicts.ts';
import { otherWays } from './other-ways.ts';
import type { Prover } from './prover.ts';
import { createProver } from './prover.ts';
import { isSameSchema } from './same-schema.ts';
import { targetObstacles } from './target-obstacles.ts';
import { sayVersions } from './tell-rollout.ts';
import { tellSteps } from './tell-steps.ts';

/** What {@link planEvolution} is asked. */
export interface PlanEvolutionOptions extends SubjectVersions {
  /** The schema that is to be reached. */
  target: ParsedSchema;
  /** The level in force. */
  level: CompatibilityLevel;
}

/** What a plan is made of. */
interface Plan {
  target: ParsedSchema;
  /** The newest first. */
  earlier: readonly PreviousSchema[];
  directions: readonly Direction[];
  prover: Prover;
}

const NOTHING_MISSING = { changes: [], dangers: [] };

/**
 * Finds schemas to register one after another so that a subject gets to a target which does not pass
 * at once. Every step has passed the checker against what the level compares it with, the steps
 * before it included. Where the target cannot be reached, the steps end as near to it as was found.
 *
 * The search is bounded, and not complete: no steps does not mean that there are none, unless
 * `unreachable` says so.
 */
export function planEvolution({
  target,
  level,
  versions,
  unreadable = [],
  incomplete,
  ...options
}: PlanEvolutionOptions): EvolutionPlan {
  const earlier = [...versions].sort((a, b) => b.version - a.version);
  const prover = createProver(level, earlier, options);
  const plan: Plan = { target, earlier, directions: DIRECTIONS[level], prover };
  const empty = { level, direct: false, reaches: false, steps: [], otherWays: [] };
  const unknown = level === 'NONE' ? undefined : whatIsUnknown(plan, unreadable, incomplete);
  if (unknown !== undefined) {
    const stillMissing = missingFor(plan, earlier[0]?.schema);
    const unreachable = { proven: false, message: unknown };
    return { ...empty, obstacles: [], stillMissing, unreachable };
  }
  const already = earlier.find(({ schema }) => isSameSchema(schema, target))?.version;
  if (already !== undefined) {
    return { ...empty, reaches: true, already, obstacles: [], stillMissing: NOTHING_MISSING };
  }
  const itself: Draft = { schema: target, reasons: new Map() };
  if (prover.accepts(target, earlier)) {
    return { ...empty, direct: true, reaches: true, obstacles: [], ...tell(plan, [itself]) };
  }
  if (prover.isExhausted()) {
    const message =
      'The target is too large to compare with what is there, so nothing can be proven of it.';
    const stillMissing = { ...NOTHING_MISSING, problem: message };
    return { ...empty, obstacles: [], stillMissing, unreachable: { proven: false, message } };
  }
  const found = { obstacles: targetObstacles(target, earlier, prover) };
  const ways = { otherWays: otherWays(target, earlier, prover) };
  const { route, leavesOut, blockedBy } = routeTo(plan, earlier, itself);
  if (route !== undefined) {
    const keepingData = leavesOut ? nearestSteps(plan) : undefined;
    return {
      ...empty,
      ...found,
      ...ways,
      reaches: true,
      ...tell(plan, route),
      ...(keepingData !== undefined && { keepingData: tell(plan, keepingData) }),
    };
  }
  const steps = nearestSteps(plan) ?? [];
  const { proven, message } = unreachable(plan, found.obstacles, blockedBy);
  const nothing =
    steps.length > 0 ? '' : ' Nothing nearer to it than the newest version was found.';
  return {
    ...empty,
    ...found,
    ...ways,
    ...tell(plan, steps),
    unreachable: { proven, message: `${message}${nothing}` },
  };
}

/** Why nothing can be proven; undefined where everything is known that the level compares with. */
function whatIsUnknown(
  { earlier, prover }: Plan,
  unreadable: readonly UnreadableVersion[],
  incomplete: string | undefined,
): string | undefined {
  if (incomplete !== undefined) {
    return `There may be versions that nobody knows of, so nothing can be proven: ${incomplete}`;
  }
  const newest = earlier[0]?.version ?? 0;
  const unread = unreadable.filter(({ version }) => isTransitive(prover.level) || version > newest);
  const [first] = unread;
  if (first === undefined) return undefined;
  const versions = sayVersions(unread.map(({ version }) => version));
  return `${prover.level} compares with ${versions}, which could not be read, so nothing can be proven: ${first.reason}`;
}

/** The way to a schema: at once, or through others where a level compares with the newest only. */
function routeTo(
  { directions, prover }: Plan,
  earlier: readonly PreviousSchema[],
  to: Draft,
): { route: Draft[] | undefined; leavesOut: boolean; blockedBy?: string } {
  const [newest] = earlier;
  if (newest === undefined || isTransitive(prover.level)) {
    return { route: findRoute(earlier, [to], prover), leavesOut: false };
  }
  const { policy = 'STRICT' } = prover.options;
  const { drafts, ...passage } = choosePassage(newest.schema, to.schema, directions, policy);
  return { ...passage, route: findRoute(earlier, [...drafts, to], prover) };
}

/** Steps to a schema as near to the target as the earlier versions let it be. */
function nearestSteps(plan: Plan): Draft[] | undefined {
  const { target, earlier, directions, prover } = plan;
  const { policy = 'STRICT', metadata } = prover.options;
  const ofType = earlier.filter(({ schema }) => schema.type === target.type);
  const compared = relevantTo(prover.level, earlier);
  if (compared.some(({ schema }) => schema.type !== target.type)) return undefined;
  // Where all versions cannot be pleased, the newest is what the level asks for.
  const goals = isTransitive(prover.level) ? [ofType] : [ofType, ofType.slice(0, 1)];
  for (const goal of goals) {
    const schemas = goal.map(({ schema }) => schema);
    const nearest = chooseNearest(target, schemas, directions, policy);
    if (nearest === undefined) continue;
    const { draft, afterwards } = nearest;
    if (draft.schema.text === earlier[0]?.schema.text) continue;
    const { route } = routeTo(plan, earlier, draft);
    if (route === undefined) continue;
    if (afterwards === undefined) return route;
    const after = routeTo(plan, withSteps(earlier, route, { metadata }), afterwards);
    return [...route, ...(after.route ?? [])];
  }
  return undefined;
}

function tell(plan: Plan, drafts: readonly Draft[]): StepSequence {
  const { target, earlier, prover } = plan;
  const last = drafts.at(-1)?.schema ?? earlier[0]?.schema;
  const steps = tellSteps(earlier, drafts, target, prover);
  return { steps, stillMissing: missingFor(plan, last) };
}

function missingFor(
  { target, prover }: Plan,
  last: ParsedSchema | undefined,
): StepSequence['stillMissing'] {
  if (last === undefined || last === target) return NOTHING_MISSING;
  return changesBetween(last, target, prover.options.policy);
}

function unreachable(
  { target, earlier, prover }: Plan,
  obstacles: EvolutionPlan['obstacles'],
  blockedBy: string | undefined,
): UnreachableTarget {
  const { level } = prover;
  if (relevantTo(level, earlier).some(({ schema }) => schema.type !== target.type)) {
    const message = `The subject has schemas of another type than ${target.type}, and no schema fits both.`;
    return { proven: true, message };
  }
  const versions = obstacles.map(({ version }) => version);
  if (isTransitive(level) && versions.length > 0) {
    const message = `${level} compares every schema with ${sayVersions(versions)} too, whatever comes between, and the target does not fit ${versions.length === 1 ? 'it' : 'them'}.`;
    return { proven: true, message };
  }
  const found = prover.isExhausted()
    ? 'The schemas are too large to look further.'
    : 'No steps were found that pass and end in it.';
  return { proven: false, message: blockedBy === undefined ? found : `${blockedBy} ${found}` };
}

import type { SchemaReference } from '@srkit/registry-protocol';
import {
  analyzeEvolution,
  type EvolutionAnalysis,
  type EvolutionPlan,
  type EvolutionStep,
  planEvolution,
  type StepSequence,
} from '@srkit/schemas';
import { effectiveConfig } from './effective-config.ts';
import {
  type EvolutionCandidate,
  type EvolutionFacts,
  type EvolutionOptions,
  readEvolution,
} from './read-evolution.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What it means for a subject to go on with a schema. */
export interface SubjectEvolution extends EvolutionFacts {
  readonly analysis: EvolutionAnalysis;
}

/** A step with the references to register it with. */
export interface SubjectEvolutionStep extends Omit<EvolutionStep, 'references'> {
  readonly references: readonly SchemaReference[];
}

/** Some steps that each pass. */
export interface SubjectStepSequence extends Omit<StepSequence, 'steps'> {
  readonly steps: readonly SubjectEvolutionStep[];
}

/** How to get a subject to a schema. */
export interface SubjectEvolutionPlan extends EvolutionFacts {
  readonly plan: Omit<EvolutionPlan, 'steps' | 'keepingData'> &
    SubjectStepSequence & { readonly keepingData?: SubjectStepSequence };
}

/**
 * Analyses what it means for a subject to go on with a schema: see `analyzeEvolution` of `@srkit/schemas`. Versions that are
 * soft-deleted or of another compatibility group are not compared, as a registry does not either.
 *
 * @param written the subject, qualified outside the default context
 * @throws SnapshotError `subject_not_found`, `reference_not_found`, `text_unknown`, `closed`, `aborted`
 * @throws SchemaError `invalid_schema` where the candidate is none, or `too_large`
 */
export async function analyzeSubjectEvolution(
  snapshot: Snapshot,
  written: string,
  candidate: EvolutionCandidate,
  options: EvolutionOptions = {},
): Promise<SubjectEvolution> {
  const { facts, parsed, versions } = await readEvolution(snapshot, written, candidate, options);
  const analysis = analyzeEvolution({ candidate: parsed, level: facts.level, ...versions });
  return { ...facts, analysis };
}

/**
 * Finds schemas to register one after another so that a subject gets to a schema that does not pass at once: see
 * `planEvolution` of `@srkit/schemas`.
 *
 * @param written the subject, qualified outside the default context
 * @throws SnapshotError as {@link analyzeSubjectEvolution}; `invalid_argument` where nobody knows the level, and none is given
 * @throws SchemaError `invalid_schema` where the target is none, or `too_large`
 */
export async function planSubjectEvolution(
  snapshot: Snapshot,
  written: string,
  target: EvolutionCandidate,
  options: EvolutionOptions = {},
): Promise<SubjectEvolutionPlan> {
  const { facts, parsed, versions, subject } = await readEvolution(
    snapshot,
    written,
    target,
    options,
  );
  if (facts.level === undefined) {
    throw new SnapshotError(
      'invalid_argument',
      `Nobody knows which level is in force for ${facts.subject}: ${effectiveConfig(snapshot, subject).unknown} Name one as 'level', or take a snapshot with configurations.`,
    );
  }
  const { keepingData, ...plan } = planEvolution({
    target: parsed,
    level: facts.level,
    ...versions,
  });
  const newest = subject.versions.findLast(({ deleted }) => !deleted);
  const byName = new Map(
    [...(newest?.references ?? []), ...(target.references ?? [])].map((reference) => [
      reference.name,
      reference,
    ]),
  );
  const toRegister = ({ references, ...step }: EvolutionStep): SubjectEvolutionStep => ({
    ...step,
    references: references.flatMap((name) => byName.get(name) ?? []),
  });
  return {
    ...facts,
    plan: {
      ...plan,
      steps: plan.steps.map(toRegister),
      ...(keepingData !== undefined && {
        keepingData: { ...keepingData, steps: keepingData.steps.map(toRegister) },
      }),
    },
  };
}

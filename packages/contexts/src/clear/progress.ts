import type { ContextName } from '@srkit/registry-protocol';
import type { ClearPlan, ClearStep } from './clear-plan.ts';
import type { SubjectOutcome } from './clear-result.ts';
import type { StepOutcome } from './run-steps.ts';

/** How far clearing has come. */
export interface ClearProgress {
  /** Subjects that are dealt with, whatever became of them. */
  readonly done: number;
  readonly total: number;
  readonly unit: 'subjects';
  /** What was done last, in a few words. */
  readonly message: string;
  /** How many were not deleted. */
  readonly errors: number;
  /** The context that has come further. */
  readonly context: { readonly name: ContextName; readonly done: number; readonly total: number };
}

/** Tells a caller how far clearing has come. */
export interface Progress {
  /** Of a step that was sent. */
  tell(step: ClearStep, outcome: StepOutcome): void;
  /** Of the subjects that nothing was told of so far. */
  end(subjects: readonly SubjectOutcome[]): void;
}

interface OfContext {
  readonly name: ContextName;
  done: number;
  readonly total: number;
}

/** Counts subjects as their last step is done, or one fails. */
export function createProgress(
  { subjects, blocked, steps }: ClearPlan,
  onProgress: ((progress: ClearProgress) => void) | undefined,
): Progress {
  const all = [...subjects, ...blocked];
  const contexts = new Map<ContextName, OfContext>();
  const contextOf = new Map<string, ContextName>();
  for (const { name, context } of all) {
    contextOf.set(name, context);
    const total = (contexts.get(context)?.total ?? 0) + 1;
    contexts.set(context, { name: context, done: 0, total });
  }
  const open = new Map<string, number>();
  for (const { subject } of steps) open.set(subject, (open.get(subject) ?? 0) + 1);
  const told = new Set<string>();
  let errors = 0;

  function settle(name: string, isDeleted: boolean): void {
    const context = contexts.get(contextOf.get(name) ?? '');
    if (context === undefined || told.has(name)) return;
    told.add(name);
    context.done += 1;
    if (!isDeleted) errors += 1;
    const message = `${context.name}: ${context.done} of ${context.total} subjects`;
    report({
      done: told.size,
      total: all.length,
      unit: 'subjects',
      message,
      errors,
      context: { ...context },
    });
  }

  function report(progress: ClearProgress): void {
    try {
      onProgress?.(progress);
    } catch {
      // What was deleted must be told, whatever becomes of telling how far it has come.
    }
  }

  return {
    tell({ subject }, outcome) {
      const left = (open.get(subject) ?? 0) - 1;
      open.set(subject, left);
      if (!outcome.ok || left === 0) settle(subject, outcome.ok);
    },
    end(outcomes) {
      for (const { name, outcome } of outcomes) {
        if (outcome !== 'not_reached')
          settle(name, outcome === 'deleted' || outcome === 'already_gone');
      }
    },
  };
}

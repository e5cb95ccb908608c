import type { RegistryClient } from '@srkit/registry-client';
import { parseQualifiedName } from '@srkit/registry-protocol';
import { ContextsError } from '../contexts-error.ts';
import type { ClearPlan } from './clear-plan.ts';

/**
 * Refuses a plan that is of another registry, or that would delete something outside the contexts that it names: plans are data,
 * and may come back from anywhere.
 *
 * @throws ContextsError `invalid_argument`
 */
export function checkPlan(client: RegistryClient, plan: ClearPlan): void {
  const { name } = client.describe();
  if (plan.registry !== name) {
    throw invalid(`The plan is for ${plan.registry}, and the client is of ${name}. Plan again.`);
  }
  const contexts = new Set(plan.contexts.map((context) => context.name));
  const subjects = new Set(plan.subjects.map((subject) => subject.name));
  const outside = [...subjects].find((name) => !contexts.has(parseQualifiedName(name).context));
  if (outside !== undefined) {
    throw invalid(
      `The plan would delete ${outside}, which is in none of its contexts. Plan again.`,
    );
  }
  const isWrong = ({ subject, after, permanent }: ClearPlan['steps'][number], place: number) =>
    !subjects.has(subject) ||
    (permanent && !plan.permanent) ||
    after.some((before) => !Number.isInteger(before) || before < 0 || before >= place);
  if (plan.steps.some(isWrong))
    throw invalid('The steps of the plan do not fit together. Plan again.');
}

function invalid(message: string): ContextsError {
  return new ContextsError('invalid_argument', message);
}

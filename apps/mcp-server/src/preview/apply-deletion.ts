import { ToolError } from '../tool-error.ts';
import type { Deletion, DeletionPlan } from './plan-deletion.ts';

/**
 * Deletes what was planned. A permanent deletion that would stop halfway, after its soft step, is not begun; all else the
 * registry decides.
 *
 * @returns the versions that were deleted
 * @throws ToolError `reference_exists` before anything is sent
 */
export async function applyDeletion(
  { client, subject, version, permanent }: Deletion,
  plan: DeletionPlan,
  { signal }: { signal: AbortSignal },
): Promise<number[]> {
  if (permanent && plan.would_be_refused?.code === 'reference_exists') {
    throw new ToolError(
      'reference_exists',
      `${plan.would_be_refused.reason} Nothing was sent. Delete these first.`,
      { referenced_by: plan.referenced_by },
    );
  }
  const [number] = plan.versions;
  let deleted: number[] = [];
  for (const step of plan.steps) {
    const options = { permanent: step === 'permanent_delete', signal };
    deleted =
      version === undefined
        ? await client.subjects.delete(subject, options)
        : // The number, not "latest", which would be another one after the first step.
          [await client.versions.delete(subject, number ?? version, options)];
  }
  return deleted;
}

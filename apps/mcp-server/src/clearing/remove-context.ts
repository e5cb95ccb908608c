import type { RegistryClient } from '@srkit/registry-client';
import type { ReadingCall } from '../reading/with-snapshots.ts';
import { describeOutcomes, describeSubjects } from './describe-clear.ts';

/** How a context is deleted. */
export interface RemoveOptions {
  everything: boolean;
  permanent: boolean;
  concurrency: number;
  dryRun: boolean;
}

/** Deletes a context, or says what that would do. */
export async function removeContext(
  client: RegistryClient,
  name: string,
  options: RemoveOptions,
  { signal, report }: ReadingCall,
) {
  const { deleteContext } = await import('@srkit/contexts');
  const { plan, cleared, refusal, settings, remains, ...facts } = await deleteContext(
    client,
    name,
    { ...options, signal, onProgress: ({ context: _, ...progress }) => report(progress) },
  );
  return {
    dry_run: options.dryRun,
    ...facts,
    settings: [...settings],
    remains: [...remains],
    subjects: cleared ? describeOutcomes(cleared) : describeSubjects(plan),
    ...(refusal && { would_be_refused: { ...refusal } }),
  };
}

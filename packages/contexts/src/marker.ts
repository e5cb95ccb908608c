import type { CallOptions, RegistryClient } from '@srkit/registry-client';
import { isRegistryError } from '@srkit/registry-client';
import { type ContextName, type Mode, qualifiedName } from '@srkit/registry-protocol';

/** The subject that is registered in a context so that the registry lists it. */
const markerSubject = 'srkit-context-marker';

/** Its qualified name. */
export function markerOf(context: ContextName): string {
  return qualifiedName(context, markerSubject);
}

/**
 * Registers the marker.
 *
 * @param mode that is in force: where ids are given by hand, the marker gets the first one
 */
export async function registerMarker(
  client: RegistryClient,
  context: ContextName,
  mode: Mode | undefined,
): Promise<void> {
  const byHand = mode === 'IMPORT' || mode === 'FORWARD';
  await client.versions.register(markerOf(context), {
    schema: '"null"',
    ...(byHand && { id: 1, version: 1 }),
  });
}

/** How much of the marker was removed. */
export interface RemovedMarker {
  readonly left: 'nothing' | 'soft_deleted' | 'live';
  /** Why not more. */
  readonly reason?: string;
}

/** Removes the marker, for good. What fails is told and not thrown. */
export async function removeMarker(
  client: RegistryClient,
  context: ContextName,
): Promise<RemovedMarker> {
  const soft = await deleteMarker(client, context, {});
  if (soft !== undefined) return { left: 'live', reason: soft };
  const permanent = await deleteMarker(client, context, { permanent: true });
  if (permanent !== undefined) return { left: 'soft_deleted', reason: permanent };
  return { left: 'nothing' };
}

/**
 * Soft-deletes the marker, or deletes it for good.
 *
 * @returns why it could not be; undefined when it is gone
 */
export async function deleteMarker(
  client: RegistryClient,
  context: ContextName,
  options: CallOptions & { permanent?: boolean },
): Promise<string | undefined> {
  try {
    await client.subjects.delete(markerOf(context), options);
    return undefined;
  } catch (error) {
    if (!isRegistryError(error)) throw error;
    const isGone = error.code === 'subject_not_found' || error.code === 'subject_soft_deleted';
    return isGone ? undefined : error.message;
  }
}

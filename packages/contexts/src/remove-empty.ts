import { isRegistryError, type RegistryClient, type RegistryError } from '@srkit/registry-client';
import { type ContextName, qualifiedName } from '@srkit/registry-protocol';

/** A kind of setting that a context can have of its own. */
export type OwnSetting = 'config' | 'mode';

/** What became of an empty context. */
export interface RemovedContext {
  /** Whether the registry lists it still; undefined where that cannot be seen. */
  readonly isListed: boolean | undefined;
  readonly settings: readonly OwnSetting[];
  /** What is left of it, in sentences. */
  readonly remains: readonly string[];
}

/** What registries say that have no way to delete a context. */
export const cannotUnlist =
  'The registry has no way to take a context off its list (Confluent has from 8.0.1 on); it stays listed, and empty.';

/**
 * Reads which settings a context has of its own. What cannot be read counts as there, so that it is tried to be removed.
 *
 * @param client of the default context
 * @throws RegistryError `aborted`
 */
export async function ownSettings(
  client: RegistryClient,
  context: ContextName,
  signal: AbortSignal | undefined,
): Promise<OwnSetting[]> {
  const name = qualifiedName(context, '');
  const [config, mode] = await Promise.all([
    isThere(client.config.get(name, { signal })),
    isThere(client.mode.get(name, { signal })),
  ]);
  return [...(config ? ['config' as const] : []), ...(mode ? ['mode' as const] : [])];
}

/**
 * Takes an empty context off a registry's list, then removes its own settings. It is finished once it is begun.
 *
 * @param client of the default context
 * @param settings that it has
 */
export async function removeEmpty(
  client: RegistryClient,
  context: ContextName,
  settings: readonly OwnSetting[],
): Promise<RemovedContext> {
  const refused = await failureOf(client.contexts.delete(context));
  const isUnsupported = refused?.status === 404 || refused?.status === 405;
  if (refused !== undefined && !isUnsupported) {
    return { isListed: await isListed(client, context), settings: [], remains: [refused.message] };
  }
  const removed: OwnSetting[] = [];
  const remains: string[] = [];
  const name = qualifiedName(context, '');
  // A configuration cannot be removed while the mode forbids it.
  const remove = {
    mode: async () => client.mode.delete(name),
    config: async () => client.config.delete(name),
  };
  for (const what of ['mode', 'config'] as const) {
    if (!settings.includes(what)) continue;
    const failure = await failureOf(remove[what]());
    if (failure === undefined) removed.push(what);
    else if (failure.status !== 404) remains.push(`Its own ${what}: ${failure.message}`);
  }
  const listed = await isListed(client, context);
  if (listed === true)
    remains.unshift(isUnsupported ? cannotUnlist : 'The registry lists it still.');
  return { isListed: listed, settings: removed, remains };
}

/**
 * What became of a context: `deleted`, `absent` where it was not listed before, `still_listed` where the registry has no way to
 * take it off its list, or `incomplete`.
 */
export function outcomeOf(
  { isListed, remains }: RemovedContext,
  wasThere: boolean,
): 'deleted' | 'absent' | 'still_listed' | 'incomplete' {
  if (isListed === true) return remains[0] === cannotUnlist ? 'still_listed' : 'incomplete';
  if (remains.length > 0 || isListed === undefined) return 'incomplete';
  return wasThere ? 'deleted' : 'absent';
}

async function isThere(answer: Promise<unknown>): Promise<boolean> {
  const failure = await failureOf(answer);
  if (failure?.code === 'aborted') throw failure;
  return failure?.status !== 404;
}

async function isListed(
  client: RegistryClient,
  context: ContextName,
): Promise<boolean | undefined> {
  try {
    return (await client.contexts.list()).includes(context);
  } catch (error) {
    if (isRegistryError(error)) return undefined;
    throw error;
  }
}

async function failureOf(answer: Promise<unknown>): Promise<RegistryError | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    if (isRegistryError(error)) return error;
    throw error;
  }
}

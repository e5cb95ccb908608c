import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import { everyContext, qualifiedName } from '@srkit/registry-protocol';
import { inParallel } from '../in-parallel.ts';

/** Names that stand for other subjects, with what they stand for. */
export type Aliases = ReadonlyMap<string, string>;

/** These releases have aliases and do not list them. */
const releasesThatListNone = /^7\.[56]\./;
const readsAtOnce = 16;
const mostTries = 3;

/**
 * Lists the names that stand for other subjects. A registry follows them in every request about a subject, so that deleting the
 * one would delete the other.
 *
 * @param client of the default context
 * @returns undefined where they can only be read one by one
 * @throws RegistryError `aborted`
 */
export async function listAliases(
  client: RegistryClient,
  signal: AbortSignal | undefined,
): Promise<Aliases | undefined> {
  const [release, listed] = await Promise.all([
    ignoringFailure(client.metadata.version({ signal })),
    tryToList(client, signal),
  ]);
  return releasesThatListNone.test(release?.version ?? '') ? undefined : listed;
}

/**
 * Reads of some subjects what they stand for.
 *
 * @throws RegistryError where it cannot be read: it must not be taken for nothing
 */
export async function readAliases(
  client: RegistryClient,
  subjects: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Aliases> {
  const aliases = new Map<string, string>();
  await inParallel(subjects, readsAtOnce, async (name) => {
    try {
      const { alias } = await client.config.get(name, { signal });
      if (alias !== undefined) aliases.set(name, alias);
    } catch (error) {
      if (!isRegistryError(error) || error.status !== 404) throw error;
    }
  });
  return aliases;
}

async function tryToList(
  client: RegistryClient,
  signal: AbortSignal | undefined,
): Promise<Aliases | undefined> {
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    try {
      return await listOnce(client, signal);
    } catch (error) {
      if (!isRegistryError(error) || error.code === 'aborted') throw error;
      // Without a listing of schemas there are no aliases either.
      if (error.status === 404 || error.status === 405) return new Map();
      if (error.code !== 'listing_changed') return undefined;
    }
  }
  return undefined;
}

async function listOnce(client: RegistryClient, signal: AbortSignal | undefined): Promise<Aliases> {
  const aliases = new Map<string, string>();
  const every = { subjectPrefix: qualifiedName(everyContext, ''), deleted: true, latestOnly: true };
  for await (const listed of client.schemas.iterate({ ...every, aliases: true, signal })) {
    for (const name of listed.aliases ?? []) aliases.set(name, listed.subject);
  }
  return aliases;
}

async function ignoringFailure<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isRegistryError(error) && error.code !== 'aborted') return undefined;
    throw error;
  }
}

import { type CallOptions, isRegistryError, type RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import { ContextsError } from './contexts-error.ts';

/**
 * Lists the names of contexts, the default one first.
 *
 * @returns undefined where the registry keeps no contexts apart
 * @throws RegistryError where they cannot be listed
 */
export async function listNames(
  client: RegistryClient,
  { signal }: CallOptions = {},
): Promise<ContextName[] | undefined> {
  try {
    const listed = await client.contexts.list({ signal });
    // Apicurio answers with something that is no context of its own.
    return listed.includes(defaultContext) ? listed : undefined;
  } catch (error) {
    if (isRegistryError(error) && (error.status === 404 || error.status === 405)) return undefined;
    throw error;
  }
}

/**
 * The same, where nothing can be done without contexts.
 *
 * @throws ContextsError `contexts_unsupported`; RegistryError where they cannot be listed
 */
export async function requireNames(
  client: RegistryClient,
  options: CallOptions = {},
): Promise<ContextName[]> {
  const names = await listNames(client, options);
  if (names !== undefined) return names;
  throw new ContextsError(
    'contexts_unsupported',
    `${client.describe().name} keeps no contexts apart: all of its subjects are in one place, the default context.`,
  );
}

import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext } from '@srkit/registry-protocol';

/**
 * Lists the subjects of one context, or of every one, as the registry names them: qualified outside the default context.
 *
 * @param client in the context; in the default one for every context
 * @param context `*` for every one
 */
export async function listSubjects(
  client: RegistryClient,
  context: ContextName,
  options: { deleted?: boolean; signal: AbortSignal },
): Promise<string[]> {
  // Without a prefix a client of the default context lists every one.
  const subjectPrefix = context === defaultContext ? ':.:' : undefined;
  return client.subjects.list({ ...options, subjectPrefix });
}

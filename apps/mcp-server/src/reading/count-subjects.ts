import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, everyContext, parseQualifiedName } from '@srkit/registry-protocol';
import { listSubjects } from './list-subjects.ts';

/**
 * Lists every context with the number of subjects in it; names only, so it is cheap.
 *
 * @param client of the default context
 */
export async function countSubjects(
  client: RegistryClient,
  { signal }: { signal: AbortSignal },
): Promise<{ context: ContextName; total_schemas: number }[]> {
  const [contexts, subjects] = await Promise.all([
    client.contexts.list({ signal }),
    listSubjects(client, everyContext, { signal }),
  ]);
  const counts = new Map(contexts.map((context) => [context, 0]));
  for (const name of subjects) {
    const { context } = parseQualifiedName(name);
    counts.set(context, (counts.get(context) ?? 0) + 1);
  }
  return [...counts].map(([context, total_schemas]) => ({ context, total_schemas }));
}

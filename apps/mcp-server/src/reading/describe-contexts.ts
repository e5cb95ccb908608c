import type { RegistryClient } from '@srkit/registry-client';
import { countSubjects } from './count-subjects.ts';

/** A context in the words of answers. A count that is not known is left out. */
export interface ContextRow {
  context: string;
  total_schemas?: number;
  total_versions?: number;
  distinct_contents?: number;
  unknown?: string;
}

/**
 * Lists contexts with what they hold.
 *
 * @param options.prefix what their names begin with, with or without the dot
 * @param options.counts whether to count versions and contents, too; subjects are counted always
 */
export async function describeContexts(
  client: RegistryClient,
  { prefix, counts }: { prefix: string; counts: boolean },
  { signal }: { signal: AbortSignal },
): Promise<ContextRow[]> {
  if (!counts) {
    const begins = prefix === '' || prefix.startsWith('.') ? prefix : `.${prefix}`;
    const counted = await countSubjects(client, { signal });
    return counted.filter(({ context }) => context.startsWith(begins));
  }
  const { listContexts } = await import('@srkit/contexts');
  const { contexts } = await listContexts(client, { prefix, signal });
  return contexts.map(({ name, subjects, versions, schemas, unknown }) => ({
    context: name,
    ...(subjects !== undefined && { total_schemas: subjects }),
    ...(versions !== undefined && { total_versions: versions }),
    ...(schemas !== undefined && { distinct_contents: schemas }),
    ...(unknown !== undefined && { unknown }),
  }));
}

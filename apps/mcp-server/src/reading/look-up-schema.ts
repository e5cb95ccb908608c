import { isRegistryError, type LookUpOptions, type RegistryClient } from '@srkit/registry-client';
import type { ContextName, RegisterSchemaRequest } from '@srkit/registry-protocol';
import { inWords, missingReferences } from './require-references.ts';

/** Whether a subject has a schema. */
export interface LookedUp {
  found: boolean;
  version?: number;
  id?: number;
  guid?: string;
  /** Why it was not found. */
  reason?: string;
}

/** Looks a schema up; that a subject has it not is an answer, too. */
export async function lookUpSchema(
  { client, context, subject }: { client: RegistryClient; context: ContextName; subject: string },
  request: RegisterSchemaRequest,
  options: LookUpOptions & { signal: AbortSignal },
): Promise<LookedUp> {
  // A registry cannot read a schema without what it refers to, and would say that instead.
  const missing = await missingReferences({ client, context }, request.references, {
    deleted: true,
    signal: options.signal,
  });
  if (missing.length > 0) {
    return { found: false, reason: `It refers to what is not here: ${inWords(missing)}.` };
  }
  try {
    const { version, id, guid } = await client.versions.lookUp(subject, request, options);
    return { found: true, version, id, ...(guid !== undefined && { guid }) };
  } catch (error) {
    if (isRegistryError(error, 'subject_not_found')) {
      return { found: false, reason: 'There is no such subject.' };
    }
    if (isRegistryError(error, 'schema_not_found')) {
      return { found: false, reason: 'The subject has other schemas, but not this one.' };
    }
    throw error;
  }
}

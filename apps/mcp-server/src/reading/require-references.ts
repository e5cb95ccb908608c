import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  parseQualifiedName,
  type SchemaReference,
} from '@srkit/registry-protocol';
import { ToolError } from '../tool-error.ts';
import { inParallel } from './in-parallel.ts';
import { resolveReference } from './resolve-reference.ts';

/** Where a schema goes. */
interface Target {
  /** In the context. */
  client: RegistryClient;
  context: ContextName;
}

/**
 * Finds what a schema refers to and its target has not.
 *
 * @param options.deleted take soft-deleted versions for there
 */
export async function missingReferences(
  target: Target,
  references: readonly SchemaReference[] | undefined,
  options: { deleted?: boolean; signal: AbortSignal },
): Promise<SchemaReference[]> {
  const missing = await inParallel(references ?? [], async (reference) =>
    (await isThere(target, reference, options)) ? [] : [reference],
  );
  return missing.flat().map(({ name, subject, version }) => ({ name, subject, version }));
}

/**
 * Checks that what a schema refers to is where the schema goes. A registry says so only for the first one, and in its
 * parser's words.
 *
 * @throws ToolError `missing_references`, naming each that is missing; nothing was sent
 */
export async function requireReferences(
  target: Target,
  references: readonly SchemaReference[] | undefined,
  options: { signal: AbortSignal },
): Promise<void> {
  const missing = await missingReferences(target, references, options);
  if (missing.length === 0) return;
  throw new ToolError(
    'missing_references',
    `The schema refers to what is not in the context ${target.context}: ${inWords(missing)}. Nothing was sent. Register these first.`,
    { missing },
  );
}

/** References as a sentence names them. */
export function inWords(references: readonly SchemaReference[]): string {
  return references.map(({ subject, version }) => `${subject} version ${version}`).join(', ');
}

async function isThere(
  target: Target,
  reference: SchemaReference,
  options: { deleted?: boolean; signal: AbortSignal },
): Promise<boolean> {
  const { context, subject } = resolveReference(reference.subject, target.context);
  const version = reference.version === -1 ? 'latest' : reference.version;
  try {
    const found = await target.client.inContext(context).versions.get(subject, version, options);
    // For a subject of the default context a registry looks through the others, too; a reference does not.
    return parseQualifiedName(found.subject).context === context;
  } catch (error) {
    if (
      isRegistryError(error, 'subject_not_found') ||
      isRegistryError(error, 'version_not_found')
    ) {
      return false;
    }
    throw error;
  }
}

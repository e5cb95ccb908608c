import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  parseQualifiedName,
  type SchemaReference,
} from '@srkit/registry-protocol';
import { ToolError } from '../tool-error.ts';
import { inParallel } from './in-parallel.ts';
import { resolveReference } from './resolve-reference.ts';
import { createVersionReader, type VersionReader } from './version-reader.ts';

/** Where a schema goes. */
interface Target {
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
  { deleted, signal, read }: { deleted?: boolean; read?: VersionReader; signal: AbortSignal },
): Promise<SchemaReference[]> {
  const options = { deleted, read: read ?? createVersionReader({ signal }) };
  const missing = await inParallel(references ?? [], async (reference) =>
    (await isThere(target, reference, options)) ? [] : [reference],
  );
  return missing.flat().map(({ name, subject, version }) => ({ name, subject, version }));
}

/**
 * Checks that what a schema refers to is where the schema goes. A registry says so only for the first one, and in its
 * parser's words.
 *
 * @param options.read for a call that needs the texts, too
 * @throws ToolError `missing_references`, naming each that is missing; nothing was sent
 */
export async function requireReferences(
  target: Target,
  references: readonly SchemaReference[] | undefined,
  options: { read?: VersionReader; signal: AbortSignal },
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
  { deleted, read }: { deleted: boolean | undefined; read: VersionReader },
): Promise<boolean> {
  const { context, subject } = resolveReference(reference.subject, target.context);
  const version = reference.version === -1 ? 'latest' : reference.version;
  try {
    const found = await read({ client: target.client, context }, subject, version, { deleted });
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

import { parseQualifiedName } from '@srkit/registry-protocol';
import type { SchemaChoice } from '../reading/choose-schema.ts';
import { chooseSchema } from '../reading/choose-schema.ts';
import { type KnownSchema, parseStored } from '../reading/known-schema.ts';
import type { VersionPlace, VersionReader } from '../reading/version-reader.ts';
import { ToolError } from '../tool-error.ts';
import type { Services } from '../tools/define-tool.ts';
import type { GivenMessage } from './read-message.ts';

/** The schema of a message, and whether the message itself said which one it is. */
export interface MessageSchema extends KnownSchema {
  byPrefix: boolean;
}

/**
 * Reads the schema that a call names for a message, or else the one whose id stands before the message.
 *
 * @throws ToolError `invalid_arguments` where neither says it
 */
export async function schemaOfMessage(
  message: GivenMessage,
  choice: SchemaChoice,
  services: Services,
  read: VersionReader,
  { signal }: { signal: AbortSignal },
): Promise<MessageSchema> {
  const chosen = Object.values(choice).some((argument) => argument !== undefined);
  if (chosen || 'text' in message) {
    const known = await chooseSchema(choice, services, read, { signal });
    return { ...known, byPrefix: false };
  }
  const { readWirePrefix } = await import('@srkit/schemas/values');
  const prefix = readWirePrefix(message.bytes);
  if (prefix === undefined) {
    throw new ToolError(
      'invalid_arguments',
      "The bytes do not begin with the prefix of a registry (a zero byte and the schema id in four bytes), so say which schema it is: 'subject', 'schema' or 'from'.",
    );
  }
  return { ...(await readById(services, prefix.schemaId, read, signal)), byPrefix: true };
}

async function readById(
  { client, context }: VersionPlace,
  id: number,
  read: VersionReader,
  signal: AbortSignal,
): Promise<KnownSchema> {
  const [found, uses] = await Promise.all([
    client.schemas.getById(id, { signal }),
    // Messages outlive the version that they were written with.
    client.schemas.versionsById(id, { deleted: true, signal }),
  ]);
  const use = uses[0];
  const named = use === undefined ? undefined : parseQualifiedName(use.subject);
  const place = { client, context: named?.context ?? context };
  return {
    parsed: await parseStored({ ...found, place }, read),
    facts: {
      ...(named && use && { ...named, version: use.version }),
      id,
      ...(found.guid !== undefined && { guid: found.guid }),
      schema_type: found.schemaType ?? 'AVRO',
    },
  };
}

import type { ContextName } from '@srkit/registry-protocol';
import { ToolError } from '../tool-error.ts';
import type { Services } from '../tools/define-tool.ts';
import { type KnownSchema, readKnownText, readKnownVersion } from './known-schema.ts';
import type { SchemaSource } from './read-schema-source.ts';
import { readVersion } from './read-version.ts';
import type { VersionReader } from './version-reader.ts';

/** How a call names a schema: a version of a subject, or as {@link SchemaSource} says. */
export interface SchemaChoice extends SchemaSource {
  subject?: string | undefined;
  version?: string | undefined;
}

/** Where the call is. */
type Surroundings = Pick<Services, 'client' | 'at'> & { context: ContextName };

/**
 * Reads the schema that a call names in exactly one way.
 *
 * @throws ToolError `invalid_arguments` where it is named in several ways or in none
 */
export async function chooseSchema(
  choice: SchemaChoice,
  { client, context, at }: Surroundings,
  read: VersionReader,
  { signal }: { signal: AbortSignal },
): Promise<KnownSchema> {
  checkChoice(choice);
  const { subject, version, schema, schema_type: schemaType, references, from } = choice;
  if (subject !== undefined) {
    return readKnownVersion({ client, context, subject, version: readVersion(version) }, read);
  }
  if (from !== undefined) {
    const place = { ...at(from), registry: from.registry };
    return readKnownVersion({ ...place, version: readVersion(from.version) }, read);
  }
  const text = { schema: schema ?? '', schemaType, references };
  return readKnownText(text, { client, context }, read, { signal });
}

function checkChoice(choice: SchemaChoice): void {
  const { subject, version, schema, schema_type: schemaType, references, from } = choice;
  const ways = [subject, schema, from].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw new ToolError(
      'invalid_arguments',
      "Give the schema in one way: 'subject' (and 'version'), its text in 'schema', or where it is registered in 'from'.",
    );
  }
  if (version !== undefined && subject === undefined) {
    throw new ToolError('invalid_arguments', "'version' is one of 'subject', which is missing.");
  }
  if (schema === undefined && (schemaType !== undefined || references !== undefined)) {
    throw new ToolError(
      'invalid_arguments',
      "schema_type and references belong to a text in 'schema'; of a registered schema they are known: leave them out.",
    );
  }
}

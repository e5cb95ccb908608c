import type { RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  parseQualifiedName,
  type SchemaReference,
  type SchemaType,
  schemaGuid,
  type VersionSelector,
} from '@srkit/registry-protocol';
import type { ParsedSchema } from '@srkit/schemas';
import { readReferenced } from './read-referenced.ts';
import { requireReferences } from './require-references.ts';
import type { VersionPlace, VersionReader } from './version-reader.ts';

/** A schema that was read, with what is known of where it is registered. */
export interface KnownSchema {
  parsed: ParsedSchema;
  /** What an answer says of it. */
  facts: KnownFacts;
  /** Where it is; absent for a text that a call gives. */
  registered?: VersionAddress & { version: number };
}

/** Which schema it is: of a text that is registered nowhere, only what follows from the text. */
export interface KnownFacts {
  registry?: string;
  context?: ContextName;
  subject?: string;
  version?: number;
  id?: number;
  guid?: string;
  schema_type: SchemaType;
}

/** A schema as a registry gives it, and where its references are looked for. */
export interface StoredSchema {
  place: VersionPlace;
  schema: string;
  schemaType?: SchemaType | undefined;
  references?: SchemaReference[] | undefined;
}

/** Where a version is. */
export interface VersionAddress {
  registry?: string | undefined;
  client: RegistryClient;
  context: ContextName;
  subject: string;
  version: VersionSelector;
}

/** Reads a version and what it refers to. */
export async function readKnownVersion(
  { registry, client, context, subject, version }: VersionAddress,
  read: VersionReader,
): Promise<KnownSchema> {
  const found = await read({ client, context }, subject, version);
  // A registry looks for a subject of the default context in the others, too.
  const named = parseQualifiedName(found.subject);
  const place = { client, context: named.context };
  return {
    parsed: await parseStored({ ...found, place }, read),
    registered: { ...place, registry, subject, version: found.version },
    facts: {
      ...(registry !== undefined && { registry }),
      context: named.context,
      subject,
      version: found.version,
      id: found.id,
      guid: found.guid ?? schemaGuid(found),
      schema_type: typeOf(found),
    },
  };
}

/** A text that a call gives. */
export interface GivenText {
  schema: string;
  schemaType?: SchemaType | undefined;
  references?: readonly SchemaReference[] | undefined;
}

/**
 * Reads a text that a call gives, as a registry would before it registers it.
 *
 * @throws ToolError `missing_references`
 * @throws SchemaError `invalid_schema`, `too_large`
 */
export async function readKnownText(
  { schema, schemaType = 'AVRO', references }: GivenText,
  place: VersionPlace,
  read: VersionReader,
  { signal }: { signal: AbortSignal },
): Promise<KnownSchema> {
  await requireReferences(place, references, { signal, read });
  const { parseSchema } = await import('@srkit/schemas');
  const referenced = await readReferenced(place, references, read);
  const parsed = parseSchema(schemaType, schema, { references: referenced });
  const guid = schemaGuid({ schema: parsed.text, references });
  return { parsed, facts: { guid, schema_type: schemaType } };
}

/** Reads a schema that is registered, tolerantly, with what it refers to. */
export async function parseStored(
  { place, references, ...stored }: StoredSchema,
  read: VersionReader,
): Promise<ParsedSchema> {
  const { parseSchema } = await import('@srkit/schemas');
  const type = typeOf(stored);
  const referenced = await readReferenced(place, references, read);
  return parseSchema(type, stored.schema, { references: referenced, validation: 'stored' });
}

function typeOf({ schemaType = 'AVRO' }: { schemaType?: SchemaType | undefined }): SchemaType {
  return schemaType;
}

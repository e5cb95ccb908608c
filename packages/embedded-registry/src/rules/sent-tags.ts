import {
  changeTags,
  findTaggedEntities,
  isSchemaError,
  type ParsedSchema,
  type SchemaError,
  type TagChanges,
  type TaggedEntity,
} from '@srkit/schemas';
import { type Rejection, rejectionWith } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import { readContent, type SentSchema, type SentTags } from './content.ts';

/** The tags that a request names. */
export interface SentTagChanges {
  add: SentSchema['schemaTagsToAdd'];
  remove: SentSchema['schemaTagsToRemove'];
}

/**
 * A sent schema with the tags in its text that the request adds, and without those that it removes. Then the version's
 * number is kept in the metadata, as it is where a request asks for the version after the last.
 *
 * @throws Rejection 42201
 */
export function withSentTags(registry: Registry, subject: string, sent: SentSchema): SentSchema {
  const { schemaTagsToAdd: add, schemaTagsToRemove: remove } = sent;
  if (!add?.length && !remove?.length) return sent;
  const { parsed } = readContent(registry, subject, sent, { isNew: false, normalize: false });
  return { ...sent, schema: retag(parsed, { add, remove }), version: sent.version || -1 };
}

/**
 * A sent schema with the tags in its text that the previous version has in its own, as far as it has the same records and
 * fields.
 *
 * @throws Rejection 42201
 */
export function withTagsOf(
  registry: Registry,
  subject: string,
  sent: SentSchema,
  previous: SchemaRecord,
): SentSchema {
  const add = inWords(() => findTaggedEntities(registry.schemas.parsed(previous)));
  if (add.length === 0) return sent;
  const { parsed } = readContent(registry, subject, sent, { isNew: false, normalize: false });
  return { ...sent, schema: change(parsed, { add, unknown: 'ignore' }) };
}

/**
 * The text of a schema with other tags.
 *
 * @throws Rejection 42201 for a path that leads nowhere
 */
export function retag(schema: ParsedSchema, { add, remove }: SentTagChanges): string {
  return change(schema, { add: entitiesOf(add), remove: entitiesOf(remove) });
}

function entitiesOf(sent: readonly (SentTags | null)[] | null | undefined): TaggedEntity[] {
  return (sent ?? []).map((each) => ({
    entityPath: each?.schemaEntity?.entityPath ?? '',
    entityType: each?.schemaEntity?.entityType ?? 'sr_field',
    tags: (each?.tags ?? []).filter((tag) => tag !== null),
  }));
}

function change(schema: ParsedSchema, changes: TagChanges): string {
  return inWords(() => changeTags(schema, changes));
}

function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isSchemaError(error) ? refused(error) : error;
  }
}

function refused({ code, details }: SchemaError): Rejection {
  const thrown = code === 'unknown_entity' ? 'java.lang.IllegalArgumentException: ' : '';
  return rejectionWith(42201, thrown + details);
}

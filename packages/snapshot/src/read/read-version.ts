import {
  type RegisteredSchema,
  type SchemaReference,
  type SchemaType,
  schemaGuid,
  schemaTypes,
} from '@srkit/registry-protocol';
import type { SnapshotVersion } from '../snapshot.ts';

const noReferences: readonly SchemaReference[] = Object.freeze([]);

/** Everything of a version but its text, in as little memory as it takes. */
export function readVersion(listed: RegisteredSchema): SnapshotVersion {
  const { version, id, deleted, metadata, ruleSet, ts, schema } = listed;
  const references = readReferences(listed.references);
  const guid = listed.guid ?? schemaGuid({ schema, references, metadata, ruleSet });
  const schemaType = readType(listed.schemaType);
  const bytes = Buffer.byteLength(schema);
  const isDeleted = deleted === true;
  // Written out, since objects that are put together from pieces take half as much again.
  const read: Writable<SnapshotVersion> =
    typeof ts === 'number'
      ? { version, id, deleted: isDeleted, schemaType, guid, references, ts, bytes }
      : { version, id, deleted: isDeleted, schemaType, guid, references, bytes };
  if (isObject(metadata)) read.metadata = metadata;
  if (isObject(ruleSet)) read.ruleSet = ruleSet;
  return read;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The format as the one text that all versions share; what a registry calls otherwise stays as it is. */
function readType(type: SchemaType | undefined): SchemaType {
  return schemaTypes.find((known) => known === type) ?? type ?? 'AVRO';
}

function readReferences(references: unknown): readonly SchemaReference[] {
  if (!Array.isArray(references) || references.length === 0) return noReferences;
  return references
    .filter(isReference)
    .map(({ name, subject, version }) => ({ name, subject, version }));
}

function isReference(value: unknown): value is SchemaReference {
  if (!isObject(value)) return false;
  const { name, subject, version }: Partial<SchemaReference> = value;
  return typeof name === 'string' && typeof subject === 'string' && Number.isSafeInteger(version);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

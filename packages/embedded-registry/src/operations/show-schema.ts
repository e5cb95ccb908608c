import {
  type Metadata,
  parseQualifiedName,
  type RuleSet,
  type SchemaReference,
  type SchemaType,
  schemaGuid,
} from '@srkit/registry-protocol';
import { ignoreProtobufExtensions, resolveSchema, serializeProtobuf } from '@srkit/schemas';
import { withoutEmpty } from '../http/answer.ts';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import { referencedSubject } from '../state/referenced-subject.ts';

/** The text of a version in the form that `format` asks for; unknown forms mean the stored one. */
export function textOf(registry: Registry, record: SchemaRecord, query: URLSearchParams): string {
  const format = query.get('format');
  if (format === null || record.schemaType === 'JSON') return record.schema;
  const parsed = registry.schemas.parsed(record);
  if (parsed.type === 'AVRO' && format === 'resolved') return resolveSchema(parsed);
  if (parsed.type === 'PROTOBUF' && format === 'serialized') return serializeProtobuf(parsed);
  if (parsed.type === 'PROTOBUF' && format === 'ignore_extensions')
    return ignoreProtobufExtensions(parsed);
  return record.schema;
}

/** A stored version as the registry shows it. */
export function showVersion(
  registry: Registry,
  record: SchemaRecord,
  query: URLSearchParams,
): Record<string, unknown> {
  const { subject, version, id, ts, deleted } = record;
  return withoutEmpty({
    subject,
    version,
    id,
    ...showContent(registry, record, query),
    ts,
    deleted,
  });
}

/** What a version is made of as the registry shows it; what is empty is undefined, so that it is not written. */
export interface ShownContent {
  guid: string;
  schemaType: SchemaType;
  references: readonly SchemaReference[] | undefined;
  metadata: Metadata | undefined;
  ruleSet: RuleSet | undefined;
  schema: string | undefined;
}

/** A stored version as a look-up and a registration show it: without when and whether deleted. */
export function showContent(
  registry: Registry,
  record: SchemaRecord,
  query: URLSearchParams,
): ShownContent {
  const { schemaType, schema, metadata, ruleSet } = record;
  const isQualified = query.get('referenceFormat')?.toLowerCase() === 'qualified';
  const references = isQualified ? qualifiedReferences(record) : record.references;
  return {
    // The guid is that of the references as they are shown.
    guid: isQualified ? schemaGuid({ schema, references, metadata, ruleSet }) : record.guid,
    schemaType,
    references: references.length > 0 ? references : undefined,
    metadata: metadata ?? undefined,
    ruleSet: ruleSet ?? undefined,
    schema: textOf(registry, record, query) || undefined,
  };
}

function qualifiedReferences(record: SchemaRecord): SchemaRecord['references'] {
  const { context } = parseQualifiedName(record.subject);
  return record.references.map((reference) => ({
    ...reference,
    subject: referencedSubject(context, reference.subject),
  }));
}

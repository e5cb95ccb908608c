import type { Registry } from '../registry.ts';
import { contentKey } from '../state/content-key.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { Content } from './content.ts';
import type { DeletedFilter } from './subject-lookups.ts';

/**
 * The highest version that a sent schema stands for although their guids differ: the same but for the version number in the
 * metadata, or sent with everything inlined that the stored one refers to.
 */
export function standIn(
  registry: Registry,
  subject: string,
  content: Content,
  { deleted }: DeletedFilter,
): SchemaRecord | undefined {
  const versions = registry.store.versions(subject);
  const counts = (record: SchemaRecord): boolean =>
    record.schemaType === content.schemaType && (deleted || !record.deleted);
  const same = registry.store.versionsWithContent(subject, contentKey(content)).findLast(counts);
  const mayBeInlined =
    content.schemaType === 'AVRO' &&
    content.references.length === 0 &&
    content.metadata === null &&
    content.ruleSet === null;
  if (!mayBeInlined) return same;
  const inlined = versions.referring.findLast(
    (record) =>
      counts(record) &&
      record.version > (same?.version ?? 0) &&
      registry.schemas.resolvedText(record) === content.schema,
  );
  return inlined ?? same;
}

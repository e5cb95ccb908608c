import { schemaGuid } from '@srkit/registry-protocol';
import { resolveSchema } from '@srkit/schemas';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { Content } from './content.ts';
import { withoutVersion } from './merge-metadata.ts';

/**
 * Whether a sent schema stands for a stored version although their guids differ: the same but for the version number in the
 * metadata, or sent with everything inlined that the stored one refers to.
 */
export function standsFor(registry: Registry, content: Content, record: SchemaRecord): boolean {
  if (content.schemaType !== record.schemaType) return false;
  if (guidWithoutVersion(content) !== guidWithoutVersion(record)) {
    return (
      content.references.length === 0 &&
      record.references.length > 0 &&
      record.schemaType === 'AVRO' &&
      content.metadata === null &&
      resolveSchema(registry.parsed(record)) === content.schema
    );
  }
  return true;
}

function guidWithoutVersion(
  content: Pick<SchemaRecord, 'schema' | 'references' | 'metadata' | 'ruleSet'>,
): string {
  const { schema, references, metadata, ruleSet } = content;
  return schemaGuid({ schema, references, metadata: withoutVersion(metadata), ruleSet });
}

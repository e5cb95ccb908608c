import { type Metadata, schemaGuid } from '@srkit/registry-protocol';
import type { SchemaRecord } from './records.ts';

/** Where the registry keeps a version's number in its metadata, once that was asked for. */
export const versionProperty = 'confluent:version';

/** What a content is recognised by, whatever version number the registry keeps in its metadata: its guid without that. */
export function contentKey(
  content: Pick<SchemaRecord, 'schema' | 'references' | 'metadata' | 'ruleSet' | 'guid'>,
): string {
  const { schema, references, metadata, ruleSet, guid } = content;
  const bare = withoutVersion(metadata);
  return bare === metadata ? guid : schemaGuid({ schema, references, metadata: bare, ruleSet });
}

/** Metadata without the version number that the registry keeps in it; null when nothing else is there. */
function withoutVersion(metadata: Metadata | null): Metadata | null {
  if (!metadata?.properties || !Object.hasOwn(metadata.properties, versionProperty))
    return metadata;
  const { [versionProperty]: _, ...properties } = metadata.properties;
  const { properties: __, ...rest } = metadata;
  const left = { ...rest, ...(Object.keys(properties).length > 0 && { properties }) };
  return Object.keys(left).length > 0 ? left : null;
}

import { findTaggedEntities } from '@srkit/schemas';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';

/**
 * The records and fields of a version with one of the tags that `findTags` asks for, and all of their tags; `*` asks for
 * every tag. Only tags in the text count. Nothing where nothing is asked for, or found.
 */
export function showTags(
  registry: Registry,
  record: SchemaRecord,
  query: URLSearchParams,
): { schemaTags?: unknown[] } {
  const asked = new Set(query.getAll('findTags'));
  if (asked.size === 0) return {};
  const schemaTags = findTaggedEntities(registry.schemas.parsed(record))
    .filter(({ tags }) => asked.has('*') || tags.some((tag) => asked.has(tag)))
    .map(({ entityPath, entityType, tags }) => ({
      schemaEntity: { entityPath, entityType },
      tags,
    }));
  return schemaTags.length > 0 ? { schemaTags } : {};
}

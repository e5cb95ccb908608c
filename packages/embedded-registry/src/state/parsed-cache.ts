import { parseQualifiedName } from '@srkit/registry-protocol';
import { type ParsedSchema, parseSchema } from '@srkit/schemas';
import type { Registry } from '../registry.ts';
import { resolveReferences } from '../rules/references.ts';
import type { SchemaRecord } from './records.ts';

/**
 * Remembers the parsed form of stored versions, the most recently used ones.
 *
 * @param capacity how many
 */
export function createParsedCache(
  registry: () => Registry,
  capacity = 1000,
): (record: SchemaRecord) => ParsedSchema {
  const remembered = new Map<SchemaRecord, ParsedSchema>();
  return (record) => {
    const known = remembered.get(record);
    if (known) {
      remembered.delete(record);
      remembered.set(record, known);
      return known;
    }
    const { context } = parseQualifiedName(record.subject);
    const resolved = resolveReferences(registry(), context, record.references, { deleted: true });
    const references = 'schemas' in resolved ? resolved.schemas : [];
    const parsed = parseSchema(record.schemaType, record.schema, {
      references,
      validation: 'stored',
    });
    // What refers to others can change its meaning in IMPORT mode, where versions are overwritten: it is read anew each time.
    if (record.references.length > 0) return parsed;
    remembered.set(record, parsed);
    if (remembered.size > capacity) {
      const oldest = remembered.keys().next();
      if (!oldest.done) remembered.delete(oldest.value);
    }
    return parsed;
  };
}

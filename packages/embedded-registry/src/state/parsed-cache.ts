import { parseQualifiedName } from '@srkit/registry-protocol';
import { type ParsedSchema, parseSchema, resolveSchema } from '@srkit/schemas';
import type { ParsedCache, Registry } from '../registry.ts';
import { resolveReferences } from '../rules/references.ts';
import type { SchemaRecord } from './records.ts';

interface Remembered {
  parsed: ParsedSchema;
  resolvedText?: string;
  /** The state of the registry's replacements when it was parsed. */
  at: number;
}

/**
 * Creates an empty cache.
 *
 * @param capacity how many versions are remembered
 */
export function createParsedCache(registry: () => Registry, capacity = 1000): ParsedCache {
  const remembered = new Map<SchemaRecord, Remembered>();

  function keep(record: SchemaRecord, parsed: ParsedSchema): Remembered {
    const entry = { parsed, at: registry().store.replacements };
    remembered.delete(record);
    remembered.set(record, entry);
    if (remembered.size > capacity) {
      const oldest = remembered.keys().next();
      if (!oldest.done) remembered.delete(oldest.value);
    }
    return entry;
  }

  function entryOf(record: SchemaRecord): Remembered {
    const known = remembered.get(record);
    // What refers to others changes its meaning when one of them is overwritten, in IMPORT mode, or goes.
    const isValid = record.references.length === 0 || known?.at === registry().store.replacements;
    if (known === undefined || !isValid) return keep(record, parse(registry(), record));
    remembered.delete(record);
    remembered.set(record, known);
    return known;
  }

  return {
    parsed: (record) => entryOf(record).parsed,
    resolvedText(record) {
      const entry = entryOf(record);
      entry.resolvedText ??= entry.parsed.type === 'AVRO' ? resolveSchema(entry.parsed) : '';
      return entry.resolvedText;
    },
    remember: (record, parsed) => void keep(record, parsed),
  };
}

function parse(registry: Registry, { subject, schemaType, schema, references }: SchemaRecord) {
  const { context } = parseQualifiedName(subject);
  const resolved = resolveReferences(registry, context, references, { deleted: true });
  const schemas = 'schemas' in resolved ? resolved.schemas : [];
  return parseSchema(schemaType, schema, { references: schemas, validation: 'stored' });
}

import { parseQualifiedName } from '@srkit/registry-protocol';
import { isSchemaError, type ParsedSchema, parseSchema, resolveSchema } from '@srkit/schemas';
import type { ParsedCache, Registry } from '../registry.ts';
import { resolveReferences } from '../rules/references.ts';
import type { SchemaRecord } from './records.ts';
import { createSlots } from './slots.ts';

/** How many versions are remembered. */
const mostVersions = 128;

interface Remembered {
  record: SchemaRecord;
  parsed: ParsedSchema;
  resolvedText?: string;
  /** The state of the registry's replacements when it was parsed. */
  at: number;
}

/** Creates an empty cache. */
export function createParsedCache(registry: () => Registry): ParsedCache {
  const slots = createSlots<Remembered>(mostVersions);

  function keep(record: SchemaRecord, parsed: ParsedSchema): Remembered {
    const entry = { record, parsed, at: registry().store.replacements };
    slots.set(record.id, entry);
    return entry;
  }

  function remembered(record: SchemaRecord): Remembered | undefined {
    const known = slots.get(record.id);
    // What refers to others changes its meaning when one of them is overwritten, in IMPORT mode, or goes.
    const isValid = record.references.length === 0 || known?.at === registry().store.replacements;
    return known?.record === record && isValid ? known : undefined;
  }

  function entryOf(record: SchemaRecord): Remembered {
    return remembered(record) ?? keep(record, parse(registry(), record));
  }

  return {
    parsed: (record) => entryOf(record).parsed,
    resolvedText(record) {
      if (record.schemaType !== 'AVRO') return undefined;
      try {
        const entry = entryOf(record);
        entry.resolvedText ??= resolveSchema(entry.parsed);
        return entry.resolvedText;
      } catch (error) {
        if (isSchemaError(error)) return undefined;
        throw error;
      }
    },
    remembered: (record) => remembered(record)?.parsed,
    remember: (record, parsed) => void keep(record, parsed),
  };
}

function parse(registry: Registry, { subject, schemaType, schema, references }: SchemaRecord) {
  const { context } = parseQualifiedName(subject);
  const resolved = resolveReferences(registry, context, references, { deleted: true });
  const schemas = 'schemas' in resolved ? resolved.schemas : [];
  return parseSchema(schemaType, schema, { references: schemas, validation: 'stored' });
}

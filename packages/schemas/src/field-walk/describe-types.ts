import type { ParsedSchema } from '../parsed-schema.ts';
import { findTags } from './find-tags.ts';
import { outlineAvro } from './outline-avro.ts';
import { requireAvro } from './require-avro.ts';
import type { SchemaTypeDescription, WalkOptions } from './schema-field.ts';
import { writtenLogicalType } from './written-logical-type.ts';

/**
 * The named types of a schema, each once, in the order of their first use; those of its references
 * included.
 *
 * @throws SchemaError `not_supported` for JSON Schema and Protobuf
 */
export function describeTypes(
  schema: ParsedSchema,
  options: WalkOptions = {},
): SchemaTypeDescription[] {
  const { types } = outlineAvro(requireAvro(schema, 'The types'));
  return [...types.values()].map(({ path, pointer, type }) => ({
    name: type.name.fullName,
    kind: type.type === 'record' && type.isError ? 'error' : type.type,
    path,
    pointer,
    doc: type.doc,
    aliases: type.aliases.map(({ fullName }) => fullName),
    tags: findTags(type.properties, type.name.fullName, options),
    fieldCount: type.type === 'record' ? type.fields.length : undefined,
    symbols: type.type === 'enum' ? type.symbols : undefined,
    defaultSymbol: type.type === 'enum' ? type.default : undefined,
    size: type.type === 'fixed' ? type.size : undefined,
    logicalType: writtenLogicalType(type),
  }));
}

import type { AvroSchema } from '../../parsed-schema.ts';
import { findTags, inlineTags } from '../find-tags.ts';
import type { SchemaTypeDescription, WalkOptions } from '../schema-field.ts';
import { outlineAvro } from './outline-avro.ts';
import { writtenLogicalType } from './written-logical-type.ts';

/** The named types of an Avro schema, each once, in the order of their first use. */
export function describeAvroTypes(
  schema: AvroSchema,
  options: WalkOptions,
): SchemaTypeDescription[] {
  const { types } = outlineAvro(schema);
  return [...types.values()].map(({ path, pointer, type }) => ({
    name: type.name.fullName,
    kind: type.type === 'record' && type.isError ? 'error' : type.type,
    path,
    pointer,
    doc: type.doc,
    aliases: type.aliases.map(({ fullName }) => fullName),
    tags: findTags(inlineTags(type.properties), type.name.fullName, options),
    fieldCount: type.type === 'record' ? type.fields.length : undefined,
    symbols: type.type === 'enum' ? type.symbols : undefined,
    defaultSymbol: type.type === 'enum' ? type.default : undefined,
    size: type.type === 'fixed' ? type.size : undefined,
    logicalType: writtenLogicalType(type),
  }));
}

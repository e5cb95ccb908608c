import type { AvroSchema } from '../../parsed-schema.ts';
import { findTags, inlineTags } from '../find-tags.ts';
import type { SchemaField, WalkOptions } from '../schema-field.ts';
import type { AvroOutline, FieldPlace } from './outline-avro.ts';
import { outlineAvro } from './outline-avro.ts';
import type { NameType } from './type-in-words.ts';
import { isNullable, shortNames, typeInWords } from './type-in-words.ts';
import { innermostLogicalType, innermostType } from './written-logical-type.ts';

/** Every field of an Avro schema, in document order. */
export function walkAvroFields(schema: AvroSchema, options: WalkOptions): SchemaField[] {
  const outline = outlineAvro(schema);
  const nameType = shortNames([...outline.types.values()].map(({ type }) => type));
  return outline.fields.map((place) => describeField(place, outline, nameType, options));
}

function describeField(
  { path, pointer, field, record, depth, mentions, recursive }: FieldPlace,
  { types }: AvroOutline,
  nameType: NameType,
  options: WalkOptions,
): SchemaField {
  const innermost = innermostType(field.type);
  const records = mentions.filter(({ type }) => type === 'record');
  return {
    path,
    pointer,
    name: field.name,
    record: record.name.fullName,
    depth,
    type: typeInWords(field.type, nameType),
    nullable: isNullable(field.type),
    hasDefault: field.default !== undefined,
    default: field.default,
    doc: field.doc,
    logicalType: innermostLogicalType(field.type),
    tags: findTags(inlineTags(field.properties), `${record.name.fullName}.${field.name}`, options),
    aliases: [...field.aliases],
    symbols: innermost.type === 'enum' ? innermost.symbols : undefined,
    leadsTo: records.map(({ name }) => ({
      type: name.fullName,
      fieldsAt: types.get(name.fullName)?.path ?? path,
    })),
    recursive,
  };
}

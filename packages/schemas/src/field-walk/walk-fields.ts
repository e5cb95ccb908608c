import type { ParsedSchema } from '../parsed-schema.ts';
import { walkAvroFields } from './avro/walk-avro-fields.ts';
import { walkJsonFields } from './json/walk-json-fields.ts';
import { walkProtobufFields } from './protobuf/walk-protobuf-fields.ts';
import type { SchemaField, WalkOptions } from './schema-field.ts';

/**
 * Every field of a schema, in document order: a field, then the fields of what it leads to.
 *
 * A named type is opened once, where it is first used; `leadsTo` of a later use says where that was.
 * So the result is never larger than the schema, however often a type is used, and recursion ends.
 */
export function walkFields(schema: ParsedSchema, options: WalkOptions = {}): SchemaField[] {
  switch (schema.type) {
    case 'AVRO':
      return walkAvroFields(schema, options);
    case 'JSON':
      return walkJsonFields(schema, options);
    case 'PROTOBUF':
      return walkProtobufFields(schema, options);
  }
}

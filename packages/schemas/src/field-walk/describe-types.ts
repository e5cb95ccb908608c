import type { ParsedSchema } from '../parsed-schema.ts';
import { describeAvroTypes } from './avro/describe-avro-types.ts';
import { describeJsonTypes } from './json/describe-json-types.ts';
import { describeProtobufTypes } from './protobuf/describe-protobuf-types.ts';
import type { SchemaTypeDescription, WalkOptions } from './schema-field.ts';

/**
 * The named types of a schema, each once, in the order of their first use; those of its references
 * included.
 */
export function describeTypes(
  schema: ParsedSchema,
  options: WalkOptions = {},
): SchemaTypeDescription[] {
  switch (schema.type) {
    case 'AVRO':
      return describeAvroTypes(schema, options);
    case 'JSON':
      return describeJsonTypes(schema, options);
    case 'PROTOBUF':
      return describeProtobufTypes(schema, options);
  }
}

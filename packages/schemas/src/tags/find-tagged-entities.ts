import type { ParsedSchema } from '../parsed-schema.ts';
import { findAvroTags } from './avro.ts';
import { findJsonTags } from './json.ts';
import { findProtobufTags } from './protobuf.ts';
import type { TaggedEntity } from './tagged-entity.ts';

/**
 * The records and fields of a schema with the tags that are written in it: `confluent:tags` in Avro and JSON Schema,
 * `(confluent.message_meta).tags` and `(confluent.field_meta).tags` in Protobuf. Tags of the metadata are not among them.
 *
 * @throws SchemaError `too_large` where the paths have more than 20 million characters together
 */
export function findTaggedEntities(schema: ParsedSchema): readonly TaggedEntity[] {
  switch (schema.type) {
    case 'AVRO':
      return findAvroTags(schema);
    case 'JSON':
      return findJsonTags(schema);
    case 'PROTOBUF':
      return findProtobufTags(schema);
  }
}

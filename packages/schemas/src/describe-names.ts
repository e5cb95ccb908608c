import { describeAvroNames } from './avro/parse.ts';
import { describeJsonNames } from './json/describe-names.ts';
import { parseJsonSchema } from './json/parse.ts';
import type { SchemaType } from './parsed-schema.ts';
import { describeProtobufNames } from './protobuf/describe-names.ts';

/** What a schema's text offers to others and needs from them. */
export interface DescribedNames {
  /** Avro: full names of named types. JSON Schema: its `$id`. Protobuf: nothing, its path is its name. */
  defines: string[];
  /** Avro: full names. JSON Schema: documents of `$ref`s. Protobuf: imported paths. Without its own. */
  uses: string[];
}

/**
 * Finds what a schema's text defines and what it uses from elsewhere, to tell which files of a
 * folder refer to each other.
 *
 * @throws SchemaError where the text cannot be read at all
 */
export function describeNames(type: SchemaType, text: string): DescribedNames {
  switch (type) {
    case 'AVRO':
      return describeAvroNames(text);
    case 'JSON':
      return describeJsonNames(parseJsonSchema(text, { validation: 'stored' }));
    case 'PROTOBUF':
      return describeProtobufNames(text);
  }
}

import { normalizeAvro } from './avro/normalise.ts';
import { parseAvro } from './avro/parse.ts';
import { printAvro } from './avro/print.ts';
import { normalizeJsonSchema, parseJsonSchema } from './json/parse.ts';
import type { ParsedSchema, ParseOptions, SchemaType } from './parsed-schema.ts';
import { normalizeProtobuf } from './protobuf/normalise.ts';
import { parseProtobuf } from './protobuf/parse.ts';

/**
 * Reads a schema as a registry does when it is registered.
 *
 * @param references what it refers to; only Avro looks at them yet
 * @returns the schema, `text` being what a registry stores
 * @throws SchemaError `invalid_schema` or `too_large`
 */
export function parseSchema(
  type: SchemaType,
  text: string,
  options: ParseOptions = {},
): ParsedSchema {
  switch (type) {
    case 'AVRO':
      return parseAvro(text, options);
    case 'JSON':
      return parseJsonSchema(text, options);
    case 'PROTOBUF':
      return parseProtobuf(text, options);
  }
}

/**
 * The text that a registry stores for `normalize=true`.
 *
 * @throws SchemaError `invalid_schema` where a Protobuf type means nothing, or `too_large`
 */
export function normalizeSchema(schema: ParsedSchema): string {
  switch (schema.type) {
    case 'AVRO':
      return normalizeAvro(schema);
    case 'JSON':
      return normalizeJsonSchema(schema);
    case 'PROTOBUF':
      return normalizeProtobuf(schema);
  }
}

/**
 * The text that a registry answers for `format=resolved`: Avro with its references written in full.
 * JSON Schema and Protobuf are answered as they are.
 */
export function resolveSchema(schema: ParsedSchema): string {
  return schema.type === 'AVRO' ? printAvro(schema.root) : schema.text;
}

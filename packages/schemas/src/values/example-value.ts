import type { ParsedSchema } from '../parsed-schema.ts';
import { exampleAvroValue } from './example/avro/example-avro-value.ts';
import { exampleJsonValue } from './example/json/example-json-value.ts';
import { exampleProtobufValue } from './example/protobuf/example-protobuf-value.ts';
import type { ExampleValueOptions } from './value-options.ts';

/**
 * Makes up a message that looks real: the names of fields decide over texts and numbers, logical
 * types give moments and days of the years 2024 to 2026, decimals keep to their precision. It is
 * the same for the same schema, seed and version of this package, `checkValue` accepts it, and it
 * decodes to itself.
 *
 * @returns JavaScript values as `decodeValue` gives them; `printValue` prints them as JSON
 * @throws SchemaError `invalid_schema` for a schema that has no message, as its record needs itself,
 *   `too_large` where every message would be too much, `not_supported` where none was found for a
 *   JSON Schema, and `invalid_value` for a `messageType` that the schema does not have
 */
export function exampleValue(schema: ParsedSchema, options: ExampleValueOptions = {}): unknown {
  switch (schema.type) {
    case 'AVRO':
      return exampleAvroValue(schema, options);
    case 'JSON':
      return exampleJsonValue(schema, options);
    case 'PROTOBUF':
      return exampleProtobufValue(schema, options);
  }
}

import type { ParsedSchema } from '../parsed-schema.ts';
import { checkAvroValue } from './avro/check-avro-value.ts';
import { checkJsonValue } from './json/check-json-value.ts';
import { checkProtobufValue } from './protobuf/check-protobuf-value.ts';
import type { CheckValueOptions, ValueCheck } from './value-options.ts';

/**
 * Checks a message against a schema and says in words what is wrong with it, and where.
 *
 * For Avro a JSON message is checked as it is: numbers in quotes are no numbers, members that are
 * no fields are errors, a field with a default may be missing from plain JSON, bytes are written as
 * the characters U+0000 to U+00FF. Logical types are checked as what they stand on. Read a text with
 * `parseValue` first, so that longs keep their digits.
 *
 * For JSON Schema everything is checked that the schema's draft has, known formats as well; what
 * stands beside a `$ref` counts in every draft. Of several forms of which none fits, the problems of
 * the nearest one are told. Patterns match as in ECMA-262 and cannot keep the process busy.
 *
 * For Protobuf a JSON message is ProtoJSON: names of fields in lowerCamelCase or as in the file,
 * integers also in quotes, enums by name or number, bytes in base64, null for what is absent, the
 * forms that ProtoJSON gives to the messages of `google/protobuf/`. Bytes may have fields that the
 * schema does not know, but those that it knows are laid out as it says.
 *
 * @param value JavaScript values as JSON has them, or bytes: JSON in UTF-8 for JSON Schema, else the
 *   binary encoding
 * @returns of binary encodings only the first problem, as nothing after it has a meaning; `schemaId`
 *   is that of the prefix, if the bytes were read with one
 * @throws SchemaError `not_supported`, `too_large`, `invalid_value` for a `messageType` that the
 *   schema does not have, `invalid_schema` for a Protobuf schema without messages, or with a type
 *   that neither it nor its references define, and for a `$ref` that leads nowhere
 */
export function checkValue(
  schema: ParsedSchema,
  value: unknown,
  options: CheckValueOptions = {},
): ValueCheck {
  switch (schema.type) {
    case 'AVRO':
      return checkAvroValue(schema, value, options);
    case 'JSON':
      return checkJsonValue(schema, value, options);
    case 'PROTOBUF':
      return checkProtobufValue(schema, value, options);
  }
}

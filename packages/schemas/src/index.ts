export { parsingCanonicalForm } from './avro/canonical-form.ts';
export type { Incompatibility, IncompatibilityType } from './avro/difference/incompatibility.ts';
export { checkReaderWriter } from './avro/difference/reader-writer.ts';
export { fingerprint64 } from './avro/fingerprint.ts';
export type {
  AvroArray,
  AvroEnum,
  AvroField,
  AvroFixed,
  AvroMap,
  AvroName,
  AvroNamedType,
  AvroPrimitive,
  AvroPrimitiveName,
  AvroProperties,
  AvroRecord,
  AvroType,
  AvroUnion,
} from './avro/model.ts';
export { normalizeAvro } from './avro/normalise.ts';
export { parseAvro } from './avro/parse.ts';
export { printAvro } from './avro/print.ts';
export type {
  CompatibilityLevel,
  CompatibilityResult,
  Difference,
  PreviousSchema,
} from './compatibility.ts';
export { checkCompatibility } from './compatibility.ts';
export type { DescribedNames } from './describe-names.ts';
export { describeNames } from './describe-names.ts';
export type { LosslessJsonOptions } from './lossless-json/parse.ts';
export { parseLosslessJson } from './lossless-json/parse.ts';
export type { PrintLosslessJsonOptions } from './lossless-json/print.ts';
export { printLosslessJson } from './lossless-json/print.ts';
export type { JsonNumber, JsonObject, JsonValue } from './lossless-json/value.ts';
export { normalizeSchema, parseSchema, resolveSchema } from './parse-schema.ts';
export type {
  AvroSchema,
  JsonSchema,
  ParsedSchema,
  ParseOptions,
  ProtobufSchema,
  ReferencedSchema,
  SchemaType,
} from './parsed-schema.ts';
export type { SchemaErrorCode, SchemaErrorFacts } from './schema-error.ts';
export { isSchemaError, SchemaError } from './schema-error.ts';

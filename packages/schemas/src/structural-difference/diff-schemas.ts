import type { ParsedSchema } from '../parsed-schema.ts';
import { requireSameType } from '../require-same-type.ts';
import { diffAvroSchemas } from './avro/diff-avro-schemas.ts';
import { diffJsonSchemas } from './json/diff-json-schemas.ts';
import { diffProtobufSchemas } from './protobuf/diff-protobuf-schemas.ts';
import type { StructuralChange } from './structural-change.ts';

/**
 * What changed between two schemas, for people to read: in the document order of the newer one, with
 * what was removed at its old place. White space and the order of JSON keys are no change. Each
 * named type is told of once, where it is first used. Whether a registry would take the change is
 * another question: see `checkCompatibility`.
 *
 * @returns no elements where nothing changed
 * @throws SchemaError `not_supported` for schemas of two types
 */
export function diffSchemas(before: ParsedSchema, after: ParsedSchema): StructuralChange[] {
  switch (after.type) {
    case 'AVRO':
      return diffAvroSchemas(requireSameType(before, after), after);
    case 'JSON':
      return diffJsonSchemas(requireSameType(before, after), after);
    case 'PROTOBUF':
      return diffProtobufSchemas(requireSameType(before, after), after);
  }
}

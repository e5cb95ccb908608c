import { requireAvro } from '../field-walk/require-avro.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { compareAvro } from './compare-avro.ts';
import type { StructuralChange } from './structural-change.ts';

/**
 * What changed between two schemas, for people to read: in the document order of the newer one, with
 * what was removed at its old place. White space and the order of JSON keys are no change. Each
 * named type is told of once, where it is first used. Whether a registry would take the change is
 * another question: see `checkCompatibility`.
 *
 * @returns no elements where nothing changed
 * @throws SchemaError `not_supported` for JSON Schema and Protobuf
 */
export function diffSchemas(before: ParsedSchema, after: ParsedSchema): StructuralChange[] {
  const question = 'Structural differences';
  const changes = compareAvro(requireAvro(before, question), requireAvro(after, question));
  return changes.map(({ was, is, ...change }) => change);
}

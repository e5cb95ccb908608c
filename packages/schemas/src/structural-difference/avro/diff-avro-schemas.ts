import type { AvroSchema } from '../../parsed-schema.ts';
import type { StructuralChange } from '../structural-change.ts';
import { compareAvro } from './compare-avro.ts';

/** What changed between two Avro schemas. */
export function diffAvroSchemas(before: AvroSchema, after: AvroSchema): StructuralChange[] {
  return compareAvro(before, after).map(({ was, is, ...change }) => change);
}

import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { StructuralChange } from '../structural-change.ts';
import { compareProtobuf } from './compare-protobuf.ts';

/** What changed between two Protobuf schemas. */
export function diffProtobufSchemas(
  before: ProtobufSchema,
  after: ProtobufSchema,
): StructuralChange[] {
  return compareProtobuf(before, after).changes.map(({ was, is, ...change }) => change);
}

import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { StructuralChange } from '../structural-change.ts';

export function diffProtobufSchemas(
  _before: ProtobufSchema,
  _after: ProtobufSchema,
): StructuralChange[] {
  throw notKnownYet('Structural differences');
}

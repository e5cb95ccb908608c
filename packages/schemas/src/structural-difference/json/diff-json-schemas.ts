import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { StructuralChange } from '../structural-change.ts';

export function diffJsonSchemas(_before: JsonSchema, _after: JsonSchema): StructuralChange[] {
  throw notKnownYet('Structural differences');
}

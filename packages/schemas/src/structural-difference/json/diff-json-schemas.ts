import type { JsonSchema } from '../../parsed-schema.ts';
import type { StructuralChange } from '../structural-change.ts';
import { compareJson } from './compare-json.ts';

/** What changed between two JSON Schemas. */
export function diffJsonSchemas(before: JsonSchema, after: JsonSchema): StructuralChange[] {
  return compareJson(before, after).map(({ was, is, keyword, context, ...change }) => change);
}

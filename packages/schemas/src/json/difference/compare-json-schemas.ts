import type { CompatibilityPolicy, Difference, Direction } from '../../compatibility/difference.ts';
import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';

export function compareJsonSchemas(
  _next: JsonSchema,
  _old: JsonSchema,
  _direction: Direction,
  _policy: CompatibilityPolicy,
): Difference[] {
  throw notKnownYet('Incompatibilities');
}

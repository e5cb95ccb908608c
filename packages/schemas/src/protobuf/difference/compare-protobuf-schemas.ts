import type { Difference, Direction } from '../../compatibility/difference.ts';
import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';

export function compareProtobufSchemas(
  _next: ProtobufSchema,
  _old: ProtobufSchema,
  _direction: Direction,
): Difference[] {
  throw notKnownYet('Incompatibilities');
}

import type { Difference, Direction } from '../../compatibility/difference.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { compareProtobufSchemas } from '../../protobuf/difference/compare-protobuf-schemas.ts';
import { isSchemaError } from '../../schema-error.ts';

/** Schemas that differ in more ways are other schemas, and no steps lead from one to the other. */
const MOST_DIFFERENCES = 500;

/** What keeps two Protobuf schemas apart; undefined where they are too large or too different to compare. */
export function compareProtobuf(
  next: ProtobufSchema,
  old: ProtobufSchema,
  directions: readonly Direction[],
): Difference[] | undefined {
  try {
    const differences = directions.flatMap((direction) =>
      compareProtobufSchemas(next, old, direction),
    );
    return differences.length <= MOST_DIFFERENCES ? differences : undefined;
  } catch (error) {
    if (isSchemaError(error, 'too_large')) return undefined;
    throw error;
  }
}

import type { Difference, Direction } from '../../compatibility/difference.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { compareFiles } from './compare-files.ts';
import { protobufChanges } from './protobuf-change.ts';

/**
 * What stops one of two Protobuf schemas from reading what was written with the other, with the
 * registry's reasons in the registry's order.
 *
 * @param direction `backward`: the new one reads; `forward`: the old one
 * @returns no elements where it can read everything
 * @throws SchemaError `too_large` where the schemas are too large or too different to compare
 */
export function compareProtobufSchemas(
  next: ProtobufSchema,
  old: ProtobufSchema,
  direction: Direction,
): Difference[] {
  const backward = direction === 'backward';
  const changes = backward ? compareFiles(next, old) : compareFiles(old, next);
  const [reader, writer] = backward ? ['new', 'old'] : ['old', 'new'];
  return changes.flatMap(({ type, path }) => {
    const { compatible, message } = protobufChanges[type];
    return compatible ? [] : [{ type, path, message: message(path, reader, writer), direction }];
  });
}

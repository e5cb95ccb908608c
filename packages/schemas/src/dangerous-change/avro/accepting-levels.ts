import { checkReaderWriter } from '../../avro/difference/reader-writer.ts';
import type { AvroType } from '../../avro/model.ts';
import type { AcceptingLevel } from '../dangerous-change.ts';

/** All levels. */
export const EVERY_LEVEL: readonly AcceptingLevel[] = ['BACKWARD', 'FORWARD', 'FULL'];

/** The levels, by which of the two schemas can read the other's data. */
export function levelsFor(backward: boolean, forward: boolean): AcceptingLevel[] {
  if (backward && forward) return [...EVERY_LEVEL];
  return backward ? ['BACKWARD'] : forward ? ['FORWARD'] : [];
}

/** The levels at which a registry takes one simple type for another. */
export function levelsOfTypes(before: AvroType, after: AvroType): AcceptingLevel[] {
  return levelsFor(
    checkReaderWriter(after, before).length === 0,
    checkReaderWriter(before, after).length === 0,
  );
}

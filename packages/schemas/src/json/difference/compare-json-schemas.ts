import type { CompatibilityPolicy, Difference, Direction } from '../../compatibility/difference.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { describeDifference, isTaken } from './describe-difference.ts';
import { findDifferences } from './find-differences.ts';
import { loadModel } from './load-model.ts';

/**
 * Finds what keeps one JSON Schema from reading what was written with another one, as the registry
 * decides it, in its order and its words.
 *
 * @param direction `backward`: the new schema reads; `forward`: the old one does
 * @returns no elements where it can
 * @throws SchemaError `too_large` where the schemas are too deep or too different to compare
 */
export function compareJsonSchemas(
  next: JsonSchema,
  old: JsonSchema,
  direction: Direction,
  policy: CompatibilityPolicy,
): Difference[] {
  const [original, update] = direction === 'backward' ? [old, next] : [next, old];
  const [reader, writer] = direction === 'backward' ? ['new', 'old'] : ['old', 'new'];
  const differences = findDifferences(
    { original: loadModel(original), update: loadModel(update) },
    (type) => isTaken(type, policy),
  );
  return differences.map(({ type, steps }) => {
    const path = `#/${steps.join('/')}`;
    return { type, path, message: describeDifference(type, path, reader, writer), direction };
  });
}

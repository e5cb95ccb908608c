import type { CompatibilityPolicy } from '../../compatibility/difference.ts';
import type { DifferenceType, Sentence } from './difference-types.ts';
import { differenceTypes } from './difference-types.ts';

/** Whether a policy takes a difference. */
export function isTaken(type: DifferenceType, policy: CompatibilityPolicy): boolean {
  const [takenBy] = differenceTypes[type];
  return takenBy === 'everyone' || takenBy === policy;
}

/**
 * Says in a sentence what the difference is; where it keeps nobody from reading, in words of ours,
 * otherwise in the registry's.
 *
 * @param path of the difference, `#/properties/name`
 * @param reader how the schema is called that reads, and `writer` the other: `new` and `old`
 */
export function describeDifference(
  type: DifferenceType,
  path: string,
  reader: string,
  writer: string,
): string {
  const [, sentence] = differenceTypes[type];
  return sentences[sentence](path, reader, writer);
}

type Say = (path: string, reader: string, writer: string) => string;

const sentences: Readonly<Record<Sentence, Say>> = {
  keyword: (path, reader, writer) =>
    `The keyword at path '${path}' in the ${reader} schema is not present in the ${writer} schema`,
  value: (path, reader, writer) =>
    `The value at path '${path}' is different between the ${reader} and ${writer} schema`,
  type: (path, reader, writer) =>
    `A type at path '${path}' is different between the ${reader} schema and the ${writer} schema`,
  less: (path, reader, writer) =>
    `The value at path '${path}' in the ${reader} schema is less than its value in the ${writer} schema`,
  more: (path, reader, writer) =>
    `The value at path '${path}' in the ${reader} schema is more than its value in the ${writer} schema`,
  'fewer elements': (path, reader, writer) =>
    `An array or combined type at path '${path}' has fewer elements in the ${reader} schema than the ${writer} schema`,
  'more elements': (path, reader, writer) =>
    `An array or combined type at path '${path}' has more elements in the ${reader} schema than the ${writer} schema`,
  'added to open': (path, reader, writer) =>
    `The ${reader} schema has an open content model and has a property or item at path '${path}' which is missing in the ${writer} schema`,
  'required in unopen': (path, reader, writer) =>
    `The ${reader} schema has an unopen content model and has a required property at path '${path}' which is missing in the ${writer} schema`,
  'removed from closed': (path, reader, writer) =>
    `The ${reader} has a closed content model and is missing a property or item present at path '${path}' in the ${writer} schema`,
  'added, not covered': (path, reader, writer) =>
    `The ${reader} schema has a property or item at path '${path}' which is missing in the ${writer} schema and is not covered by its partially open content model`,
  'removed, not covered': (path, reader, writer) =>
    `A property or item is missing in the ${reader} schema but present at path '${path}' in the ${writer} schema and is not covered by its partially open content model`,
  fits: (path, reader, writer) =>
    `The ${reader} schema differs from the ${writer} schema at path '${path}', and takes what fits it`,
  // The registry says nothing else about it.
  none: () => '',
};

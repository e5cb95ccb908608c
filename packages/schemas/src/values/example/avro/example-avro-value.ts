import type { AvroSchema } from '../../../parsed-schema.ts';
import { presentTree } from '../../avro/present.ts';
import { nameTypes } from '../../avro/value-tree.ts';
import type { ExampleValueOptions } from '../../value-options.ts';
import { seededRandom } from '../random.ts';
import { makeExample } from './make-example.ts';

const DEFAULT_DEPTH = 4;

/** Makes up a message of an Avro schema. */
export function exampleAvroValue(
  { root }: AvroSchema,
  { seed = 1, maxDepth = DEFAULT_DEPTH, encoding = 'plain' }: ExampleValueOptions,
): unknown {
  const names = nameTypes();
  const tree = makeExample(root, names, seededRandom(seed), maxDepth);
  return presentTree(root, tree, names, encoding);
}

import type { ParsedSchema } from '../parsed-schema.ts';
import type { ValueEncoding } from './avro/fit-message.ts';
import { presentTree } from './avro/present.ts';
import { nameTypes } from './avro/value-tree.ts';
import { makeExample } from './example/make-example.ts';
import { seededRandom } from './example/random.ts';
import { requireAvro } from './require-avro.ts';

/** What {@link exampleValue} makes up. */
export interface ExampleValueOptions {
  /** Another whole number, another example. @default 1 */
  seed?: number;
  /** Levels of records, lists and maps, below which the example is as flat as it can be. @default 4 */
  maxDepth?: number;
  /** How the values of unions are written. @default 'plain' */
  encoding?: ValueEncoding;
}

const DEFAULT_DEPTH = 4;

/**
 * Makes up a message that looks real: the names of fields decide over texts and numbers, logical
 * types give moments and days of the years 2024 to 2026, decimals keep to their precision. It is
 * the same for the same schema, seed and version of this package, `checkValue` accepts it, and it
 * decodes to itself.
 *
 * @returns JavaScript values as `decodeValue` gives them; `printValue` prints them as JSON
 * @throws SchemaError `invalid_schema` for a schema that has no message, as its record needs itself,
 *   `too_large` where every message would be too much, `not_supported` where it is not Avro
 */
export function exampleValue(
  schema: ParsedSchema,
  { seed = 1, maxDepth = DEFAULT_DEPTH, encoding = 'plain' }: ExampleValueOptions = {},
): unknown {
  const { root } = requireAvro(schema);
  const names = nameTypes();
  const tree = makeExample(root, names, seededRandom(seed), maxDepth);
  return presentTree(root, tree, names, encoding);
}

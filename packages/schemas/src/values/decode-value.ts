import type { ParsedSchema } from '../parsed-schema.ts';
import { codecOf } from './avro/codec.ts';
import { newFit, UNFIT } from './avro/fit.ts';
import type { ValueEncoding } from './avro/fit-message.ts';
import { presentTree } from './avro/present.ts';
import { resolveTree } from './avro/resolve-tree.ts';
import type { CheckValueOptions } from './check-value.ts';
import { locateValue } from './check-value.ts';
import { refuseValue } from './refuse-value.ts';
import { requireAvro } from './require-avro.ts';

/** How {@link decodeValue} decodes. */
export interface DecodeValueOptions {
  /** What the message is read as, by Avro's schema resolution. @default the writer's schema */
  readerSchema?: ParsedSchema;
  /** Whether the id of a schema stands before the value. @default 'optional' */
  wirePrefix?: CheckValueOptions['wirePrefix'];
  /** How the values of unions are shown. @default 'plain' */
  encoding?: ValueEncoding;
}

/**
 * Decodes a message in Avro's binary encoding to JavaScript values as JSON has them: records and
 * maps as objects, bytes and fixed as texts of the characters U+0000 to U+00FF, longs as numbers up
 * to 2^53 and as bigints beyond. Logical types stay what they stand on. `printValue` prints it all.
 *
 * @param schema the one that the message was written with
 * @throws SchemaError `invalid_value` with `problems` where the bytes are no such message or the
 *   reader cannot read it, `ambiguous_field`, and `not_supported` for a schema that is not Avro or
 *   has a record of some ten thousands of fields
 */
export function decodeValue(
  schema: ParsedSchema,
  bytes: Uint8Array,
  { readerSchema, wirePrefix, encoding = 'plain' }: DecodeValueOptions = {},
): unknown {
  const { root } = requireAvro(schema);
  const { start, check } = locateValue(root, bytes, wirePrefix);
  if (!check.valid) throw refuseValue(check.problems);
  const { names, decode } = codecOf(root);
  const tree = decode(bytes.subarray(start));
  if (readerSchema === undefined) return presentTree(root, tree, names, encoding);
  const reader = requireAvro(readerSchema).root;
  const fit = newFit('plain', codecOf(reader).names, 1, true);
  const resolved = resolveTree(tree, root, reader, names, fit);
  if (resolved === UNFIT) throw refuseValue(fit.problems);
  return presentTree(reader, resolved, fit.names, encoding);
}

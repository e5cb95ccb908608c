import type { AvroSchema } from '../../parsed-schema.ts';
import { requireSameType } from '../../require-same-type.ts';
import { refuseValue } from '../refuse-value.ts';
import type { DecodeValueOptions } from '../value-options.ts';
import { locateValue } from './check-avro-value.ts';
import { codecOf } from './codec.ts';
import { newFit, UNFIT } from './fit.ts';
import { presentTree } from './present.ts';
import { resolveTree } from './resolve-tree.ts';

/** Decodes a message in Avro's binary encoding. */
export function decodeAvroValue(
  schema: AvroSchema,
  bytes: Uint8Array,
  { readerSchema, wirePrefix, encoding = 'plain' }: DecodeValueOptions,
): unknown {
  const { root } = schema;
  const { start, check } = locateValue(root, bytes, wirePrefix);
  if (!check.valid) throw refuseValue(check.problems);
  const { names, decode } = codecOf(root);
  const tree = decode(bytes.subarray(start));
  if (readerSchema === undefined) return presentTree(root, tree, names, encoding);
  const reader = requireSameType(readerSchema, schema).root;
  const fit = newFit('plain', codecOf(reader).names, 1, true);
  const resolved = resolveTree(tree, root, reader, names, fit);
  if (resolved === UNFIT) throw refuseValue(fit.problems);
  return presentTree(reader, resolved, fit.names, encoding);
}
